import { internalValues } from '../../../shared/notes/internal-values.ts';
import { typedValues } from '../../../shared/notes/typed-values.ts';
import { allFixes } from '../bundle.ts';
import type { NoteView } from './note-view.ts';
import { foldText, holdsWhole, readText } from './record.ts';
import { CUSTOMER_ONLY, type Fault, rule, shown } from './rule.ts';

const CONFIDENCE_WORD = /\b(?:confiden(?:ce|t)|konfidenz|zuversicht\w*|confiance|confianza)\b/i;

/** R3: nothing internal in the note that the customer reads, whoever wrote it. */
export const internalValuesRule = rule(
  'R3',
  (note) => {
    const { bundle, lines } = note;
    const names = [
      ...bundle.names,
      ...bundle.scripts.map(({ name }) => ({ name, kind: 'host', wording: null }) as const),
    ];
    const confidences = ownConfidences(note);
    return lines.flatMap(({ kind, text, textFrom }): Fault[] => {
      if (kind === 'heading' || kind === 'blank') return [];
      const found = internalValues(text, names).map(({ from, to }): Fault => {
        const name = shown(text.slice(from, to));
        const message = `${name} is internal. Say it in plain words or leave it out.`;
        return { from: textFrom + from, to: textFrom + to, level: 'block', message };
      });
      const speaksOfConfidence = CONFIDENCE_WORD.test(text);
      const percents = typedValues(text).filter(
        (value) =>
          value.kind === 'number' &&
          value.unit?.family === 'percent' &&
          (speaksOfConfidence || confidences.has(value.readings[0] ?? -1)),
      );
      const message = 'Customers don’t need our confidence. Leave it out.';
      return [
        ...found,
        ...percents.map(
          ({ from, to }): Fault => ({
            from: textFrom + from,
            to: textFrom + to,
            level: 'block',
            message,
          }),
        ),
      ];
    });
  },
  { kinds: CUSTOMER_ONLY },
);

/** Confidences of fixes that are no figure of any fact or script. */
function ownConfidences({ bundle }: NoteView): ReadonlySet<number> {
  const texts = [
    ...bundle.facts.map(({ text }) => text),
    ...bundle.scripts.flatMap(({ outcome }) => outcome ?? []),
    ...allFixes(bundle).flatMap(({ description, outcome_note }) => [
      description,
      outcome_note ?? '',
    ]),
    bundle.intake,
    bundle.summary,
  ].map((text) => readText(text).folded);
  const confidences = allFixes(bundle).map(({ confidence }) => confidence);
  return new Set(confidences.filter((one) => !texts.some((text) => holdsWhole(text, `${one}`))));
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
