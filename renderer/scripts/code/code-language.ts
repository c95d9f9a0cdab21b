import { StreamLanguage } from '@codemirror/language';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import type { Extension } from '@codemirror/state';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { cmdMode } from './cmd-mode.ts';

const LANGUAGES: Readonly<Record<ScriptGeneration['language'], Extension>> = {
  powershell: StreamLanguage.define(powerShell),
  bash: StreamLanguage.define(shell),
  cmd: StreamLanguage.define(cmdMode),
  other: [],
};

/** The colours of a script's language. */
export function codeLanguage(language: ScriptGeneration['language']): Extension {
  return LANGUAGES[language];
}
