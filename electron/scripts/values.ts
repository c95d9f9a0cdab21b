import type {
  ParameterProblem,
  ParameterValues,
  TemplateContent,
  TemplateLanguage,
  TemplateParameter,
} from '../../shared/domain/script-template.ts';
import type { FilledValue } from './filled-value.ts';
import { problemOfHost } from './host.ts';
import { problemOfPassword, problemOfText } from './text-value.ts';

/** A parameter with the value that the script gets of it. */
export interface Filled {
  readonly parameter: TemplateParameter;
  readonly value: FilledValue;
}

/** Values of a template after they were read: one for each parameter, in its order. */
export interface ReadValues {
  /** Where a value cannot be used, it stands empty here and is told among the problems. */
  readonly filled: readonly Filled[];
  readonly problems: readonly ParameterProblem[];
}

type Reading = { readonly value: FilledValue } | { readonly problem: string };

const EMPTY: FilledValue = { kind: 'text', text: '' };

/** Reads values as they were typed. What is not given has its default; unknown names are a problem. */
export function readValues(
  template: Pick<TemplateContent, 'language' | 'parameters'>,
  values: ParameterValues,
): ReadValues {
  const problems: ParameterProblem[] = [];
  const filled = template.parameters.map((parameter): Filled => {
    const typed = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
    const reading = readValue(parameter, typed ?? parameter.default_value, template.language);
    if ('value' in reading) return { parameter, value: reading.value };
    problems.push({ parameter: parameter.name, message: reading.problem });
    return { parameter, value: parameter.type === 'password' ? { kind: 'asked' } : EMPTY };
  });
  const names = new Set(template.parameters.map(({ name }) => name));
  for (const name of Object.keys(values)) {
    if (names.has(name)) continue;
    problems.push({ parameter: name, message: 'This script has no parameter of this name.' });
  }
  return { filled, problems };
}

/** Reads one value as it was typed. A password that is empty is asked for when the script runs. */
export function readValue(
  parameter: TemplateParameter,
  typed: string,
  language: TemplateLanguage,
): Reading {
  if (parameter.type === 'password') return readPassword(typed, language);
  const text = parameter.type === 'string' ? typed.replace(/\r\n?/g, '\n') : typed.trim();
  if (text.trim() === '') return readNothing(parameter);
  switch (parameter.type) {
    case 'string':
      return asText(text, problemOfText(text, language));
    case 'host':
      return asText(text, problemOfHost(text));
    case 'choice':
      return readChoice(parameter, text, language);
    case 'number':
      return readNumber(parameter, text);
    case 'switch':
      return readSwitch(text);
  }
}

function asText(text: string, problem: string | null): Reading {
  return problem === null ? { value: { kind: 'text', text } } : { problem };
}

function readPassword(typed: string, language: TemplateLanguage): Reading {
  if (typed === '') return { value: { kind: 'asked' } };
  const problem = problemOfPassword(typed, language);
  return problem === null ? { value: { kind: 'secret', text: typed } } : { problem };
}

function readNothing({ type, required, label }: TemplateParameter): Reading {
  if (type === 'switch') return { value: { kind: 'switch', on: false } };
  if (required) {
    return { problem: type === 'choice' ? `Choose: ${label}.` : `${label} is needed.` };
  }
  return { value: type === 'number' ? { kind: 'none' } : EMPTY };
}

function readChoice(
  { choices }: TemplateParameter,
  text: string,
  language: TemplateLanguage,
): Reading {
  if (!choices.includes(text)) return { problem: `Choose one of: ${choices.join(', ')}.` };
  return asText(text, problemOfText(text, language));
}

function readSwitch(text: string): Reading {
  if (text === 'true' || text === 'false') {
    return { value: { kind: 'switch', on: text === 'true' } };
  }
  return { problem: 'This is either on or off (true or false).' };
}

/** Plain digits: what shells, and people, read in one way only. */
const NUMBER = /^(-?)0*(\d{1,15})(\.\d{1,6})?$/;

function readNumber({ minimum, maximum }: TemplateParameter, text: string): Reading {
  const match = NUMBER.exec(text);
  if (match === null) {
    return { problem: 'Write a number in digits, for example 30 or -1.5.' };
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  const isZero = Number(whole + fraction) === 0;
  const digits = `${isZero ? '' : sign}${whole}${fraction}`;
  const number = Number(digits);
  if (minimum !== null && number < minimum) return { problem: `At least ${minimum}.` };
  if (maximum !== null && number > maximum) return { problem: `At most ${maximum}.` };
  return { value: { kind: 'number', digits } };
}
