import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { allFixes } from '../bundle.ts';
import { isFixedSentence } from '../fixed-sentences.ts';
import { clausesOf } from '../language/clauses.ts';
import { conceptsOf, sharedCount } from '../language/stems.ts';
import { plainHosts } from '../local/host-names.ts';
import { isCited, isVerbatim, itemsIn, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** G1: every generated line rests on rows that this session holds at this state version. */
export const evidenceRule = rule('G1', (note) =>
  generatedItems(note).flatMap((item): Fault[] => {
    const gone = item.evidence_ids.filter((id) => !note.sources.has(id));
    if (item.evidence_ids.length > 0 && gone.length === 0) return [];
    const message =
      gone.length === 0
        ? 'Nothing on record bears this line out. Put it in your own words or delete it.'
        : 'This line rests on something that is no longer on record. Regenerate the note, or delete the line.';
    return [{ from: item.block.from, to: item.block.to, message }];
  }),
);

/**
 * G4: what is confirmed rests on confirmed facts and nothing else; the words of a suggestion stay out
 * whatever they cite.
 */
export const confirmedRule = rule('G4', (note) => {
  const heading = NOTE_HEADINGS[note.kind][1];
  return itemsIn(note, heading)
    .filter((item) => item.provenance === 'generated' && !isFixedSentence(item.block.text))
    .filter(
      (item) => item.evidence_ids.some((id) => !id.startsWith('fact:')) || isSuggestion(note, item),
    )
    .map(({ block }) => ({
      from: block.from,
      to: block.to,
      message: `This is no confirmed fact, so it does not belong under “${heading}”.`,
    }));
});

const TALK_OF_SUGGESTION =
  /\b(?:leading suggestion|suggested fix|hypothesis|\d{1,3}\s?% (?:confiden\w*|sure|likely)|confidence|(?:most )?(?:likely|probable) cause|probably|presumably|we (?:suspect|think|believe|assume))\b/i;

/** Says more of a fix than of the facts that the line cites, or says that it is a suggestion. */
function isSuggestion(note: NoteView, item: NoteItem): boolean {
  if (isVerbatim(note, item)) return false;
  const talk = item.block.text.match(TALK_OF_SUGGESTION)?.[0];
  if (talk !== undefined && !isCited(note, item, talk)) return true;
  const rows = note.sources.texts(item.evidence_ids);
  if (!saysMoreOfFix(note, item, rows)) return false;
  return (
    note.kind === 'escalate' || saysMoreOfFix(note, item, [...rows, ...hostsInWords(note, rows)])
  );
}

/** What the customer reads in place of the computers' names in these rows. */
function hostsInWords({ bundle }: NoteView, rows: readonly string[]): string[] {
  return [...plainHosts(bundle)]
    .filter(([name]) => rows.some((row) => row.includes(name)))
    .map(([, word]) => word);
}

function saysMoreOfFix(note: NoteView, item: NoteItem, rows: readonly string[]): boolean {
  const said = conceptsOf(item.block.text);
  const facts = new Set(rows.flatMap((text) => [...conceptsOf(text)]));
  const own = new Set([...said].filter((concept) => !facts.has(concept)));
  if (own.size === 0 || said.size < 2) return false;
  const denies = clausesOf(item.block.text).some((clause) => clause.negated);
  return allFixes(note.bundle).some((fix) => {
    const words = conceptsOf(`${fix.title} ${fix.description}`);
    if (!denies && sharedCount(said, words) === said.size) return true;
    return (
      own.size >= said.size * MOST &&
      sharedCount(own, words) >= FEWEST_OWN_WORDS &&
      sharedCount(said, words) >= said.size * NEARLY_ALL
    );
  });
}

const FEWEST_OWN_WORDS = 3;
const MOST = 0.5;
const NEARLY_ALL = 0.65;

/** Lines that a generator wrote and nobody changed. Code blocks and the like are a person's. */
export function generatedItems(note: NoteView): NoteItem[] {
  return note.items.filter((item) => item.provenance === 'generated');
}
