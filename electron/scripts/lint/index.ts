import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { problemsOfBody } from './body.ts';
import { problemsOfParameters } from './parameters.ts';
import type { TemplateProblem } from './problem.ts';

export type { TemplateProblem } from './problem.ts';

/** More than these would not be read. */
const MOST_PROBLEMS = 50;

/** What is wrong with a template, first what keeps it from being saved. */
export function lintTemplate(template: TemplateContent): TemplateProblem[] {
  const problems = [...problemsOfParameters(template), ...problemsOfBody(template)];
  return [
    ...problems.filter(({ blocking }) => blocking),
    ...problems.filter(({ blocking }) => !blocking),
  ].slice(0, MOST_PROBLEMS);
}
