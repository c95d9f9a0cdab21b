import type { TemplateContent } from '../../shared/domain/script-template.ts';
import { AppError } from '../../shared/errors.ts';
import type { SecretGuard } from '../secrets/index.ts';
import { contentOf } from './catalogue.ts';
import { lintTemplate } from './lint/index.ts';

/**
 * A template as it may be kept: nothing in it keeps it from being filled in, and it holds no secret that the app knows or recognises. Else `INVALID_INPUT`, in words.
 */
export async function acceptable(
  content: TemplateContent,
  secrets: Pick<SecretGuard, 'find'>,
): Promise<TemplateContent> {
  const clean = contentOf(content);
  const problem = lintTemplate(clean).find(({ blocking }) => blocking);
  if (problem !== undefined) throw new AppError('INVALID_INPUT', problem.message);
  for (const [place, text] of textsOf(clean)) {
    const [secret] = (await secrets.find(text)).filter(({ kind }) => kind !== 'doubt');
    if (secret === undefined) continue;
    const line = text.slice(0, secret.from).split('\n').length;
    const where = text.includes('\n') ? `${place}, line ${line}` : place;
    throw new AppError(
      'INVALID_INPUT',
      `${where} holds what looks like a secret: ${secret.label}. Templates are kept and exported as they are. Take it out, and make it a parameter of the type password.`,
    );
  }
  return clean;
}

/** Every text of a template, with the words for where it stands. */
function textsOf(content: TemplateContent): [string, string][] {
  return [
    ['The script', content.body],
    ['The name', content.name],
    ['The description', content.description],
    ['How to undo it', content.undo],
    ...content.parameters.flatMap(({ name, label, help, default_value, choices }) =>
      [label, help, default_value, ...choices]
        .filter((text) => text !== '')
        .map((text): [string, string] => [`The parameter ${name}`, text]),
    ),
  ];
}
