import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { withKey } from '../e2e/copilot-test.ts';
import type { Technician } from '../e2e/technician.ts';
import type { FakeAnthropic } from '../fakes/anthropic.ts';
import {
  answersTo,
  CHECK,
  ESCALATION_NOTE,
  PROBLEM,
  RESOLUTION_NOTE,
  RUN,
  SAID,
  TITLE,
} from './copilot-lines.ts';

interface Stage {
  readonly technician: Technician;
  readonly fake: FakeAnthropic;
  /** The folder that the notes are left in. */
  readonly output: string;
  shot(name: string): Promise<void>;
  say(line: string): void;
}

/**
 * A whole conversation with the copilot on real Electron, Claude's part played by a fake on loopback:
 * facts, a check, a fix, a script and an outcome are proposed, the technician decides, and both notes
 * are written from what was confirmed.
 */
export async function playCopilotStory(stage: Stage): Promise<void> {
  const { technician, fake, shot, say } = stage;
  const { page } = technician;
  await withKey(technician, fake);
  say(`\n${TITLE}`);
  await technician.newSession({ title: TITLE, problem: PROBLEM });
  const [row] = await technician.value('sessions.list', {});
  if (row === undefined) throw new Error('the session is not in the list');
  const snapshot = () => technician.value('sessions.get', { session_id: row.id });

  /** Says a line and waits for the whole answer; half way a look at the stream. */
  async function talk(line: keyof typeof SAID): Promise<void> {
    const { fixes } = await snapshot();
    const message = (await newestMessage(technician)) + 1;
    fake.answer(...answersTo(line, { message, fix: fixes[0]?.id ?? 0 }));
    await technician.say(SAID[line]);
    if (line === 'first') {
      await expect(technician.answers().last()).toContainText('rules out');
      await shot('copilot-writing');
    }
    await technician.settled(30_000);
  }

  await talk('first');
  await shot('copilot-proposals');
  const lane = technician.region('Chat lane');
  await lane.getByRole('button', { name: 'Confirm all' }).click();
  await expect(technician.proposed('fact')).toHaveCount(0);
  const checks = page.getByRole('region', { name: 'Checks' });
  await checks.getByRole('checkbox', { name: CHECK.instruction }).click();
  await checks.getByRole('textbox', { name: 'Result' }).fill(CHECK.result);
  await checks.getByRole('textbox', { name: 'Output' }).fill(CHECK.output);
  await shot('check-result');
  await checks.getByRole('button', { name: 'Save' }).click();
  await expect(technician.region('What we know')).toContainText(CHECK.result);
  say('  two facts confirmed, a check ticked with its output');

  await talk('second');
  await technician.proposed('fact').getByRole('button', { name: 'Confirm' }).click();
  await technician.proposed('fix').getByRole('button', { name: 'Confirm' }).click();
  await shot('copilot-fix-and-script');
  await previewed(stage, 'escalate', ESCALATION_NOTE, 'escalation-package-copilot.md');
  say('  half way: the escalation package, with the fix as its hypothesis');

  await technician.proposed('script').getByRole('button', { name: 'Fill in' }).click();
  const library = page.getByRole('dialog', { name: 'Reset the print queue' });
  await expect(library.getByRole('region', { name: 'The script' })).toContainText('Stop-Service');
  await shot('script-filled-in');
  await library.getByRole('button', { name: 'Add to session' }).click();
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  const scripts = technician.region('Scripts');
  await scripts.getByRole('button', { name: 'Record result' }).click();
  await scripts.getByRole('textbox', { name: 'Result', exact: true }).fill(RUN.outcome);
  await scripts.getByRole('textbox', { name: 'Output' }).fill(RUN.output);
  await scripts.getByRole('button', { name: 'Save result' }).click();
  await expect(scripts).toContainText(RUN.outcome);
  await shot('script-ran-result-open');
  say('  the script was filled in, run by hand, and its output kept');

  await talk('third');
  await shot('copilot-outcome');
  await lane
    .getByRole('group', { name: 'Proposed by the copilot' })
    .last()
    .getByRole('button', { name: 'Confirm all' })
    .click();
  await expect(technician.proposed('fact')).toHaveCount(0);
  await technician.proposed('result').getByRole('button', { name: 'Confirm' }).click();
  await expect(lane.getByRole('group', { name: 'Fix result' })).toBeHidden();

  await previewed(stage, 'resolve', RESOLUTION_NOTE, 'resolution-note-copilot.md');
  await technician.confirm();
  await expect
    .poll(async () => (await snapshot()).session.state, { timeout: 15_000 })
    .toBe('resolved');
  await expect(lane).toContainText('Resolved locally');
  await shot('copilot-posted');
  const { fixes, proposals, write_backs } = await snapshot();
  expect(fixes.map(({ outcome }) => outcome)).toEqual(['worked']);
  expect(proposals.every(({ state }) => state === 'confirmed')).toBe(true);
  expect(write_backs[0]?.draft_origin).toBe('ai');
  say(`  Resolved locally; ${proposals.length} proposals, each decided by the technician`);
}

/** Opens a note, sees that it is Claude's and blocks on nothing, and leaves it in a file. */
async function previewed(
  { technician, fake, output, shot }: Stage,
  kind: 'resolve' | 'escalate',
  answer: object,
  file: string,
): Promise<void> {
  fake.answerNote({ text: await withRealIds(technician, answer) });
  await technician.preview(kind);
  const sheet = technician.region('Note preview');
  await expect(sheet).toContainText('AI draft', { timeout: 20_000 });
  await shot(`copilot-${kind}-note`);
  writeFileSync(join(output, file), await technician.noteText());
  if (kind === 'escalate') await technician.button('Escalate instead').click();
}

/** The answer's rows count from 1; those of this home may stand behind rows of other stories. */
async function withRealIds(technician: Technician, answer: object): Promise<object> {
  const [row] = await technician.value('sessions.list', {});
  const { facts, fixes, scripts } = await technician.value('sessions.get', {
    session_id: row?.id ?? 0,
  });
  const ids = { fact: facts, fix: fixes.toReversed(), script: scripts };
  const text = JSON.stringify(answer).replace(
    /"(fact|fix|script):(\d+)"/g,
    (_, kind: keyof typeof ids, number: string) => `"${kind}:${ids[kind][Number(number) - 1]?.id}"`,
  );
  return JSON.parse(text);
}

/** The highest id of a message that any session has so far. */
async function newestMessage(technician: Technician): Promise<number> {
  const rows = await technician.value('sessions.list', {});
  const all = await Promise.all(
    rows.map(({ id }) => technician.value('sessions.get', { session_id: id })),
  );
  return Math.max(0, ...all.flatMap(({ messages }) => messages.map(({ id }) => id)));
}
