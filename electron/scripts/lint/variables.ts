import type { TemplateLanguage } from '../../../shared/domain/script-template.ts';

/** A variable as the body names it. */
export interface VariableUse {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

const USES: Readonly<Record<TemplateLanguage, RegExp>> = {
  powershell:
    /[$@](?:\{(?:\w+:)?([A-Za-z]\w*)\}|(?:(?:script|global|local|using|private):)?([A-Za-z]\w*))/gi,
  bash: /\$(?:\{[!#]?([A-Za-z]\w*)|([A-Za-z]\w*))/g,
  cmd: /[%!]([A-Za-z]\w*)(?::[^%!\n]*)?[%!]/g,
};

const SETS: Readonly<Record<TemplateLanguage, RegExp>> = {
  powershell:
    /\$(?:(?:script|global|local|private):)?([A-Za-z]\w*)[ \t]{0,100}(?:[-+*/%]?=(?!=)|in\b)|-(?:Out|Error|Warning|Pipeline)Variable\s+([A-Za-z]\w*)/gi,
  bash: /(?:^|[\s;(&|])(?:(?:local|declare|readonly|export|typeset)\s+(?:-\w+\s+)*)?([A-Za-z]\w*)(?:\[[^\]\n]{0,100}\])?\+?=|\b(?:for|select)\s+([A-Za-z]\w*)|\bread\s[^\n;|&]{0,60}?\b([A-Za-z]\w{0,40})[ \t]{0,20}(?=$|[;|&<])/gm,
  cmd: /\bset\s+(?:\/[ap]\s+)?"?([A-Za-z]\w*)\s*[-+*/]?=/gi,
};

/** Every place where the body reads or sets a variable. */
export function variablesIn(body: string, language: TemplateLanguage): VariableUse[] {
  return body.split('\n').flatMap((text, index) =>
    [...text.matchAll(USES[language])].flatMap((match) => {
      const name = match[1] ?? match[2];
      return name === undefined ? [] : [{ name, line: index + 1 }];
    }),
  );
}

/** Arithmetic of bash and `if defined` of the command prompt name a variable without a sign. */
const WITHOUT_SIGN = /^.*(?:\(\(|\bif (?:not )?defined\b).*$/gim;

/** Every word of the lines where a variable may be named without a sign. */
export function wordsWithoutSign(body: string): ReadonlySet<string> {
  const lines = body.match(WITHOUT_SIGN) ?? [];
  return new Set(lines.flatMap((line) => line.split(/\W+/)));
}

/** Names of the variables that the body sets by itself. */
export function variablesSetIn(body: string, language: TemplateLanguage): string[] {
  return [...body.matchAll(SETS[language])].flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3];
    return name === undefined ? [] : [name];
  });
}

/** A name as the shell tells it from others. */
export function foldName(name: string, language: TemplateLanguage): string {
  return language === 'bash' ? name : name.toLowerCase();
}
