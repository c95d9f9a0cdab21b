import {
  flippedOutcomes,
  generatedToldAsRun,
  inventedSteps,
  unprovenCompletion,
} from './actions.ts';
import { changedAnchors } from './anchors.ts';
import { blame, contactsFromTicket, internalDetails, unprovenVerification } from './customer.ts';
import { alteredQuotes, brokenEvidence } from './evidence.ts';
import { changedConfidence, firstStepChanged, fixThatIsOut, hypothesisConfirmed } from './fixes.ts';
import { statementsAsFacts, untoldFixes, untoldUndo } from './hand-off.ts';
import type { Mutation } from './mutation.ts';
import { negatedSentences } from './polarity.ts';
import { hearsayAsOurWord, unfoundedPromises, unsupportedSentences } from './promises.ts';
import { leakedParameters, typedPasswords } from './secrets.ts';
import { missingSlots, unclearForCustomer } from './slots.ts';
import {
  brokenHeadings,
  emptiedSections,
  hostileText,
  strangeMarkup,
  unfinishedText,
  wordiness,
} from './structure.ts';

/** Every way in which the proof makes a correct note wrong. */
export const MUTATIONS: readonly Mutation[] = [
  brokenHeadings,
  emptiedSections,
  strangeMarkup,
  unfinishedText,
  wordiness,
  brokenEvidence,
  changedAnchors,
  alteredQuotes,
  hypothesisConfirmed,
  statementsAsFacts,
  inventedSteps,
  flippedOutcomes,
  generatedToldAsRun,
  negatedSentences,
  untoldFixes,
  fixThatIsOut,
  changedConfidence,
  firstStepChanged,
  unprovenCompletion,
  untoldUndo,
  missingSlots,
  unclearForCustomer,
  unprovenVerification,
  unfoundedPromises,
  unsupportedSentences,
  hearsayAsOurWord,
  internalDetails,
  blame,
  contactsFromTicket,
  leakedParameters,
  typedPasswords,
  hostileText,
];
