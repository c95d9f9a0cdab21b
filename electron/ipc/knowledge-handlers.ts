import type { knowledgeCalls } from '../../shared/contract/knowledge-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about what is said, known, suspected and to be checked in a session. */
export function knowledgeHandlers(services: Services): HandlersOf<typeof knowledgeCalls> {
  const store = () => services.store.current();

  /** Passes a written row on, once the views have been told of it. */
  function told<Row extends { readonly session_id: number }>(row: Row): Row {
    sessionChanged(services, row.session_id);
    return row;
  }

  /** The same for several rows of one session. */
  function toldOf<Rows>(sessionId: number, rows: Rows): Rows {
    sessionChanged(services, sessionId);
    return rows;
  }

  return {
    'facts.add': (fact) => told(store().facts.add(fact)),
    'facts.update': ({ fact_id, ...changes }) => told(store().facts.update(fact_id, changes)),
    'facts.confirm': ({ fact_id }) => told(store().facts.confirm(fact_id)),
    'facts.confirmAll': ({ session_id, fact_ids }) =>
      toldOf(session_id, store().facts.confirmAll(session_id, fact_ids)),
    'facts.setAudience': ({ session_id, fact_ids, audience }) =>
      toldOf(session_id, store().facts.setAudience(session_id, fact_ids, audience)),
    'names.set': ({ session_id, ...name }) =>
      toldOf(session_id, store().names.set(session_id, name)),
    'names.remove': ({ session_id, name }) =>
      toldOf(session_id, store().names.remove(session_id, name)),
    'facts.remove': ({ fact_id }) => told(store().facts.remove(fact_id)),
    'facts.restore': ({ fact_id }) => told(store().facts.restore(fact_id)),
    'fixes.suggest': (fix) => told(store().fixes.suggest(fix)),
    'fixes.update': ({ fix_id, ...changes }) => told(store().fixes.update(fix_id, changes)),
    'fixes.setOutcome': ({ fix_id, ...verdict }) => told(store().fixes.setOutcome(fix_id, verdict)),
    'checks.add': (check) => told(store().checks.add(check)),
    'checks.complete': ({ check_id, ...result }) => {
      const completed = store().checks.complete(check_id, result);
      told(completed.check);
      return completed;
    },
    'checks.drop': ({ check_id }) => told(store().checks.drop(check_id)),
    'checks.reopen': ({ check_id }) => told(store().checks.reopen(check_id)),
  };
}
