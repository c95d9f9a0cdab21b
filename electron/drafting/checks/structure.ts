import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { allFixes, type InputBundle } from '../bundle.ts';
import { hypothesisFix } from '../local/hypothesis.ts';
import { type Fault, type NoteView, type PlacedSentence, replaceWith, shown } from './note-view.ts';

const [, CONFIRMED_FOR_CUSTOMER, ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;
const [, CONFIRMED, TRIED, HYPOTHESIS, NEXT_STEPS] = NOTE_HEADINGS.escalate;

function block({ from, to }: TextSpan, message: string, repair?: Fault['repair']): Fault {
  return { from, to, level: 'block', message, repair: repair ?? null };
}

/** S1: exactly the headings of the kind, in their order, each once, and nothing before the first. */
export function checkHeadings(note: NoteView): Fault[] {
  return [
    ...textBefore(note),
    ...wrongHeadings(note),
    ...missingHeadings(note),
    ...wrongOrder(note),
  ];
}

function textBefore({ lines, headings }: NoteView): Fault[] {
  const first = headings[0]?.line.number ?? 0;
  const stray = lines.filter(({ kind, number }) => kind !== 'blank' && number < first);
  const [from, to] = [stray[0]?.from, stray.at(-1)?.to];
  if (from === undefined || to === undefined) return [];
  return [block({ from, to }, 'There is text before the first heading. Move it below a heading.')];
}

function wrongHeadings({ headings, kind, markdown }: NoteView): Fault[] {
  const seen = new Set<string>();
  return headings.flatMap(({ line, name }): Fault[] => {
    if (name === null) {
      const repair = replaceWith('Make it plain text', line, line.text.replace(/\s+#+$/, ''));
      const message = `This note has no heading ${shown(line.text)}. Make it plain text.`;
      return [block(line, message, repair)];
    }
    if (seen.has(name)) {
      const whole = { from: line.from, to: Math.min(markdown.length, line.to + 1) };
      const repair = replaceWith('Delete this heading', whole, '');
      return [block(line, `The heading “${name}” is there twice. Delete one.`, repair)];
    }
    seen.add(name);
    const exact = `## ${name}`;
    if (markdown.slice(line.from, line.to).trimEnd() === exact) return [];
    const message = `Write this ${kind === 'resolve' ? 'note' : 'package'} heading as “${exact}”.`;
    return [block(line, message, replaceWith('Fix the heading', line, exact))];
  });
}

/** The repair adds the heading alone: what goes below it is for a person to say. */
function missingHeadings({ kind, headings, markdown }: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[kind];
  const starts = new Map(headings.toReversed().map(({ name, line }) => [name, line.from]));
  const end = markdown.length;
  const gap = markdown === '' || markdown.endsWith('\n\n') ? '' : '\n';
  return expected.flatMap((name, index): Fault[] => {
    if (starts.has(name)) return [];
    const next = expected.slice(index + 1).find((later) => starts.has(later));
    const from = next === undefined ? end : (starts.get(next) ?? end);
    const text =
      next === undefined
        ? `${gap}${markdown.endsWith('\n') ? '' : gap}## ${name}\n`
        : `## ${name}\n\n`;
    const place = { from, to: from };
    const message = `The heading “${name}” is missing. Add it.`;
    return [block(place, message, replaceWith(`Add “${name}”`, place, text))];
  });
}

function wrongOrder({ kind, headings, markdown }: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[kind];
  const named = headings.filter(({ name }) => name !== null);
  const ranks = named.map(({ name }) => expected.indexOf(name ?? ''));
  const wrong = named.find((_, index) => (ranks[index] ?? 0) < (ranks[index - 1] ?? -1));
  if (wrong === undefined || new Set(ranks).size !== ranks.length) return [];
  const message = `“${wrong.name}” is out of order. Put the sections in order.`;
  if (headings.length !== named.length) return [block(wrong.line, message)];
  const starts = headings.map(({ line }) => line.from);
  const ordered = ranks
    .map((rank, index) => ({ rank, text: markdown.slice(starts[index], starts[index + 1]) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ text }) => text.trimEnd());
  const all = { from: starts[0] ?? 0, to: markdown.length };
  const repair = replaceWith('Put the sections in order', all, `${ordered.join('\n\n')}\n`);
  return [block(wrong.line, message, repair)];
}

/** S2: no section is empty, and "nothing" is said only where the record has nothing. */
export function checkSections(note: NoteView): Fault[] {
  return [...emptySections(note), ...untrueSentences(note)];
}

/** Words that fill a section and say nothing, in the languages of notes. */
const FILLER =
  /^(?:none|nothing|no|n\/?a|not applicable|unknown|tbd|keine?|nichts|k\.? ?a|entfällt|unbekannt|aucune?|rien|néant|s\/o|ningun[oa]|nada)?$/;
const LONGEST_FILLER = 40;

function isFiller(text: string): boolean {
  if (text.length > LONGEST_FILLER) return false;
  return FILLER.test(text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}

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
    const [first] = said;
    if (first === undefined) return [block(line, `“${name}” is empty. Say what is known.`)];
    // A customer is never served with "none"; the next engineer is, where the record has nothing.
    if (kind === 'escalate' && rowsFor(name, bundle) === null) return [];
    return [block(first, `“${name}” says nothing. Say what the record has.`)];
  });
}

/** What the record has for a section, as the message names it; null where it has nothing or leaves it open. */
function rowsFor(section: string, bundle: InputBundle): string | null {
  const { facts, fixes_tried, scripts, checks, active_fix } = bundle;
  const hasFor = (...roles: readonly string[]) =>
    facts.some(({ role, audience }) => audience.audience === 'customer' && roles.includes(role));
  const found = (isFound: boolean, what: string) => (isFound ? what : null);
  switch (section) {
    case CONFIRMED:
      return found(facts.length > 0, 'facts');
    case CONFIRMED_FOR_CUSTOMER:
      return found(hasFor('finding'), 'findings for the customer');
    case ROOT_CAUSE:
      return found(hasFor('cause'), 'a cause');
    case RESOLUTION:
      return found(fixes_tried.length > 0 || hasFor('change', 'confirmation'), 'fixes or changes');
    case TRIED: {
      const isChecked =
        checks.some(({ done }) => done) ||
        facts.some(({ source_type }) => source_type === 'diagnostic_check');
      const isTried = fixes_tried.length > 0 || scripts.some(({ ran }) => ran);
      return found(isChecked || isTried, 'checks, fixes or scripts');
    }
    case HYPOTHESIS:
      return found(hypothesisFix(bundle) !== null, 'a leading fix');
    case NEXT_STEPS: {
      const isOpen = checks.some(({ done }) => !done) || scripts.some(({ ran }) => !ran);
      return found(isOpen || active_fix !== null, 'open steps');
    }
    default:
      return 'a problem';
  }
}

function untrueSentences({ bundle, sentences, markdown }: NoteView): Fault[] {
  const standard = FIXED_SENTENCES[bundle.language];
  const sections = new Map<string, readonly string[]>([
    [standard.nothing_confirmed, [CONFIRMED, CONFIRMED_FOR_CUSTOMER]],
    [standard.nothing_tried, [TRIED]],
    [standard.no_hypothesis, [HYPOTHESIS]],
    [standard.no_root_cause, [ROOT_CAUSE]],
  ]);
  const crowded = new Set<string | null>();
  const seen = new Set<string | null>();
  for (const { section } of sentences) (seen.has(section) ? crowded : seen).add(section);
  return sentences.flatMap((sentence): Fault[] => {
    const { section, text } = sentence;
    const places = sections.get(text);
    if (places === undefined || section === null) return [];
    const fault = (message: string) =>
      block(sentence, message, replaceWith('Delete it', wholeLine(markdown, sentence), ''));
    if (!places.includes(section)) {
      return [fault(`This sentence doesn’t belong under “${section}”. Delete it.`)];
    }
    const rows = rowsFor(section, bundle);
    if (rows !== null) return [fault(`The session has ${rows}. Say so, or delete this.`)];
    const message = 'This says “nothing” beside other lines. Delete what isn’t true.';
    return crowded.has(section) ? [{ ...fault(message), level: 'warn' }] : [];
  });
}

/** The line of a sentence that is alone on it, or else the sentence. */
function wholeLine(markdown: string, { from, to }: TextSpan): TextSpan {
  const start = markdown.lastIndexOf('\n', from - 1) + 1;
  const end = markdown.indexOf('\n', to) + 1 || markdown.length;
  const beside = `${markdown.slice(start, from)}${markdown.slice(to, end)}`;
  return /^[\s-]*$/.test(beside) ? { from: start, to: end } : { from, to };
}

/** S8: a note has something in it, from the record or in the technician's own words. */
export function checkContent({ bundle, sentences, lines }: NoteView): Fault[] {
  const isOnRecord =
    bundle.facts.length > 0 || bundle.scripts.length > 0 || allFixes(bundle).length > 0;
  const isOwn = sentences.some(
    ({ provenance, text }) => provenance === 'technician' && !isFiller(text),
  );
  if (isOnRecord || isOwn) return [];
  const message = 'This note has nothing in it yet. Add a fact, a fix or a script.';
  return [block({ from: 0, to: lines[0]?.to ?? 0 }, message)];
}
