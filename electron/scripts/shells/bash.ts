import { quoteForBash } from '../quoting/bash.ts';
import { type PlainValue, plainComment, type Shell } from './shell.ts';

export const bash: Shell = {
  comment: (text) => `# ${plainComment(text)}`,
  assign: (name, value) => `${name}=${literal(value)}`,
  ask: (name, prompt) => [
    // From the terminal, for the script itself may be what comes in.
    `IFS= read -r -s -p ${quoteForBash(`${plainComment(prompt)}: `)} ${name} </dev/tty || exit 1`,
    "printf '\\n' >/dev/tty",
  ],
  // A subshell: `exit` leaves the script, not the terminal it was pasted into.
  block: (lines) => ['(', ...lines, ')'],
};

function literal(value: PlainValue): string {
  switch (value.kind) {
    case 'none':
      return "''";
    case 'number':
      return quoteForBash(value.digits);
    case 'switch':
      return value.on ? 'true' : 'false';
    default:
      return quoteForBash(value.text);
  }
}
