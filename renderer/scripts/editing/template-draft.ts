import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import type {
  ScriptTemplate,
  TemplateContent,
  TemplateParameter,
} from '../../../shared/domain/script-template.ts';

/** A parameter as it is typed: numbers and choices are text until it is saved. */
export interface ParameterDraft extends Omit<TemplateParameter, 'choices' | 'minimum' | 'maximum'> {
  /** Tells the rows apart while names change. */
  readonly id: string;
  /** One a line. */
  readonly choices: string;
  readonly minimum: string;
  readonly maximum: string;
}

/** A template as it is typed. */
export interface TemplateDraft extends Omit<TemplateContent, 'parameters'> {
  readonly parameters: readonly ParameterDraft[];
}

export const EMPTY_DRAFT: TemplateDraft = {
  name: '',
  language: 'powershell',
  description: '',
  body: '',
  parameters: [],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};

let lastId = 0;

function parameterDraft(parameter: TemplateParameter): ParameterDraft {
  lastId += 1;
  return {
    ...parameter,
    id: `parameter-${lastId}`,
    choices: parameter.choices.join('\n'),
    minimum: parameter.minimum === null ? '' : String(parameter.minimum),
    maximum: parameter.maximum === null ? '' : String(parameter.maximum),
  };
}

export function newParameter(name = ''): ParameterDraft {
  return parameterDraft({
    name,
    label: '',
    help: '',
    type: 'string',
    required: true,
    default_value: '',
    choices: [],
    minimum: null,
    maximum: null,
  });
}

/** A template to be changed. */
export function draftOf(template: ScriptTemplate): TemplateDraft {
  const { key: _key, origin: _origin, updated_at: _at, parameters, ...content } = template;
  return { ...content, parameters: parameters.map(parameterDraft) };
}

/** A template to start another from. */
export function copyOf(template: ScriptTemplate, names: readonly string[]): TemplateDraft {
  return { ...draftOf(template), name: freeName(template.name, names) };
}

/**
 * A template of a script of a session. One that was filled in is its template again, with the values
 * as defaults; of any other the script itself is the template.
 */
export function draftOfScript(
  script: ScriptGeneration,
  templates: readonly ScriptTemplate[],
): TemplateDraft {
  const names = templates.map(({ name }) => name);
  const source = templates.find(({ key }) => key === script.template_key);
  if (source !== undefined) {
    const draft = copyOf(source, names);
    return { ...draft, parameters: draft.parameters.map((one) => withValue(one, script)) };
  }
  return {
    ...EMPTY_DRAFT,
    name: names.includes(script.name) ? freeName(script.name, names) : script.name,
    language: script.language === 'other' ? 'powershell' : script.language,
    body: script.body,
    changes_system: script.changes_system,
    undo: script.undo ?? '',
  };
}

function withValue(parameter: ParameterDraft, { parameters }: ScriptGeneration): ParameterDraft {
  const filled = parameters.find(({ name }) => name === parameter.name);
  const plain = filled !== undefined && !filled.secret && parameter.type !== 'password';
  return plain && filled.value !== null ? { ...parameter, default_value: filled.value } : parameter;
}

/** A name that no other has: `Copy of X`, `Copy of X 2` and so on. */
function freeName(name: string, taken: readonly string[]): string {
  const base = `Copy of ${name}`.slice(0, 190);
  let candidate = base;
  for (let count = 2; taken.includes(candidate); count += 1) candidate = `${base} ${count}`;
  return candidate;
}

/** What can be told of the draft without asking, by the path of the field as the bridge names it. */
export function draftProblems({ parameters }: TemplateDraft): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  parameters.forEach((parameter, index) => {
    if (parameter.type !== 'number') return;
    for (const bound of ['minimum', 'maximum'] as const) {
      if (Number.isNaN(numberOf(parameter[bound]))) {
        problems[`content.parameters.${index}.${bound}`] = 'This is no number.';
      }
    }
  });
  return problems;
}

/** The draft as it is saved: what does not belong to a parameter's type is left out. */
export function contentOf(draft: TemplateDraft): TemplateContent {
  return {
    ...draft,
    undo: draft.changes_system ? draft.undo : '',
    parameters: draft.parameters.map(parameterOf),
  };
}

function parameterOf({ id: _id, ...draft }: ParameterDraft): TemplateParameter {
  const { type } = draft;
  const number = type === 'number';
  return {
    ...draft,
    required: draft.required && type !== 'switch',
    default_value: type === 'password' ? '' : draft.default_value,
    choices: type === 'choice' ? lines(draft.choices) : [],
    minimum: number ? boundOf(draft.minimum) : null,
    maximum: number ? boundOf(draft.maximum) : null,
  };
}

/** The lines that say something, without the space around them; none twice. */
function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed.replace(',', '.'));
  return Number.isFinite(number) ? number : Number.NaN;
}

function boundOf(text: string): number | null {
  const number = numberOf(text);
  return Number.isNaN(number) ? null : number;
}

/** The list with one of its rows a place further up or down. */
export function moved<Row>(rows: readonly Row[], index: number, step: 1 | -1): readonly Row[] {
  const to = index + step;
  const row = rows[index];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  const others = rows.filter((_, at) => at !== index);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

/** Whether two drafts say the same. */
export function sameDraft(one: TemplateDraft, other: TemplateDraft): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}
