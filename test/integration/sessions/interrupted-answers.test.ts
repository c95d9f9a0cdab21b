import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

const WRITER = fileURLToPath(new URL('./answer-writer.ts', import.meta.url));

interface Written {
  readonly id: number;
  readonly session_id: number;
  readonly title: string;
}

/** What the process had begun when it was killed. */
async function writeAndKill(folder: string): Promise<readonly Written[]> {
  const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return JSON.parse(String(line)) as Written[];
}

test('answers that were cut off by a kill keep their text and say so', async () => {
  const { folder, dispose } = createTestFolder();
  const written = await writeAndKill(folder);
  expect(written).toHaveLength(2);
  const store = openTestStore(folder, Date.now);
  for (const { id, session_id, title } of written) {
    const kept = store.messages.get(id);
    expect(kept).toMatchObject({ body: `${title} answer, so far`, state: 'interrupted' });
    // It can be found, and another one can be asked for.
    expect(store.search({ query: `${title} so far`, limit: 5 })).toMatchObject([
      { session: { id: session_id }, source: 'message' },
    ]);
    store.messages.startAnswer({ session_id, reply_to: kept.reply_to ?? 0 });
  }
  store.close();
  dispose();
}, 30_000);
