import type { SourceType } from '../../../shared/domain/fact.ts';
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
    const label = labelOf(fact, words);
    if (label !== null) return bullet(sentence(openingOfLine(`${label}${text}`, ''), ...ids));
    const mark = sourceMark(fact.source_type, words);
    // The text has its own capital and end before the mark.
    const line = openingOfLine(text, words.noted);
    const whole = mark === null ? line : `${lineWithoutStop(line)} (${mark})`;
    return bullet(sentence(openingOfLine(whole, words.noted), ...ids));
  });
}

/** A fact as a package says it: in its short wording where it has one, else whole, or if long its beginning. */
export function packageText(fact: BundleFact, words: Phrases): string {
  if (fact.short_wording !== null) return oneLine(fact.short_wording);
  const line = oneLine(fact.text);
  if (line.length <= LONG_TEXT) return line;
  return `${withoutStop(cutAtWhole(line, LONG_TEXT))} (${words.shortened})`;
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

/** What comes before a fact: at most one label, and with it no mark of the source. */
function labelOf({ role, source_type }: BundleFact, words: Phrases): string | null {
  if (role === 'cause') return words.cause;
  const isReport = source_type === 'user_report' || source_type === 'ticket';
  return role === 'symptom' && isReport ? words.reported : null;
}
