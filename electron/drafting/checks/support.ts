import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { findHosts } from '../language/hosts.ts';
import { conceptsOf, shareOf } from '../language/stems.ts';
import { isVerbatim, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const NEXT_STEPS = NOTE_HEADINGS.escalate[4];
const [PROBLEM_FOR_CUSTOMER, CONFIRMED_FOR_CUSTOMER] = NOTE_HEADINGS.resolve;

/**
 * How much of what a line is about its rows must be about. A package stays close to the record; the
 * customer's note says the same in other words, so there only a line that shares nothing is named.
 */
const LEAST = { escalate: 0.2, resolve: 0.1 } as const;

/** Advice, thanks and "nothing was changed" rest on no row by their nature. */
const ABOUT_NOTHING_DONE =
  /\b(?:no|not|nothing|none|never|without|cannot|please|if|when|should|will|would|you|your|planned|still to)\b|n['’]t\b/i;

/** That a fix was applied or a script was run is said of any row of its kind. */
const ABOUT_WORK = conceptsOf(
  'This fix was applied and helped in part. We ran a script as part of the work. It worked.',
);
/** Sentences on how a row stands, which hold no word of the row itself. */
const STANDING =
  /\b(?:its result (?:is|was) not known yet|its result cannot be verified yet|a later fix superseded it|diagnostic check|the leading suggestion, at \d+ % confidence|no title|no name|it did not help, so it is ruled out|it was dismissed|it changed the system|nothing to undo|to undo it|undo(?=:)|it has not been tried yet|its outcome was not recorded|how to undo it is not recorded|what we tried did not solve the problem|we made a change(?: on the system)?|its details are kept in our internal record)\b/gi;

/**
 * G14: what a generated line says is at least about what its rows are about. The net for a plausible
 * step that nobody took and that holds no name or number to look up.
 */
export const supportRule = rule('G14', (note) =>
  note.items.flatMap((item): Fault[] => {
    if (item.provenance !== 'generated' || item.section === NEXT_STEPS) return [];
    if (item.evidence_ids.length === 0 || isVerbatim(note, item)) return [];
    const { text, from, to } = { ...item.block };
    if (note.kind === 'resolve' && ABOUT_NOTHING_DONE.test(text)) return [];
    const own = conceptsOf(text.replace(STANDING, ' '));
    const said = new Set([...own].filter((concept) => !ABOUT_WORK.has(concept)));
    if (said.size === 0 || supportOf(note, item, said) >= LEAST[note.kind]) return [];
    const isBackground =
      item.section === PROBLEM_FOR_CUSTOMER || item.section === CONFIRMED_FOR_CUSTOMER;
    return [
      {
        from,
        to,
        level: isBackground ? 'warn' : 'block',
        message:
          'What this line rests on is about something else. Record it in the session, or take it out.',
      },
    ];
  }),
);

/** What a name such as DESK-114 is called in the customer's note. */
const PLAIN_HOSTS = conceptsOf('the computer, the server');

function supportOf(note: NoteView, item: NoteItem, said: ReadonlySet<string>): number {
  const rows = [...note.sources.texts(item.evidence_ids), note.sources.session];
  const held = new Set(rows.flatMap((text) => [...conceptsOf(text)]));
  if (note.kind === 'resolve' && [...PLAIN_HOSTS].some((host) => said.has(host))) {
    if (rows.some((text) => findHosts(text.toUpperCase()).length > 0)) {
      for (const host of PLAIN_HOSTS) held.add(host);
    }
  }
  return shareOf(said, held);
}
