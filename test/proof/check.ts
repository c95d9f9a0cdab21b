import {
  checkNote,
  type InputBundle,
  type NoteDocument,
  type RenderedNote,
  renderNote,
} from '../../electron/drafting/index.ts';
import { createSecretGuard } from '../../electron/secrets/index.ts';
import type { Finding } from '../../shared/domain/note.ts';

/** A note to be checked the way the app does: rendered, and looked through for secrets first. */
export interface NoteUnderProof {
  readonly document: NoteDocument;
  readonly bundle: InputBundle;
  readonly edit?: (markdown: string) => string;
  /** Values that the session's guard holds; without them no search for secrets is made. */
  readonly secrets?: readonly string[];
}

export interface CheckedNote {
  readonly markdown: string;
  readonly findings: readonly Finding[];
}

export async function checked(note: NoteUnderProof): Promise<CheckedNote> {
  const { base, markdown } = written(note);
  const secrets = note.secrets === undefined ? [] : await guardOf(note.secrets).find(markdown);
  const { findings } = checkNote({
    kind: note.document.kind,
    markdown,
    bundle: note.bundle,
    bases: [base],
    secrets,
  });
  return { markdown, findings };
}

/** Looks through many notes in one go, which is far faster than one at a time; the guard keeps the answers. */
export async function searchAhead(notes: readonly NoteUnderProof[]): Promise<void> {
  for (const secrets of new Set(notes.map((note) => note.secrets))) {
    if (secrets === undefined) continue;
    const group = notes.filter((note) => note.secrets === secrets);
    await guardOf(secrets).redactAll(group.map((note) => written(note).markdown));
  }
}

function written({ document, edit }: NoteUnderProof): {
  readonly base: RenderedNote;
  readonly markdown: string;
} {
  const base = renderNote(document);
  return { base, markdown: edit?.(base.markdown) ?? base.markdown };
}

/** The findings of a note that its correct form does not have. */
export function newFindings(note: CheckedNote, before: CheckedNote): Finding[] {
  const key = ({ markdown }: CheckedNote, { rule_id, level, message, from, to }: Finding) =>
    [rule_id, level, message, markdown.slice(from, to)].join('\n');
  const known = new Set(before.findings.map((finding) => key(before, finding)));
  return note.findings.filter((finding) => !known.has(key(note, finding)));
}

export function blocking(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.level === 'block');
}

const guards = new Map<string, ReturnType<typeof createSecretGuard>>();

/** A guard that holds these values; the same values answer the same guard. */
export function guardOf(secrets: readonly string[]): ReturnType<typeof createSecretGuard> {
  const key = JSON.stringify(secrets);
  const guard = guards.get(key) ?? createSecretGuard();
  if (!guards.has(key)) {
    for (const secret of secrets) guard.remember(secret);
    guards.set(key, guard);
  }
  return guard;
}
