import type { knowledgeCalls } from '../../shared/contract/knowledge-calls.ts';
import { redactTexts } from './redact-input.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about what is said, known, suspected and run in a session. */
export function knowledgeHandlers(services: Services): HandlersOf<typeof knowledgeCalls> {
  const { secrets } = services;
  const store = () => services.store.current();

  /** Passes a written row on, once the views have been told of it. */
  function told<Row extends { readonly session_id: number }>(row: Row): Row {
    sessionChanged(services, row.session_id);
    return row;
  }

  return {
    'messages.add': ({ session_id, body }) =>
      told(store().messages.add({ session_id, author: 'technician', body })),
    'facts.add': (fact) => told(store().facts.add(fact)),
    'facts.update': ({ fact_id, ...changes }) => told(store().facts.update(fact_id, changes)),
    'facts.confirm': ({ fact_id }) => told(store().facts.confirm(fact_id)),
    'facts.remove': ({ fact_id }) => told(store().facts.remove(fact_id)),
    'facts.restore': ({ fact_id }) => told(store().facts.restore(fact_id)),
    'fixes.suggest': (fix) => told(store().fixes.suggest(fix)),
    'fixes.update': ({ fix_id, ...changes }) => told(store().fixes.update(fix_id, changes)),
    'fixes.setOutcome': ({ fix_id, outcome, outcome_note }) =>
      told(store().fixes.setOutcome(fix_id, { outcome, outcome_note })),
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
    'scripts.markRan': ({ generation_id, outcome, ...effect }) =>
      told(store().scripts.markRan(generation_id, outcome, effect)),
  };
}
