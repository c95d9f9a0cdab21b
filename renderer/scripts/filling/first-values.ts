import type {
  ParameterProblem,
  ParameterValues,
  TemplateParameter,
} from '../../../shared/domain/script-template.ts';

/**
 * What the fields start with: a value that was proposed, where it may be there, else the default.
 * Passwords start empty whatever is proposed, and a choice that is none is not made.
 */
export function firstValues(
  parameters: readonly TemplateParameter[],
  proposed: ParameterValues,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.map((parameter) => [parameter.name, firstValue(parameter, proposed)]),
  );
}

function firstValue(parameter: TemplateParameter, proposed: ParameterValues): string {
  const { name, type, default_value, choices } = parameter;
  if (type === 'password') return '';
  const given = Object.hasOwn(proposed, name) ? proposed[name] : undefined;
  if (type === 'switch') return (given ?? default_value) === 'true' ? 'true' : 'false';
  if (type === 'choice' && given !== undefined && !choices.includes(given)) return default_value;
  return given ?? default_value;
}

/** The problems to show: each parameter's first, and only of fields that were touched. */
export function shownProblems(
  problems: readonly ParameterProblem[],
  touched: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { parameter, message } of problems) {
    if (touched.has(parameter) && !shown.has(parameter)) shown.set(parameter, message);
  }
  return shown;
}

/** What a number may be, in a few signs, or undefined. */
export function boundsWords({
  minimum,
  maximum,
}: Pick<TemplateParameter, 'minimum' | 'maximum'>): string | undefined {
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum}`;
  if (minimum !== null) return `from ${minimum}`;
  return maximum === null ? undefined : `up to ${maximum}`;
}
