import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { hiddenCharacterOffsets } from '../../../shared/text.ts';
import { meantBy } from './misspelt.ts';
import { advice, blocking, type TemplateProblem } from './problem.ts';
import { foldName, variablesIn, variablesSetIn, wordsWithoutSign } from './variables.ts';

/** What looks wrong in the text of a template. */
export function problemsOfBody(template: TemplateContent): TemplateProblem[] {
  const { body, language, parameters } = template;
  const uses = variablesIn(body, language);
  const used = new Set(uses.map(({ name }) => foldName(name, language)));
  const words = wordsWithoutSign(body);
  return [
    ...problemsOfBeginning(template),
    ...hiddenCharacters(body),
    ...parameters
      .filter(({ name }) => !used.has(foldName(name, language)) && !words.has(name))
      .map(({ name }) => advice(`The script never uses the parameter ${name}.`)),
    ...unknownVariables(template, uses),
    ...leftovers(template),
    ...valuesReadAsCode(template),
  ];
}

const LEADING_BLANKS = /^(?:\s+|<#[^#]*(?:#(?!>)[^#]*)*#>|#[^\n]*\n?)/;

/** The values stand in front of the body, so what PowerShell takes as the first thing alone cannot be there. */
function problemsOfBeginning({ body, language, parameters }: TemplateContent): TemplateProblem[] {
  if (language !== 'powershell' || parameters.length === 0) return [];
  let rest = body;
  for (let blank = LEADING_BLANKS.exec(rest); blank !== null; blank = LEADING_BLANKS.exec(rest)) {
    rest = rest.slice(blank[0].length);
  }
  const first = /^(?:param\s*\(|\[CmdletBinding|using\s+(?:module|namespace|assembly)\b)/i.exec(
    rest,
  );
  if (first === null) return [];
  const line = body.slice(0, body.length - rest.length).split('\n').length;
  const word = first[0].startsWith('using') ? 'using' : 'param';
  return [
    blocking(
      `${word} has to be the first thing in a script, but the values of the parameters come first. Take it out; the parameters are set as variables.`,
      line,
    ),
  ];
}

function hiddenCharacters(body: string): TemplateProblem[] {
  const text = body.replace(/\r\n?/g, '\n');
  const [first] = hiddenCharacterOffsets(text);
  if (first === undefined) return [];
  const line = text.slice(0, first).split('\n').length;
  return [
    advice('There are characters here that cannot be seen. They are taken out on saving.', line),
  ];
}

/** A body that names more unknown variables than these is not misspelt. */
const MOST_UNKNOWN = 200;

function unknownVariables(
  { body, language, parameters }: TemplateContent,
  uses: ReturnType<typeof variablesIn>,
): TemplateProblem[] {
  const names = parameters.map(({ name }) => name);
  const known = new Set(
    [...names, ...variablesSetIn(body, language)].map((name) => foldName(name, language)),
  );
  const told = new Set<string>();
  return uses.flatMap(({ name, line }) => {
    const folded = foldName(name, language);
    if (known.has(folded) || told.has(folded) || told.size >= MOST_UNKNOWN) return [];
    told.add(folded);
    const meant = meantBy(name, names);
    return meant === undefined
      ? []
      : [advice(`${name} is not set anywhere. Is the parameter ${meant} meant?`, line)];
  });
}

const BRACES = /\{\{\s*([A-Za-z][\w .-]{0,39}?)\s*\}\}/;

/** Blanks as other tools write them; nothing would be put in their place. */
function leftovers({ body, language, parameters }: TemplateContent): TemplateProblem[] {
  const sign = language === 'cmd' ? '%Name%' : '$Name';
  return body.split('\n').flatMap((text, index) => {
    const problems: TemplateProblem[] = [];
    const braces = BRACES.exec(text);
    if (braces !== null) {
      problems.push(
        advice(`Nothing is put in the place of ${braces[0]}. Use a variable: ${sign}.`, index + 1),
      );
    }
    if (language === 'cmd') return problems;
    const per = parameters.find(({ name }) =>
      text.toLowerCase().includes(`%${name.toLowerCase()}%`),
    );
    if (per !== undefined) {
      problems.push(
        advice(
          `%${per.name}% is how the command prompt names a variable. Here it is $${per.name}.`,
          index + 1,
        ),
      );
    }
    return problems;
  });
}

/** Where a shell reads a text as code once more, no quoting of ours holds. */
const READ_AGAIN: Readonly<Record<TemplateContent['language'], RegExp>> = {
  powershell:
    /\b(?:Invoke-Expression|iex|cmd(?:\.exe)? \/[ck]|powershell(?:\.exe)? -c(?:ommand)?|\[scriptblock\]::Create)\b/i,
  bash: /(?:^|[\s;&|(])(?:eval|(?:ba|da|z)?sh\s+-c|ssh)\s/,
  cmd: /\b(?:cmd(?:\.exe)? \/[ck]|powershell(?:\.exe)?|call set)\b/i,
};

const FILTER_TEXT = /-(?:LDAP)?Filter\s+"[^"\n]*\$/i;

function valuesReadAsCode({ body, language, parameters }: TemplateContent): TemplateProblem[] {
  const names = new Set(parameters.map(({ name }) => foldName(name, language)));
  return body.split('\n').flatMap((text, index) => {
    const usesParameter = variablesIn(text, language).some(({ name }) =>
      names.has(foldName(name, language)),
    );
    if (!usesParameter) return [];
    if (READ_AGAIN[language].test(text)) {
      return [
        advice(
          'Here a value is read as code once more, so a value could do more than it says. Pass it as an argument instead.',
          index + 1,
        ),
      ];
    }
    if (language === 'powershell' && FILTER_TEXT.test(text)) {
      return [
        advice(
          'A quote in the value would end this filter. Use -Identity, or a filter in braces.',
          index + 1,
        ),
      ];
    }
    return [];
  });
}
