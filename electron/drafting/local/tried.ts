import type { KnownName } from '../../../shared/domain/known-name.ts';
import { pastTense } from '../../../shared/notes/past-tense.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { BundleFact, BundleFix, BundleScript, InputBundle } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteSentence,
  paragraph,
  sentence,
} from '../note-document.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import {
  asSentence,
  isSeveral,
  midSentence,
  oneLine,
  openingSentence,
  sameKey,
  withoutStop,
} from './sentence-text.ts';

/** Characters of a list of checks on one line. */
const LIST_LENGTH = 240;
/** A note of more characters than this does not fit into a bracket. */
const BRACKET_LENGTH = 120;

/** "What we've tried": checks, then fixes and scripts in time order, each with its result. */
export function triedBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const words = PHRASES[bundle.language];
  const timed = [
    ...bundle.fixes_tried.map((fix) => ({
      at: fix.applied_at ?? 0,
      sentences: fixSentences(fix, words),
    })),
    ...bundle.scripts.flatMap((script) =>
      script.ran
        ? [{ at: script.ran_at ?? 0, sentences: scriptSentences(script, bundle.names, words) }]
        : [],
    ),
  ].toSorted((one, other) => one.at - other.at);
  const blocks = [
    ...checkBlocks(bundle, words),
    ...timed.map(({ sentences }) => bullet(...sentences)),
  ];
  if (blocks.length > 0) return blocks;
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].nothing_tried))];
}

/** One thing that was run or looked at. */
interface CheckRun {
  readonly what: string;
  /** The confirmed fact that has the result, where one is on record. */
  readonly result: BundleFact | null;
  readonly evidence_ids: string[];
}

/**
 * What was run, in the words of the check. The results are under "What we've confirmed" and are not
 * repeated.
 */
function checkBlocks(bundle: InputBundle, words: Phrases): readonly NoteBlock[] {
  const runs = checkRuns(bundle);
  const blocks: NoteBlock[] = [];
  const listed: CheckRun[] = [];
  for (const run of runs) {
    const { what, result, evidence_ids } = run;
    if (result === null) {
      blocks.push(
        bullet(
          sentence(
            openingSentence(`${what} (${words.result_not_recorded})`, words.noted),
            ...evidence_ids,
          ),
        ),
      );
    } else listed.push(run);
  }
  if (listed.length > 0) return [...listBlocks(listed, words), ...blocks];
  const unnamed = bundle.facts.filter(({ source_type }) => source_type === 'diagnostic_check');
  if (runs.length > 0 || unnamed.length === 0) return blocks;
  const ids = unnamed.map(({ evidence_id }) => evidence_id);
  return [bullet(sentence(words.check_results_above, ...ids))];
}

/** Checks that were done, and facts from checks that say what was run; the same words are one run. */
function checkRuns({ checks, facts }: InputBundle): readonly CheckRun[] {
  const byId = new Map(facts.map((fact) => [fact.evidence_id, fact]));
  const runs = new Map<string, CheckRun>();
  const inCheck = new Set<string>();
  const add = (instruction: string, result: BundleFact | null, ...ids: readonly string[]) => {
    const line = withoutStop(instruction);
    if (line === '') return;
    const key = `${sameKey(line)} ${result === null ? '' : sameKey(result.short_wording ?? result.text)}`;
    const run = runs.get(key);
    if (run !== undefined) run.evidence_ids.push(...ids);
    else runs.set(key, { what: line, result, evidence_ids: [...ids] });
  };
  for (const { done, instruction, evidence_id, result_id } of checks) {
    const result = result_id === null ? undefined : byId.get(result_id);
    if (result !== undefined) inCheck.add(result.evidence_id);
    if (!done) continue;
    if (result === undefined) add(instruction, null, evidence_id);
    else add(instruction, result, evidence_id, result.evidence_id);
  }
  for (const fact of facts) {
    const { source_type, source_summary, evidence_id } = fact;
    if (source_type !== 'diagnostic_check' || source_summary === null || inCheck.has(evidence_id))
      continue;
    add(source_summary, fact, evidence_id);
  }
  return [...runs.values()];
}

