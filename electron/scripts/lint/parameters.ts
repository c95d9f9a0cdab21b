import type { TemplateContent, TemplateParameter } from '../../../shared/domain/script-template.ts';
import { readValue } from '../values.ts';
import { blocking, type TemplateProblem } from './problem.ts';
import { isReserved } from './reserved.ts';

/** What keeps the parameters of a template from being filled in. */
export function problemsOfParameters(template: TemplateContent): TemplateProblem[] {
  const seen = new Set<string>();
  return template.parameters.flatMap((parameter) => {
    const { name } = parameter;
    // Bash alone tells upper from lower case.
    const key = template.language === 'bash' ? name : name.toLowerCase();
    const isSecond = seen.has(key);
    seen.add(key);
    const told = isSecond ? [blocking(`There are two parameters named ${name}. Rename one.`)] : [];
    return [...told, ...problemsOfParameter(parameter, template)];
  });
}

function problemsOfParameter(
  parameter: TemplateParameter,
  { language }: TemplateContent,
): TemplateProblem[] {
  const { name, type } = parameter;
  const problems: TemplateProblem[] = [];
  if (isReserved(name, language)) {
    problems.push(
      blocking(
        `${name} is a variable of ${language} itself. Take another name, for example Target${name}.`,
      ),
    );
  }
  if (type === 'password') {
    if (language === 'cmd') {
      problems.push(
        blocking(
          `${name}: the command prompt has no safe way to hold a password. Write this script for PowerShell.`,
        ),
      );
    }
    if (parameter.default_value !== '') {
      problems.push(blocking(`${name}: a password cannot have a default. Leave it empty.`));
    }
    return problems;
  }
  if (type === 'choice') problems.push(...problemsOfChoices(parameter, language));
  if (type === 'number' && isUpsideDown(parameter)) {
    problems.push(blocking(`${name}: the smallest number is larger than the largest.`));
  }
  if (parameter.default_value.trim() !== '') {
    const reading = readValue(parameter, parameter.default_value, language);
    if ('problem' in reading) {
      problems.push(blocking(`${name}: the default does not fit. ${reading.problem}`));
    }
  }
  return problems;
}

function isUpsideDown({ minimum, maximum }: TemplateParameter): boolean {
  return minimum !== null && maximum !== null && minimum > maximum;
}

function problemsOfChoices(
  parameter: TemplateParameter,
  language: TemplateContent['language'],
): TemplateProblem[] {
  const { name, choices } = parameter;
  if (choices.length === 0) return [blocking(`${name}: a choice needs something to choose from.`)];
  if (new Set(choices).size < choices.length) {
    return [blocking(`${name}: the same choice stands there twice.`)];
  }
  return choices.flatMap((choice) => {
    const reading = readValue(parameter, choice, language);
    return 'problem' in reading ? [blocking(`${name}, “${choice}”: ${reading.problem}`)] : [];
  });
}
