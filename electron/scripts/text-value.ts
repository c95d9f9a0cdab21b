import type { TemplateLanguage } from '../../shared/domain/script-template.ts';
import { hiddenCharacterOffsets } from '../../shared/text.ts';
import { refusedByCmd } from './quoting/cmd.ts';
import { isWritable } from './quoting/refused.ts';

const NOT_WRITABLE = 'This holds a broken character. Type it again instead of pasting it.';

const HIDDEN = 'This holds a character that cannot be seen. Type it again instead of pasting it.';

/** Line ends that are none where a text is split into lines by \n. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/;

/** Why a text cannot be a value, in words, or null. */
export function problemOfText(text: string, language: TemplateLanguage): string | null {
  if (!isWritable(text)) return NOT_WRITABLE;
  if (hiddenCharacterOffsets(text).length > 0 || OTHER_LINE_ENDS.test(text)) return HIDDEN;
  return problemAsOption(text, language) ?? (language === 'cmd' ? problemForCmd(text) : null);
}

/** Why a text cannot be a password, in words, or null. It may begin with any character that is seen. */
export function problemOfPassword(text: string, language: TemplateLanguage): string | null {
  if (language === 'cmd') {
    return 'A script for the command prompt cannot hold a password. Use PowerShell.';
  }
  if (!isWritable(text)) return NOT_WRITABLE;
  if (/[\n\r\t]/.test(text)) return 'A password is one line, without tabs.';
  return hiddenCharacterOffsets(text).length > 0 || OTHER_LINE_ENDS.test(text) ? HIDDEN : null;
}

/**
 * However well it is quoted, a program may read a value that begins with a dash as an option. In
 * PowerShell it cannot: there a variable is never taken for the name of a parameter.
 */
function problemAsOption(text: string, language: TemplateLanguage): string | null {
  const isOption = language === 'cmd' ? /^\s*[-/]/.test(text) : /^\s*-/.test(text);
  if (!isOption || language === 'powershell') return null;
  return `A value that begins with ${text.trim().slice(0, 1)} would be read as an option. Put something in front of it, or use a PowerShell script.`;
}

function problemForCmd(text: string): string | null {
  const refused = refusedByCmd(text);
  if (refused !== null) {
    return `The command prompt gives ${named(refused)} a meaning of its own, so it cannot be part of a value. Use letters, digits, spaces and . - _ : \\ / @ , + = only, or a PowerShell script.`;
  }
  return text.endsWith('\\') ? 'Leave out the \\ at the end.' : null;
}

function named(character: string): string {
  if (character === '\n') return 'a line end';
  return character === '\t' ? 'a tab' : `“${character}”`;
}
