import { REDACTED, type SecretGuard } from '../secrets/index.ts';
import {
  allFixes,
  type BundleFact,
  type BundleFix,
  type BundleScript,
  type InputBundle,
} from './bundle.ts';
import { renderBundle } from './render-bundle.ts';

/** The part of the secret guard that drafting needs. */
export type BundleRedactor = Pick<SecretGuard, 'find' | 'redactAll'>;

/** Taking one out can bring another to light; more rounds than this would be a riddle. */
const MOST_ROUNDS = 4;
/** A shorter piece stands in too many words to be taken out everywhere. */
const SHORTEST_VALUE = 4;

/**
 * The bundle without secrets, and how many were taken out. Prompt, local draft and checks all read
 * this one, so a secret that someone typed into a fact gets into no note by any road. It is searched as
 * it was written and as the prompt renders it, since a label and its value may come together only there.
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

/** What stands in the rendered record and is a secret for sure. */
async function valuesInRecord(record: string, { find }: BundleRedactor): Promise<string[]> {
  const found = (await find(record)).filter(({ kind }) => kind !== 'doubt');
  const values = found.map(({ from, to }) => record.slice(from, to));
  return [...new Set(values)].filter(
    (value) => value.length >= SHORTEST_VALUE && !value.includes(REDACTED),
  );
}

/** Each different text of the bundle once. */
function textsOf(bundle: InputBundle): string[] {
  const texts = [
    bundle.title,
    bundle.summary,
    bundle.intake,
    ...bundle.facts.flatMap((fact) => [fact.text, fact.source_summary]),
    ...allFixes(bundle).flatMap((fix) => [fix.title, fix.description, fix.outcome_note]),
    ...bundle.scripts.flatMap((script) => [
      script.name,
      script.outcome,
      script.undo,
      ...script.parameters.flatMap(({ name, value }) => [name, value]),
    ]),
  ];
  return [...new Set(texts)].filter((text) => text !== null && text !== '') as string[];
}

function mapTexts(bundle: InputBundle, clean: (text: string) => string): InputBundle {
  const orNull = (text: string | null) => (text === null ? null : clean(text));
  const fact = (row: BundleFact): BundleFact => ({
    ...row,
    text: clean(row.text),
    source_summary: orNull(row.source_summary),
  });
  const fix = (row: BundleFix): BundleFix => ({
    ...row,
    title: clean(row.title),
    description: clean(row.description),
    outcome_note: orNull(row.outcome_note),
  });
  const script = (row: BundleScript): BundleScript => ({
    ...row,
    name: clean(row.name),
    outcome: orNull(row.outcome),
    undo: orNull(row.undo),
    parameters: row.parameters.map(({ name, value }) => ({
      name: clean(name),
      value: clean(value),
    })),
  });
  const facts = bundle.facts.map(fact);
  return {
    ...bundle,
    title: clean(bundle.title),
    summary: clean(bundle.summary),
    intake: clean(bundle.intake),
    facts,
    diagnostic_checks: facts.filter((row) => row.source_type === 'diagnostic_check'),
    scripts: bundle.scripts.map(script),
    fixes_tried: bundle.fixes_tried.map(fix),
    active_fix: bundle.active_fix === null ? null : fix(bundle.active_fix),
    fixes_set_aside: bundle.fixes_set_aside.map(fix),
  };
}
