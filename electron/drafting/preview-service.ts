import { LRUCache } from 'lru-cache';
import type { NoteCheck, NoteKind, Preview } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import { buildBundle, type DraftingSnapshot, type InputBundle } from './bundle.ts';
import { checkNote as checkWithAllRules, type NoteChecker } from './checks/check-note.ts';
import type { NoteBase } from './checks/provenance.ts';
import type { NoteGenerator } from './generator.ts';
import { type NoteDocument, type RenderedNote, renderNote, uncited } from './note-document.ts';
import { createSharedWork } from './shared-work.ts';

/** What is kept of a preview between runs of the app; findings are made anew. */
export type CachedPreview = Pick<Preview, 'markdown' | 'evidence' | 'left_out' | 'origin'>;

/** Where previews are kept, one for each (kind, session, state version). */
export interface PreviewCache {
  find(sessionId: number, kind: NoteKind, stateVersion: number): CachedPreview | undefined;
  /** False where the session has moved on from this state version; nothing is kept then. */
  save(preview: CachedPreview & Pick<Preview, 'session_id' | 'kind' | 'state_version'>): boolean;
}

export interface PreviewLog {
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

export interface PreviewDependencies {
  /** Throws `NOT_FOUND` for a session that is not on file. */
  readonly readStateVersion: (sessionId: number) => number;
  readonly readSnapshot: (sessionId: number) => DraftingSnapshot;
  readonly cache: PreviewCache;
  /** State version of the preview that a technician's draft started from, if there is a draft. */
  readonly readDraftVersion?: (sessionId: number, kind: NoteKind) => number | undefined;
  /** `ai` is looked at for each preview, so it may come and go with the key. */
  readonly generators: { readonly local: NoteGenerator; readonly ai?: NoteGenerator | undefined };
  readonly checkNote?: NoteChecker;
  readonly log: PreviewLog;
  /** Told when the AI failed and the local draft is offered in its place. */
  readonly onGenerationFailed?: (failure: {
    readonly session_id: number;
    readonly kind: NoteKind;
    readonly error: AppError;
  }) => void;
}

export interface PreviewService {
  /** The note for the session as it stands. `force` generates anew and replaces what was kept. */
  preview(
    sessionId: number,
    kind: NoteKind,
    options?: { readonly force?: boolean; readonly signal?: AbortSignal },
  ): Promise<Preview>;
  /** What the checks say of a text. Without a `base`, lines are traced to the previews shown before. */
  check(
    sessionId: number,
    kind: NoteKind,
    markdown: string,
    base?: NoteBase | null,
  ): Promise<NoteCheck>;
}

/** Sessions whose previews are held in memory with their findings. */
const SESSIONS_HELD = 32;
/** Generated notes of one session and kind that a technician's text is traced to. */
const BASES_HELD = 4;

/**
 * Previews and checks of notes: cached by (kind, session, state version), one generation
 * for all who ask at once, nothing kept under a version that it was not made for.
 */
export function createPreviewService(dependencies: PreviewDependencies): PreviewService {
  const { cache, generators, log } = dependencies;
  const checkNote = dependencies.checkNote ?? checkWithAllRules;
  const previews = new LRUCache<string, Preview>({ max: SESSIONS_HELD * 2 });
  const bundles = new LRUCache<
    number,
    { readonly state_version: number; readonly bundle: InputBundle }
  >({
    max: SESSIONS_HELD,
  });
  const bases = new LRUCache<string, readonly NoteBase[]>({ max: SESSIONS_HELD * 2 });
  const work = createSharedWork<Preview>();

  /** The bundle and the version it was read at, which is newer than `known` if the session moved on meanwhile. */
  function readBundle(sessionId: number, known: number) {
    const held = bundles.get(sessionId);
    if (held?.state_version === known) return held;
    const snapshot = dependencies.readSnapshot(sessionId);
    const read = { state_version: snapshot.session.state_version, bundle: buildBundle(snapshot) };
    bundles.set(sessionId, read);
    return read;
  }

  function remember(sessionId: number, kind: NoteKind, { markdown, evidence }: NoteBase) {
    const key = `${sessionId}:${kind}`;
    const others = (bases.get(key) ?? []).filter((base) => base.markdown !== markdown);
    bases.set(key, [{ markdown, evidence }, ...others].slice(0, BASES_HELD));
  }

  /** Findings are made here, so a preview from the cache is judged by the rules of this version of the app. */
  function judged(
    sessionId: number,
    kind: NoteKind,
    note: CachedPreview,
    at: { readonly state_version: number; readonly bundle: InputBundle },
  ): Preview {
    const { markdown, evidence } = note;
    const { findings } = checkNote({
      kind,
      markdown,
      bundle: at.bundle,
      bases: [{ markdown, evidence }],
    });
    return {
      session_id: sessionId,
      kind,
      markdown,
      evidence: [...evidence],
      target_ticket_ref: at.bundle.ticket,
      state_version: at.state_version,
      from_cache: false,
      origin: note.origin,
      findings,
      left_out: [...note.left_out],
    };
  }

  function findKept(sessionId: number, kind: NoteKind, version: number): Preview | undefined {
    const held = previews.get(`${sessionId}:${kind}`);
    if (held?.state_version === version) return held;
    const kept = cache.find(sessionId, kind, version);
    if (kept === undefined) return undefined;
    const at = readBundle(sessionId, version);
    return at.state_version === version ? judged(sessionId, kind, kept, at) : undefined;
  }

  async function generate(
    sessionId: number,
    kind: NoteKind,
    version: number,
    signal: AbortSignal,
  ): Promise<Preview> {
    const at = readBundle(sessionId, version);
    const { bundle, state_version } = at;
    const review = (document: NoteDocument) => {
      const { markdown, evidence } = renderNote(document);
      return checkNote({ kind, markdown, bundle, bases: [{ markdown, evidence }] }).findings;
    };
    const { document, origin, is_substitute } = await runGenerators(sessionId, {
      kind,
      bundle,
      signal,
      review,
    });
    const rendered = renderNote(document);
    const note = { ...rendered, origin, left_out: leftOut(bundle, rendered) };
    const preview = judged(sessionId, kind, note, at);
    remember(sessionId, kind, preview);
    // A substitute is not kept: the next look at the note tries the AI again.
    if (!is_substitute && dependencies.readStateVersion(sessionId) === state_version) {
      keep({ session_id: sessionId, kind, state_version, ...note }, preview);
    }
    return preview;
  }

  async function runGenerators(
    sessionId: number,
    request: Parameters<NoteGenerator['generate']>[0],
  ): Promise<{ document: NoteDocument; origin: Preview['origin']; is_substitute: boolean }> {
    const { ai, local } = generators;
    if (ai !== undefined) {
      try {
        return { document: await ai.generate(request), origin: ai.origin, is_substitute: false };
      } catch (cause) {
        if (request.signal.aborted) throw cause;
        const error = asAiFailure(cause);
        log.error(
          `the ${request.kind} note of session ${sessionId} was not written by the AI (${error.code})`,
          cause,
        );
        dependencies.onGenerationFailed?.({ session_id: sessionId, kind: request.kind, error });
      }
    }
    const document = await local.generate(request);
    return { document, origin: local.origin, is_substitute: ai !== undefined };
  }

  function keep(entry: Parameters<PreviewCache['save']>[0], preview: Preview) {
    try {
      if (!cache.save(entry)) return;
      previews.set(`${entry.session_id}:${entry.kind}`, preview);
    } catch (error) {
      // The note is good all the same; only the next look at it will cost more.
      log.error(`the preview of session ${entry.session_id} was not kept`, error);
    }
  }

  return {
    async preview(sessionId, kind, { force = false, signal } = {}) {
      const version = dependencies.readStateVersion(sessionId);
      if (!force) {
        const kept = findKept(sessionId, kind, version);
        if (kept !== undefined) {
          previews.set(`${sessionId}:${kind}`, kept);
          remember(sessionId, kind, kept);
          return { ...kept, from_cache: true };
        }
      }
      return work.join(
        `${sessionId}:${kind}:${version}`,
        (shared) => generate(sessionId, kind, version, shared),
        signal,
      );
    },

    async check(sessionId, kind, markdown, base) {
      const version = dependencies.readStateVersion(sessionId);
      const { bundle } = readBundle(sessionId, version);
      if (base !== undefined) {
        return checkNote({ kind, markdown, bundle, bases: base === null ? [] : [base] });
      }
      const key = `${sessionId}:${kind}`;
      if (!bases.has(key)) {
        const draftVersion = dependencies.readDraftVersion?.(sessionId, kind);
        for (const from of new Set([draftVersion ?? version, version])) {
          const kept = cache.find(sessionId, kind, from);
          if (kept !== undefined) remember(sessionId, kind, kept);
        }
      }
      return checkNote({ kind, markdown, bundle, bases: bases.get(key) ?? [] });
    },
  };
}

function leftOut(bundle: InputBundle, { evidence }: RenderedNote): string[] {
  return uncited(
    bundle.facts.map((fact) => fact.evidence_id),
    evidence,
  );
}

function asAiFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError(
    'AI_FAILED',
    'The AI did not write this note. The local draft is shown instead.',
    undefined,
    { cause },
  );
}
