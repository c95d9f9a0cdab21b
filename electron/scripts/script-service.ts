import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type {
  ParameterProblem,
  ParameterValues,
  ScriptTemplate,
  TemplateContent,
} from '../../shared/domain/script-template.ts';
import type { SecretGuard } from '../secrets/index.ts';
import type { SessionStore } from '../sessions/index.ts';
import { createCatalogue } from './catalogue.ts';
import { createFillingIn } from './filling-in.ts';
import { createHeldScripts } from './held-scripts.ts';
import { lintTemplate, type TemplateProblem } from './lint/index.ts';
import { createOwnTemplates, type Imported } from './own-templates.ts';
import { createPassingOn } from './passing-on.ts';
import type { ScriptDesk } from './script-desk.ts';
import { readValues } from './values.ts';

export interface ScriptServiceOptions {
  readonly store: () => SessionStore;
  readonly secrets: Pick<SecretGuard, 'remember' | 'redactKnown' | 'find'>;
  readonly desk: ScriptDesk;
}

type FilledIn = Pick<CallInput<'scripts.preview'>, 'template_key' | 'values'>;

/** Script templates, and the scripts that sessions make of them. Secrets are in memory alone. */
export interface ScriptService {
  /** Shipped ones first, each group by name. */
  list(): ScriptTemplate[];
  /** `NOT_FOUND` for one that is not there (any more). */
  get(key: string): ScriptTemplate;
  problems(content: TemplateContent): TemplateProblem[];
  save(key: string | null, content: TemplateContent): Promise<ScriptTemplate>;
  remove(key: string): boolean;
  exported(keys: readonly string[]): CallOutput<'templates.export'>;
  imported(text: string): Promise<Imported>;
  /** What is wrong with values of a template, in words; nothing is wrong with an empty password. */
  validate(template: ScriptTemplate, values: ParameterValues): readonly ParameterProblem[];
  preview(filledIn: FilledIn): CallOutput<'scripts.preview'>;
  /** Confirms the proposal, if there is one, in the same transaction. */
  generate(filling: FilledIn & Filling): ScriptGeneration;
  copy(generationId: number): Promise<CallOutput<'scripts.copy'>>;
  saveAsFile(generationId: number): Promise<string | null>;
  /** Drops a script that did not run; answers what it was. */
  discard(generationId: number): ScriptGeneration;
  /** A session changed: once it is closed, the secrets of its scripts go. */
  sessionChanged(sessionId: number): void;
}

interface Filling {
  readonly session_id: number;
  readonly proposal_id: number | null;
}

/** Joins the parts of the service over one catalogue and one memory of secrets. */
export function createScriptService(options: ScriptServiceOptions): ScriptService {
  const { store } = options;
  const catalogue = createCatalogue(store);
  const held = createHeldScripts();
  return {
    ...catalogue,
    ...createOwnTemplates({ ...options, catalogue }),
    ...createFillingIn({ ...options, catalogue, held }),
    ...createPassingOn({ ...options, held }),
    problems: lintTemplate,
    validate: (template, values) => readValues(template, values).problems,
    sessionChanged(sessionId) {
      if (store().sessions.get(sessionId).state !== 'active') held.dropSession(sessionId);
    },
  };
}
