import type { Attachment } from '../../shared/domain/attachment.ts';
import type { Draft, NoteKind } from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';

const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  resolve: 'resolution-note',
  escalate: 'escalation-package',
};

/** Characters of a title that stand in a file name, at most. */
const SLUG = 40;

/** Notes of a session as files: those that closed it, and the drafts that did not. */
export function* noteFiles(whole: {
  readonly session: Session;
  readonly write_backs: readonly WriteBack[];
  readonly drafts: readonly Draft[];
}): Generator<readonly [name: string, text: string]> {
  const start = [`${whole.session.id}`, slug(whole.session.title)].filter(Boolean).join('-');
  for (const { id, kind, markdown } of whole.write_backs) {
    yield [`${start}-${KIND_WORDS[kind]}-${id}.md`, markdown];
  }
  for (const { kind, markdown } of whole.drafts) {
    yield [`${start}-${KIND_WORDS[kind]}-draft.md`, markdown];
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** The name of an attachment's file. What it was called when it was pasted stands in its session. */
export function attachmentFile({ id, session_id, media_type }: Attachment): string {
  return `${session_id}-${id}.${ENDINGS[media_type] ?? 'txt'}`;
}

/** A title in letters and digits that every file system takes. */
function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, SLUG)
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}

export const EXPORT_README = `Everything that ResolutionFlow kept on this computer, as plain files.

sessions.jsonl   one session a line, as JSON: what it is about, facts, fixes, checks, names, scripts, messages,
                 drafts, notes as they were posted, and every step of the posting. Times are
                 milliseconds since 1970-01-01 UTC.
templates.jsonl  the script templates that were made here, one a line
notes/           the notes as Markdown: <session>-<title>-<kind>-<number>.md as posted, -draft.md not
attachments/     pasted pictures and output, <session>-<attachment>
settings.json    the settings

Keys and the values of password parameters are not in here: they are not kept in files. Text that was
typed or pasted is as it is; look through it before you pass it on.
`;
