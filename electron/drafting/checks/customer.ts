import { foldCase, internalValues, wholeWords } from '../../../shared/notes/internal-values.ts';
import { typedValues } from '../../../shared/notes/typed-values.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { allFixes } from '../bundle.ts';
import type { NoteView } from './note-view.ts';
import { foldText, holdsWhole, readText } from './record.ts';
import { CUSTOMER_ONLY, type Fault, rule, shown } from './rule.ts';

const CONFIDENCE_WORD = /\b(?:confiden(?:ce|t)|konfidenz|zuversicht\w*|confiance|confianza)\b/i;

/** R3: nothing internal in the note that the customer reads, whoever wrote it. */
export const internalValuesRule = rule(
  'R3',
  (note) => {
    const { bundle, lines, markdown } = note;
    const folded = foldCase(markdown);
    const scripts = bundle.scripts.filter(({ name }) => isFileName(name));
    const names = new Set([...bundle.names, ...scripts].map(({ name }) => foldCase(name.trim())));
    const places = [...names].flatMap((name) => wholeWords(folded, name));
    const confidence = confidenceOf(note);
    const percents: TextSpan[] = [];
    for (const { kind, text, textFrom } of lines) {
      if (kind === 'heading' || kind === 'blank') continue;
      const place = ({ from, to }: TextSpan) => ({ from: textFrom + from, to: textFrom + to });
      places.push(...internalValues(text, []).map(place));
      if (!/%|\d\s?per ?cent/i.test(text)) continue;
      const speaksOfConfidence = CONFIDENCE_WORD.test(text);
      for (const value of typedValues(text)) {
        if (value.kind !== 'number' || value.unit?.family !== 'percent') continue;
        const [percent = 0] = value.readings;
        const isOurs = speaksOfConfidence || confidence.isOfFix(percent);
        if (isOurs && !confidence.isOfRow(percent)) percents.push(place(value));
      }
    }
    return [
      ...outermost(places).map(({ from, to }): Fault => {
        const name = shown(markdown.slice(from, to));
        const message = `${name} is internal. Say it in plain words or leave it out.`;
        return { from, to, level: 'block', message };
      }),
      ...percents.map(({ from, to }): Fault => {
        const message = 'Customers don’t need our confidence. Leave it out.';
        return { from, to, level: 'block', message };
      }),
    ];
  },
  { kinds: CUSTOMER_ONLY },
);

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

/** Which percentages are confidences of ours, and which are figures of the case. */
function confidenceOf({ bundle }: NoteView) {
  const texts = [
    ...bundle.facts.map(({ text }) => text),
    ...bundle.scripts.flatMap(({ outcome }) => outcome ?? []),
    ...allFixes(bundle).flatMap(({ description, outcome_note }) => [
      description,
      outcome_note ?? '',
    ]),
    bundle.intake,
    bundle.summary,
  ];
  const confidences = new Set(allFixes(bundle).map(({ confidence }) => confidence));
  return {
    isOfRow: (percent: number) =>
      texts.some((text) => holdsWhole(readText(text).folded, `${percent}`)),
    isOfFix: (percent: number) => confidences.has(percent),
  };
}

const CONTACT = { link: 'link', mail: 'mail address', phone: 'phone number' } as const;

/**
 * I2: a link, mail address or phone number in a customer's note is in a row that did not come from the
 * ticket or the user alone. A technician's own line is only a question.
 */
export const contactsRule = rule(
  'I2',
  (note) => {
    const { bundle, sentences } = note;
    const { contact, promised, next_owner } = bundle.hand_off;
    const trusted = [
      ...bundle.facts.flatMap(({ text, source_type, customer_wording, short_wording }) =>
        source_type === 'ticket' || source_type === 'user_report'
          ? [customer_wording, short_wording]
          : [text, customer_wording, short_wording],
      ),
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
          const { folded, values } = readText(one);
          return values.some(({ key }) => key === value.key) || holdsWhole(folded, raw);
        });
        if (isTrusted) return [];
        const what = CONTACT[value.kind];
        return [
          {
            from: from + value.from,
            to: from + value.to,
            level: provenance === 'technician' ? 'warn' : 'block',
            message:
              provenance === 'technician'
                ? `No fact has this ${what}. Make sure it’s right.`
                : `This ${what} comes from the ticket or user. Confirm it as a fact.`,
          },
        ];
      }),
    );
  },
  { kinds: CUSTOMER_ONLY },
);
