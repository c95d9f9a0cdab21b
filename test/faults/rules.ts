import type { Played, Sight } from './play.ts';

const WANTED = { resolve: 'Completed', escalate: 'Escalated' } as const;

/** What a played case did that must never be; empty for a good one. */
export function brokenRules(played: Played): readonly string[] {
  const { the, sights, leaked, posts } = played;
  const broken: string[] = [];
  if (leaked) broken.push('a key stands in what was told or kept');
  for (const [index, one] of sights.entries()) {
    const asked = sights.slice(0, index + 1).some(({ action }) => action === 'post_again');
    if (one.notes > 1 && !asked) broken.push(`${one.notes} notes, and nobody asked for a second`);
    if (one.notes > 1 && asked && one.warnings === 0) broken.push('a double that is not told');
    broken.push(...(one.session === 'active' ? ofUnfinished(one) : ofFinished(one, played)));
  }
  const first = sights[0];
  if (posts > 1 && first?.stage === 'note_posted')
    broken.push(`${posts} POSTs of a note that was there`);
  const last = sights.at(-1);
  const refused = last?.outcome === 'PSA_REJECTED' && /merged/.test(last.message);
  if (last?.session === 'active' && !refused) {
    broken.push(`no way out: ${sights.map(({ outcome }) => outcome).join(', ')} (${the.fault})`);
  }
  return broken;
}

/** The session stays: nothing is lost, and the technician knows where the note is and what to do. */
function ofUnfinished({ draft_kept, outcome, message, notes }: Sight): readonly string[] {
  const broken: string[] = [];
  if (!draft_kept) broken.push('the draft is lost');
  if (outcome === 'resolved' || outcome === 'escalated')
    broken.push('success, and the session is open');
  if (outcome === 'INTERNAL' || !/^[A-Z_]+$/.test(outcome))
    broken.push(`no error of ours: ${outcome} ${message}`);
  if (!/CW #\d+/.test(message)) broken.push(`the message names no ticket: ${message}`);
  const isUnknown = outcome === 'PSA_OUTCOME_UNKNOWN';
  if (notes > 0 && !isUnknown && !/ is on CW #\d+ \(note \d+\)/.test(message)) {
    broken.push(`the note is there, and the message does not say so: ${message}`);
  }
  if (notes === 0 && !isUnknown && !/Nothing was (?:posted|sent)/.test(message)) {
    broken.push(`nothing is there, and the message does not say so: ${message}`);
  }
  if (!/try again|again|Settings|queue|instead|administrator|Look|give up|Correct/i.test(message)) {
    broken.push(`the message says nothing to do: ${message}`);
  }
  return broken;
}

/** The session is closed: what is said of the ticket is true. */
function ofFinished(one: Sight, { the, sights }: Played): readonly string[] {
  const broken: string[] = [];
  const accepted = sights.some(
    ({ action }) => action === 'accept_note' || action === 'close_anyway',
  );
  if (one.notes === 0) broken.push('closed, and there is no note');
  if (!one.notes_right && !accepted)
    broken.push('closed, and the note is not the one that was sent');
  if (one.verified_status === null && one.skipped_reason === null) {
    broken.push('closed, and nothing is said of the status');
  }
  const overruled = the.fault === 'status overridden later' || /meanwhile/.test(the.fault);
  if (one.verified_status !== null && one.verified_status !== WANTED[the.kind]) {
    broken.push(`verified as ${one.verified_status}`);
  }
  if (one.verified_status !== null && one.ticket_status !== one.verified_status && !overruled) {
    broken.push(`said to be ${one.verified_status}, is ${one.ticket_status}`);
  }
  return broken;
}
