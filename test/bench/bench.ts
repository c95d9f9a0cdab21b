import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDisplay } from '../runtime/display.ts';
import { projectFolder } from '../runtime/paths.ts';
import { benchBridge } from './bridge.ts';
import { benchDrafting } from './drafting.ts';
import { benchFactSaving } from './fact-saving.ts';
import { benchLane } from './lane.ts';
import { measurePackagedApp } from './packaged-bench.ts';
import { benchPosting } from './posting.ts';
import { asTable, type BenchRow, judged } from './row.ts';
import { benchSearch } from './search.ts';
import { benchShippedSize } from './shipped-size.ts';
import { benchSimilar } from './similar.ts';
import { benchStartUp } from './start-up.ts';
import { benchStreaming } from './streaming.ts';
import { benchWorkingSet } from './working-set.ts';

/*
 * The budget table: `npm run bench`, or `npm run bench -- search drafting` for some of it; with
 * `--packaged` on the packaged app under release/. Prints a table and JSON, leaves the JSON under
 * test-output/, and ends with 1 where a bar is missed.
 */
const BENCHES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  'start-up': benchStartUp,
  'working-set': benchWorkingSet,
  bridge: benchBridge,
  drafting: benchDrafting,
  'fact-saving': benchFactSaving,
  search: benchSearch,
  similar: benchSimilar,
  lane: benchLane,
  streaming: benchStreaming,
  posting: benchPosting,
  'shipped-size': benchShippedSize,
};

const { values: wish, positionals: wanted } = parseArgs({
  options: { packaged: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = wanted.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(2);
}

Object.assign(process.env, (await ensureDisplay()).env);
const rows: BenchRow[] = [];
const copies = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
try {
  if (wish.packaged) await measurePackagedApp(copies);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`measuring ${name} …`);
    rows.push(...(await bench()));
  }
} finally {
  rmSync(copies, { recursive: true, force: true });
}

const missed = rows.filter((row) => judged(row) > row.bar.at_most);
const json = JSON.stringify(
  rows.map((row) => ({ ...row, result: judged(row), met: judged(row) <= row.bar.at_most })),
  null,
  2,
);
console.log(`\n${asTable(rows)}\n\n${json}`);
mkdirSync(join(projectFolder, 'test-output'), { recursive: true });
writeFileSync(join(projectFolder, 'test-output', 'bench.json'), `${json}\n`);
process.exit(missed.length > 0 ? 1 : 0);
