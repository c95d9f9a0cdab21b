import type { FactRole, SourceType } from '../../../shared/domain/fact.ts';
import type { BundleFact, InputBundle } from '../bundle.ts';
import { bullet, type NoteBlock, sentence } from '../note-document.ts';
import { PHRASES, type Phrases } from './phrases.ts';
import {
  asSentence,
  cutAtWhole,
  LONG_TEXT,
  oneLine,
  openingSentence,
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
  const groups = new Map<string, { names: string[]; rest: string; facts: BundleFact[] }>();
  for (const fact of facts) {
    const text = packageText(fact, words);
    const [, name = '', rest = text] = NAMED.exec(text) ?? [];
    const key = `${fact.source_type} ${fact.role} ${name === '' ? '' : ':'}${withoutStop(rest)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], rest, facts: [fact] });
    else {
      if (!group.names.includes(name)) group.names.push(name);
      group.facts.push(fact);
    }
  }
  return [...groups.values()].flatMap(({ names, rest, facts: same }) => {
    const [fact] = same;
    if (fact === undefined) return [];
    const text = names.join('') === '' ? rest : `${names.join(', ')}: ${rest}`;
    const mark = sourceMark(fact.source_type, words);
    const label = roleLabel(fact.role, words);
    const body = mark === null ? text : `${withoutStop(text)} (${mark})`;
    const ids = same.map(({ evidence_id }) => evidence_id);
    return [bullet(sentence(openingSentence(label + capital(body, label), words.noted), ...ids))];
  });
}

/** After a label the text keeps its own beginning. */
function capital(text: string, label: string): string {
  return label === '' ? asSentence(text) : withoutStop(text);
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
