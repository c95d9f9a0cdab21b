import { REDACTED, type SecretGuard } from '../secrets/index.ts';
import type { InputBundle } from './bundle.ts';
import { renderBundle } from './render-bundle.ts';

/** The part of the secret guard that drafting needs. */
export type BundleRedactor = Pick<SecretGuard, 'find' | 'redactAll'>;

/** Taking one out can bring another to light; this bounds the search. */
const MOST_ROUNDS = 4;
/** A shorter value is part of too many words to be taken out everywhere. */
const SHORTEST_VALUE = 4;

/**
 * The bundle without secrets, and how many were taken out. Prompt, local draft and checks all read
 * this one, so a secret that someone typed into any field gets into no note. It is searched as it was
 * written and as the prompt renders it, since a label and its value may come together only there.
 */
export async function redactBundle(
  bundle: InputBundle,
  redactor: BundleRedactor,
): Promise<{ readonly bundle: InputBundle; readonly secrets_removed: number }> {
  const texts = textsOf(bundle);
  const redacted = await redactor.redactAll(texts);
  const clean = new Map(texts.map((text, index) => [text, redacted.texts[index] ?? '']));
  let result =
    redacted.removed === 0 ? bundle : mapTexts(bundle, (text) => clean.get(text) ?? text);
  let secrets_removed = redacted.removed;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const values = await valuesInRecord(renderBundle(result), redactor);
    if (values.length === 0) break;
    secrets_removed += values.length;
    result = mapTexts(result, (text) =>
      values.reduce((rest, value) => rest.replaceAll(value, REDACTED), text),
    );
  }
  return { bundle: result, secrets_removed };
}

/** What is a secret for sure in the rendered record. */
async function valuesInRecord(record: string, { find }: BundleRedactor): Promise<string[]> {
  const found = (await find(record)).filter(({ kind }) => kind !== 'doubt');
  const values = found.map(({ from, to }) => record.slice(from, to));
  return [...new Set(values)].filter(
    (value) => value.length >= SHORTEST_VALUE && !value.includes(REDACTED),
  );
}

/** Each different text of the bundle once. */
function textsOf(bundle: InputBundle): string[] {
  const texts = new Set<string>();
  mapTexts(bundle, (text) => {
    texts.add(text);
    return text;
  });
  texts.delete('');
  return [...texts];
}

/** Fields whose values are words of the schema. Every other string is text that somebody typed. */
const CLOSED_FIELDS: ReadonlySet<string> = new Set([
  'evidence_id',
  'result_id',
  'source_type',
  'role',
  'audience',
  'because',
  'kind',
  'language',
  'domain',
  'escalation_reason',
]);

/** A copy with every text replaced, whatever field it is in: one that is added later is no exception. */
function mapTexts<Value>(value: Value, clean: (text: string) => string): Value {
  const map = (one: unknown): unknown => {
    if (typeof one === 'string') return clean(one);
    if (Array.isArray(one)) return one.map(map);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => {
        const isClosed =
          typeof inner === 'string' && (CLOSED_FIELDS.has(name) || isResult(one, name));
        return [name, isClosed ? inner : map(inner)];
      }),
    );
  };
  // The shape is copied; only strings become other strings.
  return map(value) as Value;
}

/** The result of a fix is a word of the schema; that of a script is text. */
function isResult(row: object, name: string): boolean {
  return name === 'outcome' && 'confidence' in row;
}
