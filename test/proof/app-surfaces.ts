import Database from 'better-sqlite3';
import { createHandlers, createRouter, type Services } from '../../electron/ipc/index.ts';
import type { SecretGuard } from '../../electron/secrets/index.ts';
import { createTestLog } from '../fixtures/log.ts';
import { createTestFolder, openTestStore } from '../fixtures/sessions.ts';

/** A text with a secret in it, and where in a session it is typed. */
export interface Typed {
  readonly secret: string;
  readonly place: string;
  readonly told: string;
}

/** The app without its window: its router, its handlers and a real store in a folder of its own. */
export interface AppUnderProof {
  /** Every row, of every table, that typing the text brought about. */
  rowsOf(typed: Typed): Promise<string>;
  /** The file that saving a note with this text in it wrote. */
  exportOf(note: string): Promise<string>;
  close(): void;
}

export async function openAppUnderProof(guard: SecretGuard): Promise<AppUnderProof> {
  const { folder, dispose } = createTestFolder();
  const store = openTestStore(folder);
  const database = new Database(store.file, { readonly: true });
  const log = createTestLog();
  let exported = '';
  const router = createRouter({
    handlers: createHandlers({
      store: { current: () => store },
      secrets: guard,
      publish: () => undefined,
      log,
      desktop: {
        exportFile: async (name: string, text: string) => {
          exported = `${name}\n${text}`;
          return name;
        },
      },
      // The calls that the proof makes reach no other part.
    } as unknown as Services),
    log,
    redact: guard.redactKnown,
  });
  async function call(name: string, input: unknown): Promise<unknown> {
    const answer = await router.handle({ name, input, requestId: undefined });
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value;
  }

  const seen = new Set<string>();
  const news = () => {
    const rows = rowsIn(database).filter((row) => !seen.has(row));
    for (const row of rows) seen.add(row);
    return rows.join('\n');
  };
  const session = { title: 'Sign-in fails', intake: '', domain: 'identity', ticket_ref: '' };
  const created = (await call('sessions.create', session)) as { readonly id: number };
  const session_id = created.id;

  return {
    async rowsOf({ secret, place, told }) {
      if (place === 'intake') {
        await call('messages.add', { session_id, body: told });
        await call('sessions.update', { session_id, intake: told });
      } else if (place === 'fact') {
        await call('facts.add', { session_id, text: told, source_type: 'user_report' });
      } else {
        // As the app learns of a secret: with the run that used it.
        await call('scripts.recordRun', {
          session_id,
          name: 'Test-SignIn.ps1',
          outcome: told,
          parameters: [{ name: 'Password', secret: true, value: secret }],
        });
      }
      return news();
    },
    async exportOf(note) {
      await call('app.exportFile', { suggested_name: 'note.md', text: note });
      return exported;
    },
    close() {
      database.close();
      store.close();
      dispose();
    },
  };
}

function rowsIn(database: Database.Database): string[] {
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  return tables.flatMap((table) =>
    database
      .prepare(`SELECT * FROM "${table}"`)
      .raw()
      .all()
      .map((row) => `${table}: ${(row as unknown[]).map(textOf).join(' | ')}`),
  );
}

function textOf(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}
