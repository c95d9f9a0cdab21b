import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { integrityCheck, type SessionStore } from '../../../electron/sessions/index.ts';
import { createRandom, createTestFolder, openTestStore } from '../../fixtures/sessions.ts';
import type { Acknowledged } from './store-writer.ts';

const WRITER = fileURLToPath(new URL('./store-writer.ts', import.meta.url));
const KILLS = 25;

/** Lets a process write, kills it `after` milliseconds from its first write, answers what it had acknowledged. */
async function writeAndKill(folder: string, seed: number, after: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += String(text);
  });
  const acknowledged: Acknowledged[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    lines += 1;
    if (lines === 1) setTimeout(() => child.kill('SIGKILL'), after);
    // The last line may be cut in two by the kill: then it was not told.
    if (line.endsWith('}')) acknowledged.push(JSON.parse(line) as Acknowledged);
  }
  if (child.signalCode !== 'SIGKILL' && lines === 0) throw new Error(complaint);
  return acknowledged;
}

function isKept(store: SessionStore, written: Acknowledged, all: readonly Acknowledged[]): boolean {
  switch (written.kind) {
    case 'fact':
      return store.facts.get(written.id).text === written.text;
    case 'outcome':
      return store.fixes.get(written.id).outcome === written.outcome;
    case 'closed':
      return store.sessions.get(written.session_id).state === 'resolved';
    case 'draft': {
      const last = all.findLast(
        (other) => other.kind === 'draft' && other.session_id === written.session_id,
      );
      if (last !== written || store.sessions.get(written.session_id).state !== 'active')
        return true;
      const kept = store.drafts.find(written.session_id, 'resolve')?.markdown;
      // A later draft may have reached the disk just before the kill, unacknowledged.
      return kept !== undefined && numberOf(kept) >= numberOf(written.text);
    }
    case 'message':
      return true;
  }
}

/** The running number in the writer's texts. */
function numberOf(text: string): number {
  return Number(/^\d+-(\d+)/.exec(text)?.[1] ?? -1);
}

function messagesOf(store: SessionStore): Map<number, string> {
  const messages = store.sessions
    .list({ limit: 100_000 })
    .flatMap((session) => store.messages.list(session.id));
  return new Map(messages.map((message) => [message.id, message.body]));
}

describe('what was acknowledged', () => {
  test(`survives ${KILLS} kills at random moments`, { timeout: 180_000 }, async () => {
    const { folder, dispose } = createTestFolder();
    const random = createRandom(42);
    let total = 0;
    for (let seed = 1; seed <= KILLS; seed += 1) {
      const acknowledged = await writeAndKill(folder, seed, random() * 250);
      const store = openTestStore(folder, Date.now);
      const messages = messagesOf(store);
      const lost = acknowledged.filter(
        (written) =>
          !isKept(store, written, acknowledged) ||
          (written.kind === 'message' && messages.get(written.id) !== written.text),
      );
      expect(lost).toEqual([]);
      expect(integrityCheck(store.file)).toEqual({ ok: true, problems: [] });
      store.close();
      total += acknowledged.length;
    }
    expect(total).toBeGreaterThan(KILLS);
    dispose();
  });
});
