import { LRUCache } from 'lru-cache';
import type { AiStatus, SentRequest } from '../../shared/domain/ai.ts';
import type {
  AiFailure,
  NoteCheck,
  NoteKind,
  NoteTone,
  Preview,
} from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import type { SecretGuard } from '../secrets/index.ts';
import { buildBundle, type DraftingSnapshot, type InputBundle } from './bundle.ts';
import type { checkNote } from './checks/check-note.ts';
import type { LocalDraft, NoteGenerator, NoteProgress } from './generator.ts';
import { type NoteDocument, type RenderedNote, renderNote } from './note-document.ts';
import { redactBundle } from './redact-bundle.ts';

/** The AI as drafting sees it; it may come and go with the key and the settings. */
export interface DraftingAi {
  state(): Promise<AiStatus['state']>;
  /** How the customer's note is to be worded. */
  tone(): Promise<NoteTone>;
  readonly generator: NoteGenerator;
}

/** How far a note is, as the window shows it. */
export interface PreviewProgress extends NoteProgress {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly state_version: number;
  /** Milliseconds since 1970. */
  readonly started_at: number;
}

export interface WritingLog {
  error(message: string, error?: unknown): void;
}

/** What a note of a session may rest on, without secrets, and the state version that it was read at. */
export interface NoteRecord {
  readonly state_version: number;
  readonly bundle: InputBundle;
  readonly secrets_removed: number;
}

/** A note to be written. */
export interface Assignment {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly record: NoteRecord;
  readonly signal: AbortSignal;
}

export interface Written {
  readonly document: NoteDocument;
  readonly origin: Preview['origin'];
  readonly sent: SentRequest | null;
  /** Why the AI was not asked, where it was not. */
  readonly unavailable: AiFailure | null;
}

export interface NoteWriting {
  /** The session's record; newer than `known` if the session changed meanwhile. */
  read(sessionId: number, known: number): Promise<NoteRecord>;
  check(
    kind: NoteKind,
    markdown: string,
    bundle: InputBundle,
    bases: readonly RenderedNote[],
  ): Promise<NoteCheck>;
  /** Null where the AI may be asked; else why it is not, `null` inside where that is the technician's own wish. */
  unavailable(): Promise<{ readonly failure: AiFailure | null } | null>;
  /**
   * By the AI where it may be asked, else on this machine; a failure of the AI is an answer. `force`
   * asks even while a limit is known to apply.
   */
  write(assignment: Assignment, force: boolean): Promise<Written | { readonly failed: AppError }>;
  writeLocally(kind: NoteKind, bundle: InputBundle): Written;
}

export interface WritingOptions {
  readonly readSnapshot: (sessionId: number) => DraftingSnapshot;
  readonly secrets: Pick<SecretGuard, 'find' | 'redactAll' | 'version'>;
  readonly checkNote: typeof checkNote;
  readonly localDraft: LocalDraft;
  readonly ai: DraftingAi | undefined;
  readonly log: WritingLog;
  readonly now: () => number;
  readonly onProgress: (progress: PreviewProgress) => void;
}

const NO_KEY: AiFailure = {
  code: 'NOT_CONFIGURED',
  message: 'No Anthropic API key is set, so the note is written on this machine.',
  retry_at: null,
};

const NO_KEYCHAIN: AiFailure = {
  code: 'KEYCHAIN_UNAVAILABLE',
  message:
    'The keychain of this computer did not give out the API key, so the note is written on this machine. Unlock it and try again.',
  retry_at: null,
};

/** Sessions whose records are held. */
const SESSIONS_HELD = 32;

/** Reads sessions, has notes written by the AI or here, and has them checked. */
export function createNoteWriting(options: WritingOptions): NoteWriting {
  const { readSnapshot, secrets, checkNote, localDraft, ai, log, now, onProgress } = options;
  const records = new LRUCache<number, NoteRecord & { readonly secrets_version: number }>({
    max: SESSIONS_HELD,
  });
  /** A limit that is known to apply, so that nobody waits for a refusal. */
  let limit: AppError | undefined;

  const check: NoteWriting['check'] = async (kind, markdown, bundle, bases) =>
    checkNote({ kind, markdown, bundle, bases, secrets: await secrets.find(markdown) });

  const writeLocally = (kind: NoteKind, bundle: InputBundle): Written => ({
    document: localDraft(kind, bundle),
    origin: 'local',
    sent: null,
    unavailable: null,
  });

  async function unavailable() {
    if (ai === undefined) return { failure: null };
    try {
      const state = await ai.state();
      if (state === 'ready') return null;
      return { failure: state === 'no_key' ? NO_KEY : null };
    } catch (cause) {
      log.error('the keychain did not answer', cause);
      return { failure: NO_KEYCHAIN };
    }
  }

  async function writeWithAi(
    { generator }: DraftingAi,
    { session_id, kind, record, signal }: Assignment,
  ): Promise<Written> {
    const { bundle, secrets_removed, state_version } = record;
    const started_at = now();
    const written = await generator.generate({
      session_id,
      kind,
      bundle,
      secrets_removed,
      signal,
      async check(document) {
        const note = renderNote(document);
        return (await check(kind, note.markdown, bundle, [note])).findings;
      },
      onProgress: (progress) =>
        onProgress({ session_id, kind, state_version, started_at, ...progress }),
    });
    return { ...written, origin: 'ai', unavailable: null };
  }

  return {
    check,
    unavailable,
    writeLocally,
    async read(sessionId, known) {
      const last = records.get(sessionId);
      const secrets_version = secrets.version();
      if (last?.state_version === known && last.secrets_version === secrets_version) return last;
      const snapshot = readSnapshot(sessionId);
      const { state_version } = snapshot.session;
      const redacted = await redactBundle(buildBundle(snapshot), secrets);
      const record = { state_version, secrets_version, ...redacted };
      records.set(sessionId, record);
      return record;
    },
    async write(assignment, force) {
      const reason = await unavailable();
      if (reason !== null || ai === undefined) {
        const written = writeLocally(assignment.kind, assignment.record.bundle);
        return { ...written, unavailable: reason?.failure ?? null };
      }
      if (!force && limit !== undefined && now() < (retryAt(limit) ?? 0)) return { failed: limit };
      try {
        const written = await writeWithAi(ai, assignment);
        limit = undefined;
        return written;
      } catch (failure) {
        const { session_id, kind, signal } = assignment;
        if (signal.aborted) throw failure;
        const error = asAiError(failure);
        limit = retryAt(error) === null ? undefined : error;
        log.error(
          `the ${kind} note of session ${session_id} was not written by the AI (${error.code})`,
          error.cause,
        );
        return { failed: error };
      }
    },
  };
}

/** A failure of the AI as a preview shows it. */
export function aiFailure(error: AppError): AiFailure {
  return { code: error.code, message: error.message, retry_at: retryAt(error) };
}

function retryAt(error: AppError): number | null {
  const at = error.details?.retry_at;
  return typeof at === 'number' ? at : null;
}

function asAiError(failure: unknown): AppError {
  if (failure instanceof AppError) return failure;
  return new AppError(
    'AI_FAILED',
    'The AI did not write this note. Try again; the log has the cause.',
    undefined,
    { cause: failure },
  );
}
