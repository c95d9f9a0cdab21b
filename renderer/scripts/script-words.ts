import type { CallOutput } from '../../shared/contract/index.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type {
  ParameterType,
  ScriptTemplate,
  TemplateLanguage,
} from '../../shared/domain/script-template.ts';
import { counted } from '../ui/words.ts';

export const LANGUAGE_WORDS: Readonly<Record<ScriptGeneration['language'], string>> = {
  powershell: 'PowerShell',
  bash: 'Bash',
  cmd: 'cmd',
  other: 'Other',
};

export const TEMPLATE_LANGUAGE_WORDS: Readonly<Record<TemplateLanguage, string>> = {
  powershell: LANGUAGE_WORDS.powershell,
  bash: LANGUAGE_WORDS.bash,
  cmd: LANGUAGE_WORDS.cmd,
};

export const PARAMETER_TYPE_WORDS: Readonly<Record<ParameterType, string>> = {
  string: 'Text',
  number: 'Number',
  choice: 'Choice',
  switch: 'Switch',
  host: 'Host',
  password: 'Password',
};

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The first names and how many more there are. */
function someOf(names: readonly string[], shown = 4): string {
  if (names.length <= shown + 1) return listed(names.map((name) => `“${name}”`));
  const first = names.slice(0, shown).map((name) => `“${name}”`);
  return `${first.join(', ')} and ${names.length - shown} more`;
}

/** What to say of a script that is on the clipboard now. */
export function copiedWords({ cleared_after, asks_for }: CallOutput<'scripts.copy'>): string {
  return [
    ...(cleared_after === null
      ? []
      : [`It holds a password, so it leaves the clipboard in ${cleared_after} seconds.`]),
    ...(asks_for.length === 0 ? [] : [`It asks for ${listed(asks_for)} when it runs.`]),
  ].join(' ');
}

/** What became of an import. */
export function importedWords({
  added,
  known,
}: Pick<CallOutput<'templates.import'>, 'known'> & {
  readonly added: readonly Pick<ScriptTemplate, 'name'>[];
}): string {
  const knownWords =
    known.length === 0
      ? ''
      : `${someOf(known)} ${known.length === 1 ? 'is' : 'are'} here already, word for word.`;
  if (added.length === 0) {
    return knownWords === '' ? 'The file holds no templates.' : `Nothing new: ${knownWords}`;
  }
  const names = someOf(added.map(({ name }) => name));
  return `Added ${counted(added.length, 'template')}: ${names}.${knownWords === '' ? '' : ` ${knownWords}`}`;
}

/** What a run left behind, or would leave behind, and the way back. */
export function effectWords({ state, undo }: Pick<ScriptGeneration, 'state' | 'undo'>): string {
  const changed = state === 'ran' ? 'Changed the system' : 'Changes the system';
  return `${changed} · ${undo ? `undo: ${undo}` : 'how to undo it is not noted'}`;
}
