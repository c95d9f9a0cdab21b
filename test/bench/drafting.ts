import { buildBundle, checkNote, draftLocally, renderNote } from '../../electron/drafting/index.ts';
import { redactBundle } from '../../electron/drafting/redact-bundle.ts';
import { createSecretGuard } from '../../electron/secrets/index.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { createTestFolder } from '../fixtures/sessions.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median, timeRuns } from './statistics.ts';

/** The drafter and the checks by themselves, warm, as they run in the main process. */
export async function benchDrafting(): Promise<BenchRow[]> {
  const guard = createSecretGuard();
  guard.remember('Harbor-Lantern-29');
  const large = buildBundle(sessionWithFacts(500));
  // Facts come one by one, so all but the newest have been searched for secrets before.
  await redactBundle(large, guard);
  const drafted = await timeRuns(40, async (index) => {
    const title = `${large.title} ${index}`;
    const { bundle } = await redactBundle({ ...large, title }, guard);
    const { markdown, evidence } = renderNote(draftLocally('escalate', bundle));
    const secrets = await guard.find(markdown);
    checkNote({ kind: 'escalate', markdown, bundle, bases: [{ markdown, evidence }], secrets });
  });

  const bundle = buildBundle(sessionWithFacts(12));
  const base = renderNote(draftLocally('escalate', bundle));
  const note = padded(base.markdown, 400);
  // Each keystroke is another text, so nothing of the last check can be used again.
  const checked = await timeRuns(200, async (index) => {
    const markdown = `${note}\n${'x'.repeat(index % 50)} ${index}`;
    const secrets = await guard.find(markdown);
    checkNote({ kind: 'escalate', markdown, bundle, bases: [base], secrets });
  });
  return [
    {
      what: 'local draft with all checks and the search for secrets, session of 500 facts',
      measured: median(drafted),
      unit: 'ms',
      floor: null,
      bar: { kind: 'figure', at_most: 20 },
    },
    {
      what: 'note checks and the search for secrets after a keystroke in a 400-word note',
      measured: median(checked),
      unit: 'ms',
      floor: null,
      bar: { kind: 'figure', at_most: 8 },
    },
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
