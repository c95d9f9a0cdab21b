import { LRUCache } from 'lru-cache';
import type { AiRequest, SentRequest } from '../../shared/domain/ai.ts';
import type { AiFailure, NoteCheck, NoteKind, Preview } from '../../shared/domain/note.ts';
import type { AppError } from '../../shared/errors.ts';
import type { SecretGuard } from '../secrets/index.ts';
import { aiFailure, type DraftingAi } from './ai-drafting.ts';
import type { DraftingSnapshot, InputBundle } from './bundle.ts';
import { checkNote as checkWithAllRules, type NoteChecker } from './checks/check-note.ts';
import type { NoteBase } from './checks/provenance.ts';
import { requestFor } from './claude/claude-generator.ts';
import type { GeneratedNote, NoteGenerator } from './generator.ts';
import { createLineLedger, type LineStore } from './line-ledger.ts';
import { renderNote, uncited } from './note-document.ts';
import { createNoteWriting, type PreviewProgress, type WritingLog } from './note-writing.ts';
import { createSessionNotes, type NoteGround } from './session-notes.ts';
import { createSharedWork } from './shared-work.ts';
import { createShownNotes, type ShownNote } from './shown-notes.ts';

/** What is kept of a preview between runs of the app; findings are made anew. */
export type CachedPreview = Pick<Preview, 'markdown' | 'evidence' | 'left_out' | 'origin'> & {
  /** What went to the AI for it. */
  readonly sent: SentRequest | null;
};

/** Where previews are kept, one for each (kind, session, state version). */
export interface PreviewCache extends LineStore {
  find(sessionId: number, kind: NoteKind, stateVersion: number): CachedPreview | undefined;
  /** False where the session has moved on from this state version; nothing is kept then. */
  save(preview: CachedPreview & Pick<Preview, 'session_id' | 'kind' | 'state_version'>): boolean;
}

export interface PreviewDependencies {
  /** Throws `NOT_FOUND` for a session that is not on file. */
  readonly readStateVersion: (sessionId: number) => number;
  readonly readSnapshot: (sessionId: number) => DraftingSnapshot;
  readonly cache: PreviewCache;
  /** State version of the preview that a technician's draft started from, if there is a draft. */
  readonly readDraftVersion?: (sessionId: number, kind: NoteKind) => number | undefined;
  readonly local: NoteGenerator;
  readonly ai?: DraftingAi | undefined;
  readonly secrets: Pick<SecretGuard, 'find' | 'redactAll' | 'version'>;
  readonly checkNote?: NoteChecker;
  readonly log: WritingLog;
  readonly onProgress?: (progress: PreviewProgress) => void;
  readonly now?: () => number;
}

interface PreviewOptions {
  /** Generates anew and replaces what was kept; a failure of the AI is then the answer. */
  readonly force?: boolean;
  /** Has the local drafter write it, whatever the settings say. */
  readonly local?: boolean;
  readonly signal?: AbortSignal;
}

export interface PreviewService {
  /** The note for the session as it stands. */
  preview(sessionId: number, kind: NoteKind, options?: PreviewOptions): Promise<Preview>;
  /** What the checks say of a text. Without a `base`, lines are traced to the previews shown before. */
  check(
    sessionId: number,
    kind: NoteKind,
    markdown: string,
    base?: NoteBase | null,
  ): Promise<NoteCheck>;
  /** The generated notes that were shown for this session, the one on the screen first. */
  shown(sessionId: number, kind: NoteKind): Promise<readonly ShownNote[]>;
  /** What would be sent to the AI for this note, and where a person should look for secrets. */
  requestFor(
    sessionId: number,
    kind: NoteKind,
  ): Promise<
    Pick<AiRequest, 'system' | 'message' | 'secrets_removed'> & {
      readonly doubts: { readonly from: number; readonly to: number }[];
    }
  >;
}

type Attempt = { readonly preview: Preview } | { readonly failed: AppError };

/** A preview at hand, and what went to the AI for it. */
interface HeldPreview {
  /** The secrets that were known when it was judged. */
  readonly secrets_version: number;
  readonly preview: Preview;
  readonly sent: SentRequest | null;
}

/** Previews held in memory with their findings. */
const HELD = 64;

