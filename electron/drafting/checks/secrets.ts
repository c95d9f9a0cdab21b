import type { FoundSecret } from '../../secrets/index.ts';
import { REDACTED } from '../bundle.ts';
import type { NoteView } from './note-view.ts';
import { lineAt } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** A secret in a posted note cannot be called back: there is no reason that outweighs it. */
const NEVER = { can_override: false } as const;

/** X1: no value that this session used as a secret, in whatever encoding. */
export const knownSecretsRule = rule(
  'X1',
  (note) =>
    faults(
      note,
      'known',
      'Take it out',
      (line, label) => `Line ${line} holds ${label}. Take it out.`,
    ),
  NEVER,
);

/** X2: nothing that has the shape of a secret. */
export const secretPatternsRule = rule(
  'X2',
  (note) =>
    faults(
      note,
      'pattern',
      'Take it out',
      (line, label) => `Line ${line} holds what looks like ${label}. Take it out.`,
    ),
  NEVER,
);

/** X3: what stands near a word such as "password" may be one. Only a question: a name can look the same. */
export const secretDoubtsRule = rule(
  'X3',
  (note) =>
    faults(
      note,
      'doubt',
      'It is a secret: take it out',
      (line, label) => `Is this ${label}? Line ${line} holds something that could be one.`,
    ),
  { level: 'warn' },
);

function faults(
  note: NoteView,
  kind: FoundSecret['kind'],
  repair: string,
  message: (line: number, label: string) => string,
): Fault[] {
  return note.secrets
    .filter((secret) => secret.kind === kind)
    .map(({ from, to, label }) => ({
      from,
      to,
      message: message(lineAt(note.lines, from), label),
      repair: { label: repair, from, to, replacement: REDACTED },
    }));
}
