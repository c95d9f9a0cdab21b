import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { _electron } from 'playwright';
import { withKey } from '../e2e/copilot-test.ts';
import { Technician } from '../e2e/technician.ts';
import { startFakeAnthropic } from '../fakes/anthropic.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import { blankPage } from './blank-window.ts';
import type { BenchRow } from './row.ts';
import { taskTimes } from './task-times.ts';

const TOKENS_A_SECOND = 200;
const SECONDS = 20;

/** So long a window that shows nothing is looked at. */
const BLANK_MILLISECONDS = 5_000;

/** A fast answer of 20 seconds: what the window has to do at once, and whether it keeps up. */
export async function benchStreaming(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const fake = await startFakeAnthropic();
  try {
    const blank = await blankPage(home, (page, app) =>
      taskTimes(app, () => page.waitForTimeout(BLANK_MILLISECONDS)),
    );
    const app = await _electron.launch(await launchOptions({ home }));
    try {
      const page = await app.firstWindow();
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      const technician = new Technician(page);
      await withKey(technician, fake);
      await technician.newSession({ title: 'A fast answer', problem: 'It does not work.' });
      fake.answer({ text: 'Ready.' }, { text: ANSWER, tokens_a_second: TOKENS_A_SECOND });
      // The first answer loads what reads markdown, as in any session but the very first.
      await technician.ask('Hello');
      await page.waitForTimeout(1_000);
      let seconds = 0;
      const tasks = await taskTimes(app, async () => {
        await technician.say('What next?');
        const started = Date.now();
        await technician.settled(3 * SECONDS * 1_000);
        seconds = (Date.now() - started) / 1_000;
      });
      await technician
        .lastAnswer()
        .getByRole('button', { name: /Show all/ })
        .click();
      await expect(technician.answers().last()).toContainText(LAST);
      if (seconds < SECONDS * 0.9) throw new Error(`the stream took only ${seconds} s`);
      return [
        {
          what: `longest task in the window while ${TOKENS_A_SECOND} tokens a second come, ${SECONDS} s, processor time`,
          measured: Math.max(...tasks),
          unit: 'ms',
          floor: { what: 'a blank window', measured: Math.max(...blank) },
          bar: { kind: 'figure', at_most: 50 },
        },
      ];
    } finally {
      await app.close();
    }
  } finally {
    await fake.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const LAST = 'That is all that the record bears out.';

/** About 4,000 tokens of what a copilot writes: prose, lists, code, tables. */
const ANSWER = `${Array.from(
  { length: 42 },
  (_, index) => `### Step ${index + 1}

The sign-in log of **DESK-${index}** tells whether the old credential is still offered. Look for:

1. refused *legacy* sign-ins after 18 November,
2. an entry \`MicrosoftOffice16_Data\` in the list below.

\`\`\`powershell
cmdkey /list | Select-String 'Office'   # step ${index + 1}
\`\`\`

If there is one, it was kept from before the move, and clearing it is worth a try.
`,
).join('\n')}\n${LAST}`;
