import { SESSION_EVIDENCE } from '../bundle.ts';
import { isAttributed } from '../language/attribution.ts';
import { findPromises } from '../language/promises.ts';
import { QUOTATION } from '../language/quotations.ts';
import type { TextSpan } from '../language/spans.ts';
import { isVerbatim, type NoteItem, placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/**
 * R6: a generated line promises nothing in the provider's name unless a technician put it on record.
 * What a ticket or a user says of money is their wish; a package may quote it to the next engineer.
 */
export const promisesRule = rule('R6', (note) => {
  const own = note.bundle.facts
    .filter((fact) => fact.source_type === 'technician')
    .map((fact) => fact.text.toLowerCase());
  const isQuoted = (item: NoteItem, promise: TextSpan) =>
    (isVerbatim(note, item) && isSourced(item.block.text)) ||
    standsInQuotation(item.block.text, promise) ||
    (item.evidence_ids.includes(SESSION_EVIDENCE) &&
      note.sources.session.includes(promise.text.toLowerCase()));
  return note.items
    .filter((item) => item.provenance === 'generated')
    .flatMap((item): Fault[] =>
      findPromises(item.block.text)
        .filter(({ text }) => !own.some((fact) => fact.includes(text.toLowerCase())))
        .filter((promise) => note.kind === 'resolve' || !isQuoted(item, promise))
        .map((promise) => ({
          ...placeOf(item, promise.from, promise.to),
          message: `“${promise.text}” promises something in your company's name, and no technician put it on record. Take it out, or write it yourself.`,
        })),
    );
});

/** Says whose words it tells. */
function isSourced(text: string): boolean {
  return isAttributed(text) || /\bticket\b/i.test(text);
}

/** Whose words a quotation holds is the business of rule G3. */
function standsInQuotation(text: string, { from, to }: TextSpan): boolean {
  return Array.from(text.matchAll(QUOTATION)).some(
    (match) => match.index < from && to < match.index + match[0].length,
  );
}
