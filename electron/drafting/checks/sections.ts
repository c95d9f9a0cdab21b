import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { allFixes, type InputBundle } from '../bundle.ts';
import { hypothesisFix } from '../local/hypothesis.ts';
import type { NoteView, PlacedSentence } from './note-view.ts';
import { type Fault, replaceWith, rule } from './rule.ts';

const [, CONFIRMED_FOR_CUSTOMER, ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;
const [, CONFIRMED, TRIED, HYPOTHESIS, NEXT_STEPS] = NOTE_HEADINGS.escalate;

/** S2: no section is empty, and "nothing" is said only where the record has nothing. */
export const sectionsRule = rule('S2', (note) => [
  ...emptySections(note),
  ...untrueSentences(note),
]);

/** Words that fill a section and say nothing, in the languages of notes. */
const FILLER =
  /^(?:none|nothing|no|n\/?a|not applicable|unknown|tbd|keine?|nichts|k\.? ?a|entfällt|unbekannt|aucune?|rien|néant|s\/o|ningun[oa]|nada)?$/;

const LONGEST_FILLER = 40;

function emptySections({ kind, headings, sentences, markdown, bundle }: NoteView): Fault[] {
  let next = 0;
  return headings.flatMap(({ name, line }, index): Fault[] => {
    const end = headings[index + 1]?.line.from ?? markdown.length;
    const said: PlacedSentence[] = [];
    for (let one = sentences[next]; one !== undefined && one.from < end; one = sentences[next]) {
      if (one.from > line.from) said.push(one);
      next += 1;
    }
    if (name === null || said.some(({ text }) => !isFiller(text))) return [];
    // A customer is never served with "none"; the next engineer is, where the record has nothing.
    if (said.length > 0 && kind === 'escalate' && rowsFor(name, bundle) === null) return [];
    const { from, to } = said[0] ?? line;
    const message =
      said.length === 0
        ? `“${name}” is empty. Say what is known.`
        : `“${name}” says nothing. Say what the record has.`;
    return [{ from, to, level: 'block', message }];
  });
}

function isFiller(text: string): boolean {
  if (text.length > LONGEST_FILLER) return false;
  return FILLER.test(text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}

/** What the record has for a section, as the message names it; null where it has nothing. */
function rowsFor(section: string, bundle: InputBundle): string | null {
  const { facts, fixes_tried, scripts, checks, active_fix } = bundle;
  const hasCustomer = (...roles: readonly string[]) =>
    facts.some(({ role, audience }) => audience.audience === 'customer' && roles.includes(role));
  switch (section) {
    case CONFIRMED:
      return facts.length > 0 ? 'facts' : null;
    case CONFIRMED_FOR_CUSTOMER:
      return hasCustomer('finding') ? 'findings for the customer' : null;
    case ROOT_CAUSE:
      return hasCustomer('cause') ? 'a cause' : null;
    case RESOLUTION:
      return fixes_tried.length > 0 || hasCustomer('change', 'confirmation')
        ? 'fixes or changes'
        : null;
    case TRIED: {
      const checked = facts.some(({ source_type }) => source_type === 'diagnostic_check');
      const isTried = checked || fixes_tried.length > 0 || scripts.some(({ ran }) => ran);
      return isTried || checks.some(({ done }) => done) ? 'checks, fixes or scripts' : null;
    }
    case HYPOTHESIS:
      return hypothesisFix(bundle) === null ? null : 'a leading fix';
    case NEXT_STEPS: {
      const isOpen = checks.some(({ done }) => !done) || scripts.some(({ ran }) => !ran);
      return isOpen || active_fix !== null ? 'open steps' : null;
    }
    default:
      return 'a problem';
  }
}

function untrueSentences(note: NoteView): Fault[] {
  const standard = FIXED_SENTENCES[note.bundle.language];
  const sections = new Map<string, readonly string[]>([
    [standard.nothing_confirmed, [CONFIRMED, CONFIRMED_FOR_CUSTOMER]],
    [standard.nothing_tried, [TRIED]],
    [standard.no_hypothesis, [HYPOTHESIS]],
    [standard.no_root_cause, [ROOT_CAUSE]],
  ]);
  const crowded = new Set<string | null>();
  const seen = new Set<string | null>();
  for (const { section } of note.sentences) (seen.has(section) ? crowded : seen).add(section);
  return note.sentences.flatMap((sentence): Fault[] => {
    const places = sections.get(sentence.text);
    const { section } = sentence;
    if (places === undefined || section === null) return [];
    if (!places.includes(section)) {
      return [
        fault(
          note,
          sentence,
          'block',
          `This sentence doesn’t belong under “${section}”. Delete it.`,
        ),
      ];
    }
    const rows = rowsFor(section, note.bundle);
    if (rows !== null)
      return [fault(note, sentence, 'block', `The session has ${rows}. Say so, or delete this.`)];
    return crowded.has(section)
      ? [
          fault(
            note,
            sentence,
            'warn',
            'This says “nothing” beside other lines. Delete what isn’t true.',
          ),
        ]
      : [];
  });
}

function fault(
  { markdown }: NoteView,
  { from, to }: PlacedSentence,
  level: Fault['level'],
  message: string,
): Fault {
  const start = markdown.lastIndexOf('\n', from - 1) + 1;
  const end = markdown.indexOf('\n', to);
  const isAlone =
    /^[\s-]*$/.test(markdown.slice(start, from)) &&
    (end < 0 || markdown.slice(to, end).trim() === '');
  const place = isAlone ? { from: start, to: end < 0 ? markdown.length : end + 1 } : { from, to };
  return { from, to, level, message, repair: replaceWith('Delete it', place, '') };
}

/** S8: a note has something in it, from the record or in the technician's own words. */
export const contentRule = rule(
  'S8',
  ({ bundle, sentences, markdown }) => {
    const isOnRecord =
      bundle.facts.length > 0 || bundle.scripts.length > 0 || allFixes(bundle).length > 0;
    const isOwn = sentences.some(
      ({ provenance, text }) => provenance === 'technician' && !isFiller(text),
    );
    if (isOnRecord || isOwn) return [];
    const to = markdown.indexOf('\n');
    const message = 'This note has nothing in it yet. Add a fact, a fix or a script.';
    return [{ from: 0, to: to < 0 ? markdown.length : to, level: 'block', message }];
  },
  { can_override: false },
);