/** `Clear the cache` → `cleared the cache`; a title that begins otherwise stays as it is. */
function asDone(line: string, words: Phrases): string {
  return (words.we === null ? null : pastTense(line)) ?? line;
}

/** One check is a sentence; several are lists of a readable length. */
function listBlocks(runs: readonly CheckRun[], words: Phrases): readonly NoteBlock[] {
  const [only] = runs;
  if (only !== undefined && runs.length === 1) {
    const text = openingSentence(`${only.what} (${words.result_above})`, words.noted);
    return [bullet(sentence(text, ...only.evidence_ids))];
  }
  const lists: { text: string; ids: string[] }[] = [];
  for (const { what, evidence_ids } of runs) {
    const list = lists.at(-1);
    if (list === undefined || list.text.length + what.length > LIST_LENGTH) {
      lists.push({ text: what, ids: [...evidence_ids] });
    } else {
      list.text += `; ${what}`;
      list.ids.push(...evidence_ids);
    }
  }
  return lists.map(({ text, ids }, index) => {
    const label = index === 0 ? words.checks_run : words.more_checks_run;
    return bullet(sentence(asSentence(`${label}${text}`), ...ids));
  });
}

/** A fix as it was carried out; of one whose result is pending only the record's own words say that it was. */
function fixName(fix: BundleFix, words: Phrases): string {
  const title = withoutStop(fix.title);
  return withoutStop(fix.done ?? '') || (fix.outcome === 'pending' ? title : asDone(title, words));
}

function fixSentences(fix: BundleFix, words: Phrases): readonly NoteSentence[] {
  const line = `${fixName(fix, words)}${words.colon}${resultOf(fix, words)}`;
  const texts = [
    ...withNote(line, fix.outcome_note, words),
    ...(fix.outcome === 'failed' && fix.left_in_place ? [words.left_in_place] : []),
  ];
  return texts.map((text) => sentence(text, fix.evidence_id));
}

function resultOf({ outcome, superseded }: BundleFix, words: Phrases): string {
  switch (outcome) {
    case 'worked':
      return words.fix_worked;
    case 'partly':
      return words.fix_partly;
    case 'failed':
      return words.fix_failed;
    case 'pending':
      return superseded ? words.fix_replaced : words.fix_pending;
    case 'applied':
    case 'proposed':
    case 'dismissed':
      return superseded ? words.fix_replaced : words.fix_applied;
  }
}

/** A short note goes into a bracket, a longer one into sentences of its own. */
export function withNote(text: string, note: string | null, words: Phrases): readonly string[] {
  const line = withoutStop(note ?? '');
  if (line === '') return [openingSentence(text, words.noted)];
  if (line.length <= BRACKET_LENGTH && !isSeveral(line) && !/[()]/.test(line)) {
    return [openingSentence(`${text} (${midSentence(line)})`, words.noted)];
  }
  return [openingSentence(text, words.noted), asSentence(line)];
}

/** A run with its result and, where it changed the system, how to undo that. */
function scriptSentences(
  script: BundleScript,
  names: readonly KnownName[],
  words: Phrases,
): readonly NoteSentence[] {
  const name = words.ran(withoutStop(script.name), targetOf(script, names));
  const result = oneLine(script.outcome ?? '');
  const texts = [
    openingSentence(
      result === '' ? `${name} (${words.result_not_recorded})` : `${name}${words.colon}${result}`,
      words.noted,
    ),
    ...(script.changes_system ? [undoText(script, words)] : []),
  ];
  return texts.map((text) => sentence(text, script.evidence_id));
}

/** The host that a script was run against: the parameter that is a known name. */
function targetOf({ parameters }: BundleScript, names: readonly KnownName[]): string {
  const hosts = new Set(
    names.flatMap(({ kind, name }) => (kind === 'host' ? [name.toLowerCase()] : [])),
  );
  return parameters.find(({ value }) => hosts.has(value.toLowerCase()))?.value ?? '';
}

function undoText({ undo }: BundleScript, words: Phrases): string {
  return undo === null ? words.made_changes : asSentence(`${words.to_undo}${undo}`);
}
