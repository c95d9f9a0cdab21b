import type { ScriptGeneration } from '../../shared/domain/script.ts';

const ENDINGS: Readonly<Record<ScriptGeneration['language'], string>> = {
  powershell: 'ps1',
  bash: 'sh',
  cmd: 'cmd',
  other: 'txt',
};

const LONGEST_NAME = 80;

/** A script as a file that its shell reads right. */
export interface ScriptFile {
  readonly suggested_name: string;
  /** Without the dot. */
  readonly ending: string;
  readonly text: string;
}

export function scriptFile({
  name,
  language,
  body,
}: Pick<ScriptGeneration, 'name' | 'language' | 'body'>): ScriptFile {
  const ending = ENDINGS[language];
  const stem = name.toLowerCase().endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : name;
  return {
    suggested_name: `${stem.slice(0, LONGEST_NAME).trim()}.${ending}`,
    ending,
    text: withLineEnds(body, language),
  };
}

function withLineEnds(body: string, language: ScriptGeneration['language']): string {
  const lines = body.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n');
  if (language === 'bash' || language === 'other') return lines;
  const windows = lines.replaceAll('\n', '\r\n');
  // Windows PowerShell takes a file without the mark for one in the old code page.
  return language === 'powershell' ? `\uFEFF${windows}` : windows;
}
