import type { TemplateContent } from '../../shared/domain/script-template.ts';
import { REDACTED } from '../secrets/index.ts';
import { SHELLS } from './shells/index.ts';
import type { Shell } from './shells/shell.ts';
import type { Filled } from './values.ts';

/**
 * `covered`: for the screen and for what is kept. A secret that was typed in is not there; run as it
 * stands, the script asks for it. `included`: for the clipboard alone.
 */
export type Secrets = 'covered' | 'included';

type Template = Pick<TemplateContent, 'name' | 'language' | 'body'>;

const TYPED_IN = `${REDACTED} - typed in, and in the copied script only`;

/**
 * The script: where it comes from, one line for each value, then the template's own text, to which
 * nothing is done. A template without parameters is its text alone.
 */
export function renderScript(
  { name, language, body }: Template,
  filled: readonly Filled[],
  secrets: Secrets,
): string {
  if (filled.length === 0) return body;
  const shell = SHELLS[language];
  const [interpreter, rest] = language === 'bash' ? splitInterpreter(body) : [[], body];
  const origin = shell.comment(`Filled in by ResolutionFlow from: ${name}`);
  const header = filled.flatMap((one) => linesFor(shell, one, secrets));
  return [
    ...interpreter,
    origin,
    ...shell.block([...header, '', rest.replace(/\n$/, '')]),
    '',
  ].join('\n');
}

function linesFor(shell: Shell, { parameter, value }: Filled, secrets: Secrets): readonly string[] {
  const { name, label } = parameter;
  if (value.kind === 'asked') return shell.ask(name, label);
  if (value.kind === 'secret' && secrets === 'covered') {
    return [shell.comment(`${label}: ${TYPED_IN}`), ...shell.ask(name, label)];
  }
  return [shell.assign(name, value)];
}

/** The line that names the interpreter has to stay the first of the file. */
function splitInterpreter(body: string): readonly [readonly string[], string] {
  if (!body.startsWith('#!')) return [[], body];
  const end = body.indexOf('\n');
  return end < 0 ? [[body], ''] : [[body.slice(0, end)], body.slice(end + 1)];
}
