import { anchorsRule, quotesRule } from './anchors.ts';
import { completionRule, userVerifiedRule } from './completion.ts';
import { contactsRule, internalDetailsRule, unkindWordsRule } from './customer.ts';
import { emptySectionsRule } from './empty-sections.ts';
import { confirmedRule, evidenceRule } from './evidence.ts';
import { headingsRule } from './headings.ts';
import { hygieneRule } from './hygiene.ts';
import { confidenceRule, nextStepsRule, supersededRule } from './hypothesis.ts';
import { lengthRule } from './length.ts';
import { machineTalkRule } from './machine-talk.ts';
import { markupRule } from './markup.ts';
import { placeholdersRule } from './placeholders.ts';
import { repetitionRule } from './repetition.ts';
import type { Rule } from './rule.ts';
import { coverageRule, scriptRunsRule, triedRule } from './tried.ts';

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
  triedRule,
  scriptRunsRule,
  coverageRule,
  supersededRule,
  confidenceRule,
  nextStepsRule,
  completionRule,
  userVerifiedRule,
  internalDetailsRule,
  unkindWordsRule,
  contactsRule,
  hygieneRule,
];