/**
 * Previews and checks of notes: cached by (kind, session, state version), one generation
 * for all who ask at once, nothing kept under a version that it was not made for.
 */
export function createPreviewService(dependencies: PreviewDependencies): PreviewService {
  const { cache, local, ai, log, secrets, now = Date.now, onProgress = () => {} } = dependencies;
  const { readSnapshot, readStateVersion } = dependencies;
  const checkNote = dependencies.checkNote ?? checkWithAllRules;
  const notes = createSessionNotes({ readSnapshot, secrets, checkNote });
  const writing = createNoteWriting({ notes, local, ai, log, now, onProgress });
  const shown = createShownNotes();
  const ledger = createLineLedger(cache, (error) =>
    log.error('the lines of a note were not kept', error),
  );
  const held = new LRUCache<string, HeldPreview>({ max: HELD });
  /** Versions for which the technician chose the local drafter although the AI could be asked. */
  const choseLocal = new LRUCache<string, true>({ max: HELD });
  const work = createSharedWork<Attempt>();

  /** Findings are made here, so a preview from the cache is judged by the rules of this version of the app. */
  async function judged(
    sessionId: number,
    kind: NoteKind,
    note: CachedPreview,
    { bundle, state_version }: NoteGround,
    ai_failure: AiFailure | null,
  ): Promise<Preview> {
    const { markdown, evidence, origin, left_out } = note;
    const { findings } = await notes.check(kind, markdown, bundle, [{ markdown, evidence }]);
    shown.remember(sessionId, kind, note);
    ledger.add(sessionId, kind, note);
    return {
      session_id: sessionId,
      kind,
      markdown,
      evidence: [...evidence],
      target_ticket_ref: bundle.ticket,
      state_version,
      from_cache: false,
      origin,
      ai_failure,
      findings,
      left_out: [...left_out],
    };
  }

  async function findKept(
    sessionId: number,
    kind: NoteKind,
    version: number,
  ): Promise<Preview | undefined> {
    const key = `${sessionId}:${kind}`;
    const inMemory = held.get(key);
    const isCurrent =
      inMemory?.preview.state_version === version && inMemory.secrets_version === secrets.version();
    const kept = isCurrent
      ? { ...inMemory.preview, sent: inMemory.sent }
      : cache.find(sessionId, kind, version);
    if (kept === undefined) return undefined;
    const reason = await reasonForLocal(kept.origin, `${key}:${version}`);
    if (reason === undefined) return undefined;
    if (isCurrent) {
      shown.remember(sessionId, kind, kept);
      return { ...inMemory.preview, ai_failure: reason.failure };
    }
    const ground = await notes.read(sessionId, version);
    if (ground.state_version !== version) return undefined;
    const preview = await judged(sessionId, kind, kept, ground, reason.failure);
    held.set(key, { preview, sent: kept.sent, secrets_version: secrets.version() });
    return preview;
  }

  /**
   * Why a kept note may serve: the AI's always; a local one while the AI cannot be asked or is not
   * wanted for this version. Undefined where the AI should write it now.
   */
  async function reasonForLocal(
    origin: Preview['origin'],
    versionKey: string,
  ): Promise<{ readonly failure: AiFailure | null } | undefined> {
    if (origin === 'ai' || choseLocal.has(versionKey)) return { failure: null };
    return (await writing.unavailable()) ?? undefined;
  }

  /** A preview, or why the AI did not write it; what becomes of a failure is for each who asked. */
  async function generate(
    sessionId: number,
    kind: NoteKind,
    version: number,
    { force = false, local: wantsLocal = false, signal }: PreviewOptions & { signal: AbortSignal },
  ): Promise<Attempt> {
    const ground = await notes.read(sessionId, version);
    const assignment = { session_id: sessionId, kind, ground, signal };
    const written = wantsLocal
      ? { note: await writing.writeLocally(assignment), origin: local.origin, unavailable: null }
      : await writing.write(assignment, force);
    if ('failed' in written) return { failed: written.failed };
    const entry = entryOf(written.note, written.origin, ground.bundle);
    const preview = await judged(sessionId, kind, entry, ground, written.unavailable);
    const { state_version } = ground;
    // Stopped, or set aside for the local draft while it was still being written.
    const isUnwanted =
      signal.aborted || (!wantsLocal && choseLocal.has(`${sessionId}:${kind}:${state_version}`));
    if (!isUnwanted && readStateVersion(sessionId) === state_version) {
      if (wantsLocal) choseLocal.set(`${sessionId}:${kind}:${state_version}`, true);
      keep({ session_id: sessionId, kind, state_version, ...entry }, preview);
    }
    return { preview };
  }

  /** The local draft in place of the AI's. It is not kept: the next look at the note tries the AI again. */
  async function substitute(
    sessionId: number,
    kind: NoteKind,
    version: number,
    failed: AppError,
  ): Promise<Preview> {
    const ground = await notes.read(sessionId, version);
    const { signal } = new AbortController();
    const note = await writing.writeLocally({ session_id: sessionId, kind, ground, signal });
    const entry = entryOf(note, local.origin, ground.bundle);
    return judged(sessionId, kind, entry, ground, aiFailure(failed));
  }

  function keep(entry: Parameters<PreviewCache['save']>[0], preview: Preview) {
    try {
      if (!cache.save(entry)) return;
      held.set(`${entry.session_id}:${entry.kind}`, {
        preview,
        sent: entry.sent,
        secrets_version: secrets.version(),
      });
    } catch (error) {
      // The note is good all the same; only the next look at it will cost more.
      log.error(`the preview of session ${entry.session_id} was not kept`, error);
    }
  }

  /** After a restart the notes that a text may stem from are read from the cache. */
  function shownNotes(sessionId: number, kind: NoteKind, version: number): readonly ShownNote[] {
    const inMemory = shown.of(sessionId, kind);
    if (inMemory !== undefined) return inMemory;
    const draftVersion = dependencies.readDraftVersion?.(sessionId, kind);
    for (const from of new Set([draftVersion ?? version, version])) {
      const kept = cache.find(sessionId, kind, from);
      if (kept !== undefined) shown.remember(sessionId, kind, kept);
    }
    return shown.of(sessionId, kind) ?? [];
  }

  /** All that a technician's text may have been taken over from. */
  function basesOf(sessionId: number, kind: NoteKind, version: number): readonly NoteBase[] {
    return [...shownNotes(sessionId, kind, version), ledger.base(sessionId, kind)];
  }

  return {
    async preview(sessionId, kind, { force = false, local: wantsLocal = false, signal } = {}) {
      const version = readStateVersion(sessionId);
      if (!force && !wantsLocal) {
        const kept = await findKept(sessionId, kind, version);
        if (kept !== undefined) return { ...kept, from_cache: true };
      }
      if (!wantsLocal) choseLocal.delete(`${sessionId}:${kind}:${version}`);
      const attempt = await work.join(
        `${sessionId}:${kind}:${version}:${wantsLocal ? 'local' : 'any'}`,
        (shared) =>
          generate(sessionId, kind, version, { force, local: wantsLocal, signal: shared }),
        signal,
      );
      if ('preview' in attempt) return attempt.preview;
      // Whoever asked for a new note has a text already, and decides what becomes of it.
      if (force) throw attempt.failed;
      return substitute(sessionId, kind, version, attempt.failed);
    },

    async check(sessionId, kind, markdown, base) {
      const version = readStateVersion(sessionId);
      const { bundle } = await notes.read(sessionId, version);
      const given = base === null ? [] : base && [base];
      return notes.check(kind, markdown, bundle, given ?? basesOf(sessionId, kind, version));
    },

    shown: async (sessionId, kind) => shownNotes(sessionId, kind, readStateVersion(sessionId)),

    async requestFor(sessionId, kind) {
      const { bundle, secrets_removed } = await notes.read(sessionId, readStateVersion(sessionId));
      const request = requestFor(kind, bundle, (await ai?.tone()) ?? 'plain');
      const doubts = (await secrets.find(request.message))
        .filter(({ kind: found }) => found === 'doubt')
        .map(({ from, to }) => ({ from, to }));
      return { ...request, secrets_removed, doubts };
    },
  };
}

function entryOf(
  { document, sent }: GeneratedNote,
  origin: Preview['origin'],
  bundle: InputBundle,
): CachedPreview {
  const rendered = renderNote(document);
  const facts = bundle.facts.map((fact) => fact.evidence_id);
  return { ...rendered, origin, sent, left_out: uncited(facts, rendered.evidence) };
}
