import type { FactRole, SourceType } from '../../../shared/domain/fact.ts';
import type { BundleFact, InputBundle } from '../bundle.ts';
import { bullet, type NoteBlock, sentence } from '../note-document.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import {
  cutAtWhole,
  LONG_TEXT,
  lineWithoutStop,
  oneLine,
  openingOfLine,
  withoutStop,
} from './sentence-text.ts';

/** `PC-12: cannot reach the portal`; what comes before is the name of a thing, not a sentence. */
const NAMED = /^([^:.!?]{1,40}): (.+)$/;

/** "What we've confirmed": a bullet a fact; facts that say the same of several things are one. */
export function confirmedLines(
  facts: readonly BundleFact[],
  { language }: InputBundle,
): readonly NoteBlock[] {
  const words = PHRASES[language];
  const groups = new Map<
    string,
    { fact: BundleFact; names: Set<string>; rest: string; ids: string[] }
  >();
  for (const fact of facts) {
    const line = lineWithoutStop(packageText(fact, words));
    if (line === '') continue;
    const [, name = '', rest = line] = NAMED.exec(line) ?? [];
    const key = `${fact.source_type} ${fact.role} ${name === '' ? '' : ':'}${rest}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { fact, names: new Set([name]), rest, ids: [fact.evidence_id] });
      continue;
    }
    group.names.add(name);
    group.ids.push(fact.evidence_id);
  }
  return Array.from(groups.values(), ({ fact, names, rest, ids }) => {
    const text = names.has('') ? rest : `${[...names].join(', ')}: ${rest}`;
    const label = roleLabel(fact.role, words);
    const mark = sourceMark(fact.source_type, words);
    // The text has its own capital and end before the mark, and keeps its beginning after a label.
    const line = label === '' ? openingOfLine(text, words.noted) : `${label}${text}`;
    const whole = mark === null ? line : `${lineWithoutStop(line)} (${mark})`;
    return bullet(sentence(openingOfLine(whole, words.noted), ...ids));
  });
}

/** A fact as a package says it: whole, or where that is long its short wording, or its whole beginning. */
export function packageText(fact: BundleFact, words: Phrases): string {
  const line = oneLine(fact.text);
  if (line.length <= LONG_TEXT) return line;
  if (fact.short_wording !== null) return oneLine(fact.short_wording);
  return `${withoutStop(cutAtWhole(line, LONG_TEXT))} (${words.shortened})`;
}

/** What a package says of a long fact is its short wording already. */
export function isLong(fact: BundleFact): boolean {
  return fact.text.length > LONG_TEXT && oneLine(fact.text).length > LONG_TEXT;
}

function sourceMark(source: SourceType, words: Phrases): string | null {
  switch (source) {
    case 'user_report':
      return words.source_user;
    case 'ticket':
      return words.source_ticket;
    case 'script_output':
      return words.source_script;
    case 'technician':
    case 'diagnostic_check':
      return null;
  }
}

function roleLabel(role: FactRole, words: Phrases): string {
  switch (role) {
    case 'cause':
      return words.cause;
    case 'change':
      return words.change;
    case 'confirmation':
      return words.confirmation;
    case 'symptom':
    case 'finding':
      return '';
  }
}
