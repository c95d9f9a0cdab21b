import { LRUCache } from 'lru-cache';
import type { AiRequest, SentRequest } from '../../shared/domain/ai.ts';
import type {
  AiFailure,
  Draft,
  NoteCheck,
  NoteKind,
  NoteReview,
  Preview,
} from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { AppError } from '../../shared/errors.ts';
import type { DraftingSnapshot, InputBundle } from './bundle.ts';
import { checkNote } from './checks/check-note.ts';
import { requestFor } from './claude/claude-generator.ts';
import { createGeneratedNotes, type SentenceStore, type ShownNote } from './generated-notes.ts';
import { draftLocally } from './local/local-generator.ts';
import { leftOut, type RenderedNote, renderNote } from './note-document.ts';
import { createNoteReview, type NoteReader } from './note-review.ts';
import {
  aiFailure,
  createNoteWriting,
  type DraftingAi,
  type NoteRecord,
  type WritingOptions,
  type Written,
} from './note-writing.ts';
import { createSharedWork } from './shared-work.ts';

/** What is kept of a preview between runs of the app; findings are made each time it is shown. */
export type CachedPreview = Pick<Preview, 'markdown' | 'evidence' | 'left_out' | 'origin'> & {
  /** What went to the AI for it. */
  readonly sent: SentRequest | null;
};

/** Where previews are kept, one for each (kind, session, state version). */
export interface PreviewCache extends SentenceStore {
  find(sessionId: number, kind: NoteKind, stateVersion: number): CachedPreview | undefined;
  /** False where the session has a newer state version; nothing is kept then. */
  save(preview: CachedPreview & Pick<Preview, 'session_id' | 'kind' | 'state_version'>): boolean;
}

/** What drafting needs of the session store. */
export interface PreviewStore {
  /** Throws `NOT_FOUND` for a session that is not on file. */
  readonly sessions: { get(id: number): Pick<Session, 'state_version'> };
  snapshot(sessionId: number): DraftingSnapshot;
  readonly previews: PreviewCache;
  readonly drafts: {
    find(sessionId: number, kind: NoteKind): Pick<Draft, 'base_state_version'> | undefined;
  };
}

interface Options
  extends Pick<WritingOptions, 'secrets' | 'log'>,
    Partial<Pick<WritingOptions, 'checkNote' | 'localDraft' | 'now' | 'onProgress'>> {
  /** The store in use; it may change while the app runs, and throws while there is none. */
  readonly store: () => PreviewStore;
  readonly ai?: DraftingAi | undefined;
  /** Reads finished notes once more; without one, nobody does. */
  readonly reader?: NoteReader;
}

interface PreviewOptions {
  /** Generates a new note and replaces what was kept; a failure of the AI is then the answer. */
  readonly force?: boolean;
  /** Has the local drafter write it, whatever the settings say. */
  readonly local?: boolean;
  readonly signal?: AbortSignal;
}

