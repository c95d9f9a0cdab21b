import { foldCase, internalValues, wholeWords } from '../../../shared/notes/internal-values.ts';
import { typedValues } from '../../../shared/notes/typed-values.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { allFixes } from '../bundle.ts';
import { type Fault, type NoteView, shown } from './note-view.ts';
import { foldText, holdsWhole, readText } from './record.ts';

const CONFIDENCE_WORD = /\b(?:confiden(?:ce|t)|konfidenz|zuversicht\w*|confiance|confianza)\b/i;

/** R3: nothing internal in the note that the customer reads, whoever wrote it. */
export function checkInternalValues(note: NoteView): Fault[] {
  const { bundle, lines, markdown } = note;
  const folded = foldCase(markdown);
  const scripts = bundle.scripts.filter(({ name }) => isFileName(name));
  const names = new Set([...bundle.names, ...scripts].map(({ name }) => foldCase(name.trim())));
  const places = [...names].flatMap((name) => wholeWords(folded, name));
  const percents: TextSpan[] = [];
  for (const { kind, text, textFrom } of lines) {
    if (kind === 'heading' || kind === 'blank') continue;
    const place = ({ from, to }: TextSpan) => ({ from: textFrom + from, to: textFrom + to });
    places.push(...internalValues(text, []).map(place));
    if (/%|\d\s?per ?cent/i.test(text)) percents.push(...confidences(note, text).map(place));
  }
  const fault = (span: TextSpan, message: string): Fault => ({ ...span, level: 'block', message });
  return [
    ...outermost(places).map((span) => {
      const name = shown(markdown.slice(span.from, span.to));
      return fault(span, `${name} is internal. Say it in plain words or leave it out.`);
    }),
    ...percents.map((span) => fault(span, 'Customers don’t need our confidence. Leave it out.')),
  ];
}

/** Places in their order, without those inside another: a host in a path is one finding. */
function outermost(places: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (const place of places.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if ((found.at(-1)?.to ?? 0) < place.to) found.push(place);
  }
  return found;
}

/** `Clear-Cache.ps1` is internal, "Restart the spooler" is what was done. */
function isFileName(name: string): boolean {
  return /^\S*[\p{L}\d][._-]\S*[\p{L}\d]$/u.test(name.trim());
}

/** Percentages that are confidences of ours, and no figures of the case. */
function confidences({ bundle }: NoteView, line: string): TextSpan[] {
  const fixes = allFixes(bundle);
  const isOnRecord = (percent: number) =>
    [
      ...bundle.facts.map(({ text }) => text),
      ...bundle.scripts.map(({ outcome }) => outcome ?? ''),
      ...fixes.flatMap(({ description, outcome_note }) => [description, outcome_note ?? '']),
      bundle.intake,
      bundle.summary,
    ].some((text) => holdsWhole(readText(text).folded, `${percent}`));
  return typedValues(line).filter((value) => {
    if (value.kind !== 'number' || value.unit?.family !== 'percent') return false;
    const [percent = 0] = value.readings;
    const isOurs =
      CONFIDENCE_WORD.test(line) || fixes.some(({ confidence }) => confidence === percent);
    return isOurs && !isOnRecord(percent);
  });
}

const CONTACT = { link: 'link', mail: 'mail address', phone: 'phone number' } as const;

/**
 * I2: a link, mail address or phone number in a customer's note is in a row that did not come from the
 * ticket or the user alone. A technician's own line is only a question.
 */
export function checkContacts({ bundle, sentences }: NoteView): Fault[] {
  const { contact, promised, next_owner } = bundle.hand_off;
  const trusted = [
    ...bundle.facts.flatMap(({ text, source_type, customer_wording, short_wording }) => [
      source_type === 'ticket' || source_type === 'user_report' ? null : text,
      customer_wording,
      short_wording,
    ]),
    ...allFixes(bundle).flatMap((fix) => [
      fix.title,
      fix.description,
      fix.done,
      fix.customer_done,
      fix.outcome_note,
      fix.customer_note,
    ]),
    ...bundle.scripts.flatMap(({ outcome, customer_outcome }) => [outcome, customer_outcome]),
    bundle.customer_summary,
    contact,
    promised,
    next_owner,
  ].filter((text) => text !== null);
  return sentences.flatMap(({ text, from, provenance }): Fault[] =>
    typedValues(text).flatMap((value): Fault[] => {
      if (value.kind !== 'link' && value.kind !== 'mail' && value.kind !== 'phone') return [];
      const raw = foldText(text.slice(value.from, value.to));
      const isTrusted = trusted.some((one) => {
        const read = readText(one);
        return holdsWhole(read.folded, raw) || read.values.some(({ key }) => key === value.key);
      });
      if (isTrusted) return [];
      const place = { from: from + value.from, to: from + value.to };
      const what = CONTACT[value.kind];
      if (provenance === 'technician') {
        return [
          { ...place, level: 'warn', message: `No fact has this ${what}. Make sure it’s right.` },
        ];
      }
      const message = `This ${what} comes from the ticket or user. Confirm it as a fact.`;
      return [{ ...place, level: 'block', message }];
    }),
  );
}
