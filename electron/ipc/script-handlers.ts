import type { scriptCalls } from '../../shared/contract/script-calls.ts';
import { redactTexts } from './redact-input.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about script templates, and about scripts that were filled in or run. */
export function scriptHandlers(services: Services): HandlersOf<typeof scriptCalls> {
  const { publish, scripts, secrets } = services;
  const store = () => services.store.current();

  /** Passes a written row on, once the views have been told of it. */
  function told<Row extends { readonly session_id: number }>(row: Row): Row {
    sessionChanged(services, row.session_id);
    return row;
  }

  function templatesToldOf<Result>(result: Result): Result {
    publish('templates.changed', {});
    return result;
  }

  return {
    'templates.list': async () => (await scripts()).list(),
    'templates.save': async ({ key, content }) =>
      templatesToldOf(await (await scripts()).save(key, content)),
    'templates.remove': async ({ key }) => ({
      removed: templatesToldOf((await scripts()).remove(key)),
    }),
    'templates.problems': async ({ content }) => (await scripts()).problems(content),
    'templates.export': async ({ keys }) => (await scripts()).exported(keys),
    'templates.import': async ({ text }) => templatesToldOf(await (await scripts()).imported(text)),
    'scripts.preview': async (filledIn) => (await scripts()).preview(filledIn),
    'scripts.generate': async (filling) => told((await scripts()).generate(filling)),
    'scripts.copy': async ({ generation_id }) => (await scripts()).copy(generation_id),
    'scripts.save': async ({ generation_id }) => ({
      file: await (await scripts()).saveAsFile(generation_id),
    }),
    'scripts.discard': async ({ generation_id }) => {
      told((await scripts()).discard(generation_id));
      return { discarded: true };
    },
    'scripts.recordRun': ({ parameters, ...run }) => {
      for (const { secret, value } of parameters) {
        if (secret && value !== null) secrets.remember(value, { session_id: run.session_id });
      }
      // The values are known only now, and the texts that came with them may hold them.
      const clean = redactTexts(run, secrets.redactKnown);
      const kept = parameters.map(({ name, secret, value }) => ({
        name: secrets.redactKnown(name),
        secret,
        value: secret || value === null ? null : secrets.redactKnown(value),
      }));
      return told(store().scripts.recordRun({ ...clean, parameters: kept }));
    },
    'scripts.markRan': ({ generation_id, outcome, ...result }) =>
      told(store().scripts.markRan(generation_id, outcome, result)),
    'scripts.setCustomerOutcome': ({ generation_id, customer_outcome }) =>
      told(store().scripts.setCustomerOutcome(generation_id, customer_outcome)),
  };
}
