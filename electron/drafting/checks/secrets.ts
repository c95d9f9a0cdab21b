import { lineAt } from '../../../shared/notes/note-text.ts';
import { type FoundSecret, REDACTED } from '../../secrets/index.ts';
import type { NoteView } from './note-view.ts';
import { type Fault, replaceWith, rule } from './rule.ts';

/** A secret in a posted note cannot be called back: no reason outweighs that. */
const NEVER = { can_override: false } as const;

/** X1: no value that this session used as a secret, in whatever encoding. */
export const knownSecretsRule = rule(
  'X1',
  (note) => faults(note, 'known', (line, label) => `Line ${line} has ${label}. Remove it.`),
  NEVER,
);

/** X2: nothing that has the shape of a secret. */
export const secretPatternsRule = rule(
  'X2',
  (note) =>
    faults(
      note,
      'pattern',
      (line, label) => `Line ${line} has what looks like ${label}. Remove it.`,
    ),
  NEVER,
);

/** X3: what is near a word such as "password" may be one. Only a question: a name can look the same. */
export const secretDoubtsRule = rule('X3', (note) =>
  faults(note, 'doubt', (line, label) => `Line ${line} may have ${label}. Remove it if it does.`),
);

function faults(
  { lines, secrets }: NoteView,
  kind: FoundSecret['kind'],
  message: (line: number, label: string) => string,
): Fault[] {
  return secrets
    .filter((secret) => secret.kind === kind)
    .map((place) => ({
      from: place.from,
      to: place.to,
      level: kind === 'doubt' ? 'warn' : 'block',
      message: message(lineAt(lines, place.from)?.number ?? 1, place.label),
      repair: replaceWith('Remove secret', place, REDACTED),
    }));
}
