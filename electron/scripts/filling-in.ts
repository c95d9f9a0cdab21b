import type { KnownName } from '../../shared/domain/known-name.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type { ParameterValues, ScriptTemplate } from '../../shared/domain/script-template.ts';
import { AppError } from '../../shared/errors.ts';
import { REDACTED, type SecretGuard } from '../secrets/index.ts';
import type { SessionStore } from '../sessions/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { FilledValue } from './filled-value.ts';
import type { HeldScripts } from './held-scripts.ts';
import { renderScript } from './render.ts';
import { type Filled, readValues } from './values.ts';

interface Parts {
  readonly store: () => Pick<SessionStore, 'scripts' | 'names' | 'proposals' | 'transaction'>;
  readonly secrets: Pick<SecretGuard, 'remember' | 'redactKnown'>;
  readonly catalogue: Catalogue;
  readonly held: HeldScripts;
}

interface ToFillIn {
  readonly template_key: string;
  readonly values: ParameterValues;
}

type ToGenerate = ToFillIn & {
  readonly session_id: number;
  readonly proposal_id: number | null;
};

/** From a template and typed values to a script: on the screen, and as a row of a session. */
export function createFillingIn({ store, secrets, catalogue, held }: Parts) {
  /** With the values proposed or others, of that template or another; but a second press makes no second script. */
  function confirm(session_id: number, proposalId: number): void {
    const { state } = store().proposals.expect(proposalId, { session_id, kind: 'script' });
    if (state === 'confirmed') {
      throw new AppError(
        'CONFLICT',
        'The script of this proposal was made already, so nothing was changed.',
      );
    }
    store().proposals.decide(proposalId, 'confirmed');
  }

  return {
    preview({ template_key, values }: ToFillIn) {
      const template = catalogue.get(template_key);
      const { filled, problems } = readValues(template, values);
      return { script: renderScript(template, filled, 'covered'), problems: [...problems] };
    },
    generate({ session_id, template_key, values, proposal_id }: ToGenerate): ScriptGeneration {
      const template = catalogue.get(template_key);
      const { filled, problems } = readValues(template, values);
      const [problem] = problems;
      if (problem !== undefined) {
        const fields = problems.map(({ parameter, message }) => [`values.${parameter}`, message]);
        throw new AppError('INVALID_INPUT', problem.message, {
          fields: Object.fromEntries(fields),
        });
      }
      const typedIn = filled.filter(({ value }) => value.kind === 'secret');
      for (const { value } of typedIn) {
        // Before anything is written: from here on the guard keeps it out of everything.
        if (value.kind === 'secret') secrets.remember(value.text, { session_id });
      }
      const kept = filled.map((one) => withoutSecrets(one, secrets.redactKnown));
      const row = store().transaction(() => {
        const generation = store().scripts.generate({
          session_id,
          template_key,
          name: template.name,
          language: template.language,
          body: renderScript(template, kept.map(writableIn(template)), 'covered'),
          parameters: kept.map(keptParameter),
          changes_system: template.changes_system,
          undo: template.undo,
        });
        store().names.learn(session_id, kept.flatMap(hostOf));
        if (proposal_id !== null) confirm(session_id, proposal_id);
        return generation;
      });
      if (typedIn.length > 0 || kept.some((one, index) => one !== filled[index])) {
        const asked = filled.filter(({ value }) => value.kind === 'asked');
        held.hold(row, {
          text: renderScript(template, filled, 'included'),
          asks_for: asked.map(({ parameter }) => parameter.name),
        });
      }
      return row;
    },
  };
}

/** The same value, or with what the app knows as a secret taken out; the very same where there is none. */
function withoutSecrets(one: Filled, redact: (text: string) => string): Filled {
  const text = plainText(one.value);
  if (text === null || one.value.kind === 'secret') return one;
  const redacted = redact(text);
  return redacted === text
    ? one
    : { parameter: one.parameter, value: { kind: 'text', text: redacted } };
}

/** The command prompt has no text with brackets in it; a script with a hole is not run as it stands. */
function writableIn({ language }: ScriptTemplate): (one: Filled) => Filled {
  return (one) =>
    language === 'cmd' && one.value.kind === 'text'
      ? {
          parameter: one.parameter,
          value: { kind: 'text', text: one.value.text.replaceAll(REDACTED, '_secret_') },
        }
      : one;
}

/** The host that a value names, as a known name; none where a secret was taken out of it. */
function hostOf({ parameter, value }: Filled): KnownName[] {
  if (parameter.type !== 'host' || value.kind !== 'text') return [];
  const name = value.text.trim();
  return name === '' || name.includes(REDACTED) ? [] : [{ name, kind: 'host', wording: null }];
}

function keptParameter({ parameter, value }: Filled): ScriptGeneration['parameters'][number] {
  const secret = parameter.type === 'password';
  return { name: parameter.name, secret, value: secret ? null : plainText(value) };
}

function plainText(value: FilledValue): string | null {
  switch (value.kind) {
    case 'text':
    case 'secret':
      return value.text;
    case 'number':
      return value.digits;
    case 'switch':
      return String(value.on);
    default:
      return null;
  }
}
