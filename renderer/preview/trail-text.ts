import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { AuditEntry, WriteBack } from '../../shared/domain/write-back.ts';

/** A step's name as words: `note_stored` becomes `Note stored`. */
export function stepWords(step: string): string {
  const words = step.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The whole trail of a session as a file to keep or to send: each step with its time (ISO, UTC), and for
 * each note the text that was posted with the draft that it came from.
 */
export function trailText(
  { session, write_backs }: Pick<SessionSnapshot, 'session' | 'write_backs'>,
  entries: readonly AuditEntry[],
): string {
  const ticket = session.ticket_ref === null ? 'no ticket' : `CW #${session.ticket_ref}`;
  const steps = entries.map(
    ({ created_at, step, detail }) =>
      `- ${new Date(created_at).toISOString()} ${stepWords(step)}: ${detail.replace(/\s+/g, ' ')}`,
  );
  return [
    `# ${session.title}`,
    `${ticket}, ${session.state}`,
    '',
    '# Steps',
    ...(steps.length === 0 ? ['No steps were recorded.'] : steps),
    ...write_backs.flatMap(noteTexts),
    '',
  ].join('\n');
}

function noteTexts({ markdown, draft_markdown, draft_origin }: WriteBack): string[] {
  const writer = draft_origin === 'ai' ? 'by the AI' : 'on this machine';
  return [
    '',
    '# Posted',
    '',
    markdown.trim(),
    '',
    `# Drafted${draft_origin === null ? '' : ` ${writer}`}`,
    '',
    draft_markdown === null ? 'No draft was kept.' : draft_markdown.trim(),
  ];
}
