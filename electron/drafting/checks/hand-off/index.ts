import type { Rule } from '../rule.ts';
import { confirmedDetailsRule } from './confirmed.ts';
import { hypothesisDetailsRule } from './hypothesis.ts';
import { contingencyRule, nextStepDetailsRule, promisesRule } from './next-steps.ts';
import { problemSlotsRule, reasonRule, recurrenceRule } from './problem.ts';
import { ruledOutRule, stateLeftRule } from './tried.ts';

/** What the next engineer will miss: the checklist of the escalation package. */
export const HAND_OFF_RULES: readonly Rule[] = [
  problemSlotsRule,
  reasonRule,
  confirmedDetailsRule,
  ruledOutRule,
  hypothesisDetailsRule,
  nextStepDetailsRule,
  contingencyRule,
  stateLeftRule,
  promisesRule,
  recurrenceRule,
];
