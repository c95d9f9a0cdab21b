import { buildBundle, checkNote, draftLocally, renderNote } from '../../electron/drafting/index.ts';
import { redactBundle } from '../../electron/drafting/redact-bundle.ts';
import { createSecretGuard } from '../../electron/secrets/index.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { createTestFolder } from '../fixtures/sessions.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median, timeRuns } from './statistics.ts';

/** Secrets that the guard knows of a busy session. */
const KNOWN_SECRETS = 20;

/** As long as any text that the app accepts for a note. */
const LONGEST = 100_000;

/** The drafter and the checks by themselves, as they run in the main process. */
export async function benchDrafting(): Promise<BenchRow[]> {
  const guard = createSecretGuard();
  for (let index = 0; index < KNOWN_SECRETS; index += 1)
    guard.remember(`Harbor-Lantern-${index + 29}`);
  const snapshot = sessionWithFacts(500);
  const [oldest] = snapshot.facts;
  if (oldest === undefined) throw new Error('the session has no facts');

  async function draft(facts: SessionSnapshot['facts']) {
    const { bundle } = await redactBundle(buildBundle({ ...snapshot, facts }), guard);
    const { markdown, evidence } = renderNote(draftLocally('escalate', bundle));
    const secrets = await guard.find(markdown);
    checkNote({ kind: 'escalate', markdown, bundle, bases: [{ markdown, evidence }], secrets });
  }
  const started = performance.now();
  await draft(snapshot.facts);
  const first = performance.now() - started;
  const drafted = await timeRuns(40, (index) => {
    const text = `Ping ${index} from DESK-${index} took ${index + 3} ms.`;
    return draft([...snapshot.facts, { ...oldest, id: 90_000 + index, text }]);
  });

  const bundle = buildBundle(sessionWithFacts(12));
  const base = renderNote(draftLocally('escalate', bundle));
  const check = async (markdown: string) => {
    const secrets = await guard.find(markdown);
    checkNote({ kind: 'escalate', markdown, bundle, bases: [base], secrets });
  };
  const note = padded(base.markdown, 400);
  // Each keystroke is another text, so nothing of the last check can be used again.
  const checked = await timeRuns(200, (index) =>
    check(`${note}\n${'x'.repeat(index % 50)} ${index}`),
  );
  const hostile: number[] = [];
  for (const part of ['- ', '[', '*', '"', '\\', 'x', '10.0.0.1 ', 'a.b', '\n- x 5 GB']) {
    const text = part.repeat(Math.floor(LONGEST / part.length));
    hostile.push(median(await timeRuns(3, (index) => check(`${index}${text}`))));
  }
  const row = (what: string, measured: number, at_most: number): BenchRow => ({
    what,
    measured,
    unit: 'ms',
    floor: null,
    bar: { kind: 'figure', at_most },
  });
  return [
    row(
      'local draft with all checks and the search for 20 known secrets, session of 500 facts, the first of a process',
      first,
      60,
    ),
    row('the same with one new fact each time', median(drafted), 10),
    row('note checks after a keystroke in a 400-word note', median(checked), 2),
    row(
      'note checks of the costliest of nine texts of 100,000 characters',
      Math.max(...hostile),
      50,
    ),
  ];
}

function sessionWithFacts(count: number): SessionSnapshot {
  const { folder, dispose } = createTestFolder();
  const store = openBenchStore(folder);
  try {
    const session_id = store.sessions.create({
      title: 'Outlook asks for a password after the mailbox migration',
      intake: 'Outlook asks for the password again and again since the mailbox was moved.',
      domain: 'email',
      ticket_ref: '48213',
    }).id;
    const sources = ['user_report', 'diagnostic_check', 'technician', 'script_output'] as const;
    store.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        store.facts.add({
          session_id,
          text: `Check ${index + 1} on DESK-${100 + index}: event ${4000 + index} stands in the log at ${10 + (index % 12)}:${10 + (index % 50)}.`,
          source_type: sources[index % sources.length] ?? 'technician',
        });
      }
    });
    store.fixes.suggest({
      session_id,
      title: 'Clear the stored Office sign-in',
      description: 'Remove the saved entries and sign in again.',
      confidence: 86,
    });
    return store.snapshot(session_id);
  } finally {
    store.close();
    dispose();
  }
}

/** The note with lines of the technician's own, up to a number of words. */
function padded(markdown: string, words: number): string {
  const lines = [markdown.trimEnd()];
  const missing = words - markdown.split(/\s+/).length;
  for (let line = 0; line * 12 < missing; line += 1) {
    lines.push(
      `- Line ${line + 1}: the profile was opened again and mail arrived within ${line + 3} minutes.`,
    );
  }
  return lines.join('\n');
}
