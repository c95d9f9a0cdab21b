import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median, timeRuns } from './statistics.ts';

/** In turns: an fsync of one file also pays for what was just written to another. */
const TURNS = 8;
const SAVES_A_TURN = 50;

/** Saving a fact, durable on disk, beside one bare insert in a transaction with the same pragmas. */
export async function benchFactSaving(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const store = openBenchStore(join(folder, 'data'));
  const bare = new Database(join(folder, 'bare.db'));
  try {
    bare.pragma('journal_mode = WAL');
    bare.pragma('synchronous = FULL');
    bare.pragma('foreign_keys = ON');
    bare.exec('CREATE TABLE fact (id INTEGER PRIMARY KEY, session_id INTEGER, text TEXT) STRICT');
    const insert = bare.prepare('INSERT INTO fact (session_id, text) VALUES (?, ?)');
    const insertDurably = bare.transaction((text: string) => insert.run(1, text));

    const session_id = store.sessions.create({
      title: 'Bench',
      intake: '',
      domain: 'other',
      ticket_ref: null,
    }).id;
    const ours: number[] = [];
    const floor: number[] = [];
    const save = (text: string) => store.facts.add({ session_id, text, source_type: 'technician' });
    for (let turn = 0; turn < TURNS; turn += 1) {
      ours.push(
        ...(await timeRuns(SAVES_A_TURN, (index) => save(`Observation ${turn}.${index}.`))),
      );
      floor.push(
        ...(await timeRuns(SAVES_A_TURN, (index) =>
          insertDurably.immediate(`Observation ${turn}.${index}.`),
        )),
      );
    }
    return [
      {
        what: 'saving a fact, durable on disk',
        measured: median(ours),
        unit: 'ms',
        floor: { what: 'one bare SQLite transaction', measured: median(floor) },
        bar: { kind: 'ratio', at_most: 1.5 },
      },
    ];
  } finally {
    bare.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
