import { typedValues } from '../../../shared/notes/typed-values.ts';
import { allFixes, type BundleFix } from '../bundle.ts';
import { foldText, holdsWhole } from './record.ts';
import { type Fault, rule } from './rule.ts';

/**
 * G11: a sentence of the technician's own that names a fix whole and gives a confidence gives the one on
 * record. Results and runs of scripts in free words are for the second reader.
 */
export const confidenceRule = rule('G11', ({ bundle, sentences }) => {
  const fixes = allFixes(bundle).map((fix) => [foldText(fix.title).trim(), fix] as const);
  return sentences.flatMap(({ text, from, provenance }): Fault[] => {
    if (provenance !== 'technician' || !text.includes('%')) return [];
    const folded = foldText(text);
    const named = fixes.filter(([title]) => holdsWhole(folded, title));
    const [fix, other] = named.map(([, one]) => one);
    if (fix === undefined || other !== undefined) return [];
    return typedValues(text)
      .filter((value) => value.kind === 'number' && value.unit?.family === 'percent')
      .filter((value) => !isOf(fix, text.slice(value.from, value.to)))
      .map(
        (value): Fault => ({
          from: from + value.from,
          to: from + value.to,
          level: 'warn',
          message: `The session has ${fix.confidence}% for this fix. Check the figure.`,
        }),
      );
  });
});

function isOf(
  { confidence, title, description, outcome_note }: BundleFix,
  percent: string,
): boolean {
  const number = /\d+/.exec(percent)?.[0] ?? '';
  return [`${confidence}`, title, description, outcome_note ?? ''].some((text) =>
    holdsWhole(foldText(text), number),
  );
}
