import Database from 'better-sqlite3';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Proposal, Proposed } from '../../../shared/domain/proposal.ts';

/** What the technician writes. */
export function ask(store: SessionStore, session_id: number, body = 'Why?'): Message {
  return store.messages.add({ session_id, author: 'technician', body });
}

/** A finished answer of the copilot to a new message. */
export function answer(store: SessionStore, session_id: number, body = 'Look there.'): Message {
  const { id } = store.messages.startAnswer({ session_id, reply_to: ask(store, session_id).id });
  return store.messages.keepAnswer(id, { body, state: 'complete' });
}

export function propose(store: SessionStore, answered: Message, proposed: Proposed): Proposal {
  const { session_id, id: message_id } = answered;
  return store.proposals.add({ session_id, message_id, proposed });
}

export const FIX: Proposed = {
  kind: 'fix',
  title: 'Restart the spooler',
  description: '',
  confidence: 80,
  unsupported: [],
};

/** A fact as the copilot proposes it: a row among the facts, and the proposal. */
export function proposeFact(store: SessionStore, answered: Message, text = 'It is offline.') {
  const { session_id } = answered;
  const source_type = 'technician';
  const fact = store.facts.add({ session_id, text, source_type, status: 'proposed' });
  const proposed = {
    ...({ kind: 'fact', fact_id: fact.id, text, source_type } as const),
    ...({ role: 'finding', customer_wording: null, unsupported: [] } as const),
  };
  return { fact, proposal: propose(store, answered, proposed) };
}

export function proposeCheck(store: SessionStore, answered: Message, instruction = 'Ping it') {
  const { session_id } = answered;
  const check = store.checks.add({ session_id, instruction, meaning: 'No answer: it is off.' });
  const proposed = { kind: 'check', check_id: check.id, instruction } as const;
  return { check, proposal: propose(store, answered, proposed) };
}

export function proposeOutcome(
  store: SessionStore,
  answered: Message,
  fix_id: number,
  outcome: 'worked' | 'failed' = 'worked',
) {
  const proposed = {
    ...({ kind: 'outcome', fix_id, fix_title: 'x', outcome, note: null } as const),
    ...({ done: null, cause: null, unsupported: [] } as const),
  };
  return propose(store, answered, proposed);
}

/** The index of messages holds a part of its table only, so it is compared with one that is made anew. */
const FRESH_MESSAGE_SEARCH = `
CREATE VIRTUAL TABLE temp.fresh USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO temp.fresh (rowid, body)
  SELECT id, body FROM main.messages WHERE replaced_at IS NULL AND state <> 'streaming';
CREATE VIRTUAL TABLE temp.wanted USING fts5vocab(temp, fresh, instance);
CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, message_search, instance);`;

const DIFFERING = `SELECT * FROM (
  SELECT term, doc, "offset" FROM temp.wanted EXCEPT SELECT term, doc, "offset" FROM temp.held)
UNION ALL SELECT * FROM (
  SELECT term, doc, "offset" FROM temp.held EXCEPT SELECT term, doc, "offset" FROM temp.wanted)`;

/** Throws where an index of the file does not hold exactly what its source holds. */
export function requireSoundIndexes({ file }: SessionStore): void {
  const connection = new Database(file);
  try {
    for (const index of ['session_search', 'fact_search', 'note_search']) {
      connection.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
    }
    connection.exec(FRESH_MESSAGE_SEARCH);
    const differing = connection.prepare(DIFFERING).all();
    if (differing.length > 0) throw new Error(`message_search: ${JSON.stringify(differing)}`);
  } finally {
    connection.close();
  }
}
