import type { EventPayload } from '../../../shared/contract/index.ts';
import type {
  ParameterProblem,
  ParameterValues,
  ScriptTemplate,
} from '../../../shared/domain/script-template.ts';
import type { SimilarWork } from '../../../shared/domain/similar-work.ts';
import type { Log } from '../../../shared/log.ts';
import type { SecretGuard } from '../../secrets/index.ts';
import type { AiAccess } from '../ai-access.ts';
import type { AiAccount } from '../ai-account.ts';
import type { StreamLimits } from '../stream-message.ts';
import type { ChatStore } from './chat-store.ts';
import type { Redactor } from './redactor.ts';

/** Script templates as the copilot sees them: to be named, never to be run. */
export interface TemplateShelf {
  list(): Promise<readonly ScriptTemplate[]> | readonly ScriptTemplate[];
  problems(template: ScriptTemplate, values: ParameterValues): readonly ParameterProblem[];
}

/** What happens in a turn, for the views. */
export interface TurnTeller {
  progress(payload: EventPayload<'copilot.progress'>): void;
  ended(payload: EventPayload<'copilot.ended'>): void;
  /** The session reads differently now. */
  changed(sessionId: number): void;
}

/** The parts that the copilot stands on; the composition root makes them. */
export interface CopilotParts {
  /** The store in use; it throws while there is none. */
  readonly store: () => ChatStore;
  readonly ai: Pick<AiAccess, 'client' | 'modelFor' | 'settings' | 'status'>;
  readonly account: Pick<AiAccount, 'record' | 'requireBudget'>;
  readonly secrets: Pick<SecretGuard, 'redactAll' | 'redactKnown' | 'version'>;
  readonly templates: TemplateShelf;
  /** Closed sessions like this one; about other words where a query is given. */
  readonly similar: (
    sessionId: number,
    query: string | null,
    signal: AbortSignal,
  ) => Promise<readonly SimilarWork[]>;
  /** Names, numbers and paths of a text that stand in none of the sources. */
  readonly unsupported: (text: string, sources: readonly string[]) => readonly string[];
  readonly tell: TurnTeller;
  readonly log: Pick<Log, 'error' | 'warn'>;
  readonly now?: () => number;
  readonly limits?: StreamLimits;
}

/** The same, with what is left out by most filled in. */
export interface TurnParts extends Omit<CopilotParts, 'now' | 'limits'> {
  readonly now: () => number;
  readonly limits: StreamLimits;
  readonly redactor: Redactor;
}