export interface PreviewService {
  /** The note for the session in its current state. */
  preview(sessionId: number, kind: NoteKind, options?: PreviewOptions): Promise<Preview>;
  /** What the checks say of a text. Without a `base`, sentences are traced to the previews shown before. */
  check(
    sessionId: number,
    kind: NoteKind,
    markdown: string,
    base?: RenderedNote | null,
  ): Promise<NoteCheck>;
  /** What the second reader says of a text. Rejects with `CANCELLED` after an abort, and for nothing else of the AI. */
  review(
    sessionId: number,
    kind: NoteKind,
    markdown: string,
    signal?: AbortSignal,
  ): Promise<NoteReview>;
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

/** Previews and checks of notes over the store in use. */
export function createPreviews(options: Options): PreviewService {
  let held: { readonly store: PreviewStore; readonly service: PreviewService } | undefined;
  // Another store may have other facts under the same session and state version.
  function service(): PreviewService {
    const store = options.store();
    if (held?.store !== store) held = { store, service: previewsOver(store, options) };
    return held.service;
  }
  return {
    preview: async (...request) => service().preview(...request),
    check: async (...request) => service().check(...request),
    review: async (...request) => service().review(...request),
    shown: async (...request) => service().shown(...request),
    requestFor: async (...request) => service().requestFor(...request),
  };
}

type Attempt = { readonly preview: Preview } | { readonly failed: AppError };

/** A preview at hand, and what went to the AI for it. */
interface HeldPreview {
  /** The secrets that were known when it was checked. */
  readonly secrets_version: number;
  readonly preview: Preview;
  readonly sent: SentRequest | null;
}

/** Previews held in memory with their findings. */
const HELD = 64;

/**
 * Cached by (kind, session, state version), one generation for all who ask at once, nothing kept under
 * a version that it was not made for.
 */
function previewsOver(store: PreviewStore, options: Options): PreviewService {
  const { ai, log, secrets, now = Date.now, onProgress = () => {} } = options;
  const localDraft = options.localDraft ?? draftLocally;
  const writing = createNoteWriting({
    readSnapshot: (sessionId) => store.snapshot(sessionId),
    secrets,
    checkNote: options.checkNote ?? checkNote,
    localDraft,
    ai,
    log,
    now,
    onProgress,
  });
  const generated = createGeneratedNotes(store.previews, (error) =>
    log.error('the sentences of a note were not kept', error),
  );
  const reviews = createNoteReview({ reader: options.reader, secrets, log, now });
  const held = new LRUCache<string, HeldPreview>({ max: HELD });
  /** Versions for which the technician chose the local drafter although the AI could be asked. */
  const choseLocal = new LRUCache<string, true>({ max: HELD });
  const work = createSharedWork<Attempt>();
  const readStateVersion = (sessionId: number) => store.sessions.get(sessionId).state_version;

  /** Findings are made here, so a preview from the cache is checked by the rules of this version of the app. */
  async function checked(
    sessionId: number,
    kind: NoteKind,
    note: CachedPreview,
    { bundle, state_version }: NoteRecord,
    ai_failure: AiFailure | null,
  ): Promise<Preview> {
    const { markdown, evidence, origin, left_out } = note;
    const { findings } = await writing.check(kind, markdown, bundle, [{ markdown, evidence }]);
    generated.remember(sessionId, kind, note);
    return {
      session_id: sessionId,
      kind,
      markdown,
      evidence,
      target_ticket_ref: bundle.ticket,
      state_version,
      from_cache: false,
      origin,
      ai_failure,
      findings,
      left_out,
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
      : store.previews.find(sessionId, kind, version);
    if (kept === undefined) return undefined;
    const reason = await reasonToKeep(kept.origin, `${key}:${version}`);
    if (reason === undefined) return undefined;
    if (isCurrent) {
      generated.remember(sessionId, kind, kept);
      return { ...inMemory.preview, ai_failure: reason.failure };
    }
    const record = await writing.read(sessionId, version);
    if (record.state_version !== version) return undefined;
    const preview = await checked(sessionId, kind, kept, record, reason.failure);
    held.set(key, { preview, sent: kept.sent, secrets_version: secrets.version() });
    return preview;
  }

  /**
   * Why a kept note may serve: the AI's always; a local one while the AI cannot be asked or is not
   * wanted for this version. Undefined where the AI should write it now.
   */
  async function reasonToKeep(
    origin: Preview['origin'],
    versionKey: string,
  ): Promise<{ readonly failure: AiFailure | null } | undefined> {
    if (origin === 'ai' || choseLocal.has(versionKey)) return { failure: null };
    return (await writing.unavailable()) ?? undefined;
  }

  /** A preview, or why the AI did not write it; what is done about a failure is for each who asked. */
  async function generate(
    sessionId: number,
    kind: NoteKind,
    version: number,
    { force = false, local: wantsLocal = false, signal }: PreviewOptions & { signal: AbortSignal },
  ): Promise<Attempt> {
    const record = await writing.read(sessionId, version);
    const written = wantsLocal
      ? writing.writeLocally(kind, record.bundle)
      : await writing.write({ session_id: sessionId, kind, record, signal }, force);
    if ('failed' in written) return { failed: written.failed };
    const entry = entryOf(written, record.bundle);
    const preview = await checked(sessionId, kind, entry, record, written.unavailable);
    const { state_version } = record;
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
    const record = await writing.read(sessionId, version);
    const entry = entryOf(writing.writeLocally(kind, record.bundle), record.bundle);
    return checked(sessionId, kind, entry, record, aiFailure(failed));
  }

  function keep(entry: Parameters<PreviewCache['save']>[0], preview: Preview) {
    try {
      if (!store.previews.save(entry)) return;
      held.set(`${entry.session_id}:${entry.kind}`, {
        preview,
        sent: entry.sent,
        secrets_version: secrets.version(),
      });
    } catch (error) {
      // The note is still good; only the next look at it will cost more.
      log.error(`the preview of session ${entry.session_id} was not kept`, error);
    }
  }

  /** After a restart the notes that a text may come from are read from the cache. */
  function shownNotes(sessionId: number, kind: NoteKind, version: number): readonly ShownNote[] {
    const inMemory = generated.shown(sessionId, kind);
    if (inMemory !== undefined) return inMemory;
    const draftVersion = store.drafts.find(sessionId, kind)?.base_state_version;
    for (const from of new Set([draftVersion ?? version, version])) {
      const kept = store.previews.find(sessionId, kind, from);
      if (kept !== undefined) generated.remember(sessionId, kind, kept);
    }
    return generated.shown(sessionId, kind) ?? [];
  }

  /** All that a technician's text may have been taken over from. */
  function basesOf(sessionId: number, kind: NoteKind, version: number): readonly RenderedNote[] {
    return [...shownNotes(sessionId, kind, version), generated.sentences(sessionId, kind)];
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
      // Whoever asked for a new note has a text already, and decides what to do with it.
      if (force) throw attempt.failed;
      return substitute(sessionId, kind, version, attempt.failed);
    },

    async check(sessionId, kind, markdown, base) {
      const version = readStateVersion(sessionId);
      const { bundle } = await writing.read(sessionId, version);
      const given = base === null ? [] : base && [base];
      return writing.check(kind, markdown, bundle, given ?? basesOf(sessionId, kind, version));
    },

    async review(sessionId, kind, markdown, signal) {
      const version = readStateVersion(sessionId);
      const { bundle } = await writing.read(sessionId, version);
      const bases = basesOf(sessionId, kind, version);
      const { evidence } = await writing.check(kind, markdown, bundle, bases);
      return reviews.review({ session_id: sessionId, markdown, evidence, bundle }, signal);
    },

    shown: async (sessionId, kind) => shownNotes(sessionId, kind, readStateVersion(sessionId)),

    async requestFor(sessionId, kind) {
      const version = readStateVersion(sessionId);
      const { bundle, secrets_removed } = await writing.read(sessionId, version);
      const tone = (await ai?.tone()) ?? 'plain';
      const request = requestFor(kind, bundle, localDraft(kind, bundle), tone);
      const doubts = (await secrets.find(request.message))
        .filter(({ kind: found }) => found === 'doubt')
        .map(({ from, to }) => ({ from, to }));
      return { ...request, secrets_removed, doubts };
    },
  };
}

function entryOf({ document, origin, sent }: Written, bundle: InputBundle): CachedPreview {
  const rendered = renderNote(document);
  return { ...rendered, origin, sent, left_out: leftOut(document.kind, bundle, rendered.evidence) };
}
