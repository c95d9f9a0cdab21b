import { anchorsRule, quotesRule } from './anchors.ts';
import { completionRule } from './completion.ts';
import { contactsRule, internalDetailsRule, unkindWordsRule } from './customer.ts';
import { emptySectionsRule } from './empty-sections.ts';
import { confirmedRule, evidenceRule } from './evidence.ts';
import { HAND_OFF_RULES } from './hand-off/index.ts';
import { headingsRule } from './headings.ts';
import { hygieneRule } from './hygiene.ts';
import { confidenceRule, nextStepsRule, supersededRule } from './hypothesis.ts';
import { lengthRule } from './length.ts';
import { machineTalkRule } from './machine-talk.ts';
import { markupRule } from './markup.ts';
import { placeholdersRule } from './placeholders.ts';
import { plainLanguageRule } from './plain-language.ts';
import { polarityRule } from './polarity.ts';
import { promisesRule } from './promises.ts';
import { repetitionRule } from './repetition.ts';
import { resolutionSlotsRule } from './resolution-slots.ts';
import type { Rule } from './rule.ts';
import { scriptRunsRule } from './script-runs.ts';
import { knownSecretsRule, secretDoubtsRule, secretPatternsRule } from './secrets.ts';
import { supportRule } from './support.ts';
import { coverageRule, triedRule } from './tried.ts';
import { userStatementsRule } from './user-statements.ts';
import { userVerifiedRule } from './user-verified.ts';

/** Every rule that needs nothing but the note and the bundle. G13 is no rule of its own: it is how lines are traced. */
export const NOTE_RULES: readonly Rule[] = [
  headingsRule,
  emptySectionsRule,
  markupRule,
  placeholdersRule,
  machineTalkRule,
  lengthRule,
  repetitionRule,
  evidenceRule,
  anchorsRule,
  quotesRule,
  confirmedRule,
  userStatementsRule,
  triedRule,
  scriptRunsRule,
  polarityRule,
  supportRule,
  coverageRule,
  supersededRule,
  confidenceRule,
  nextStepsRule,
  completionRule,
  userVerifiedRule,
  internalDetailsRule,
  unkindWordsRule,
  plainLanguageRule,
  resolutionSlotsRule,
  contactsRule,
  promisesRule,
  hygieneRule,
  ...HAND_OFF_RULES,
  knownSecretsRule,
  secretPatternsRule,
  secretDoubtsRule,
];
