import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { _electron } from 'playwright';
import type { NoteKind } from '../../shared/domain/note.ts';
import { connect } from '../e2e/connectwise-test.ts';
import { Technician } from '../e2e/technician.ts';
import { startFakeAnthropic } from '../fakes/anthropic.ts';
import { type FakeConnectWise, startFakeConnectWise } from '../fakes/connectwise/index.ts';
import { ensureDisplay } from '../runtime/display.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import { playCopilotStory } from './copilot-story.ts';
import { ESCALATED, RESOLVED, type Story } from './stories.ts';

/*
 * Drives the real app through the whole job, once to each end, and leaves screenshots and notes in
 * demo-output/. With --connectwise the notes go to a ConnectWise on this machine, whose every request
 * and answer is checked against the schema. With --copilot a conversation with the copilot comes
 * after it, Claude's part played on this machine. Ends with 1 as soon as a step was not seen to work.
 */
const OUTPUT = join(import.meta.dirname, '../../demo-output');
const LOCAL_OUTCOME: Readonly<Record<NoteKind, string>> = {
  resolve: 'Resolved locally',
  escalate: 'Escalated locally',
};

const psa = process.argv.includes('--connectwise') ? await startFakeConnectWise() : undefined;
const claude = process.argv.includes('--copilot') ? await startFakeAnthropic() : undefined;
const home = mkdtempSync(join(tmpdir(), 'resolutionflow-demo-'));
rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
Object.assign(process.env, (await ensureDisplay()).env);
const app = await _electron.launch(await launchOptions({ home }));
let screenshots = 0;
try {
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const technician = new Technician(page);
  if (psa !== undefined) await connect(technician, psa);
  await shot('first-start');
  await work(RESOLVED);
  await work(ESCALATED);
  if (claude !== undefined) {
    await playCopilotStory({ technician, fake: claude, output: OUTPUT, shot, say });
  }
  await technician.value('settings.update', { theme: 'dark' });
  await technician.openSession(RESOLVED.title);
  await shot('closed-session-dark');
  say('Done. Screenshots and both notes are in demo-output/.');

  /** One session from the first word to the outcome. */
  async function work(story: Story): Promise<void> {
    say(`\n${story.title}`);
    const { title, problem } = story;
    await technician.newSession({ title, problem });
    if (psa !== undefined) await technician.linkTicket(story.ticket_id);
    say(`  session opened${psa === undefined ? '' : `, linked to CW #${story.ticket_id}`}`);
    for (const line of story.lane) await technician.say(line);
    await expect(technician.region('What we know')).toContainText(story.seenAsFact);
    say(`  ${story.lane.length} lines in the lane; facts, fix and script are on the right`);
    if (story.worked) {
      const fix = technician.region('Suggested fix');
      await fix.getByRole('button', { name: 'Apply' }).click();
      await technician.recordResult(fix, 'Worked');
    }
    await shot(`${story.kind}-lane`);

    for (const kind of [story.other, story.kind]) {
      await technician.preview(kind);
      await expect(technician.region('Note preview')).toContainText(
        kind === 'resolve' ? 'Customer will see this' : 'Internal only',
      );
    }
    say('  both previews seen, one at a time');
    await technician.typeAfter(story.edit.after, story.edit.typed);
    await expect.poll(() => technician.noteText()).toContain(story.edit.typed.trim());
    await expect(technician.region('Note preview')).toContainText('Saved');
    await shot(`${story.kind}-preview`);
    const shown = await technician.noteText();

    const notesBefore = psa?.notes(story.ticket_id).length ?? 0;
    await technician.confirm();
    const outcome = outcomeOf(story);
    await expect(page.getByText(outcome).first()).toBeVisible();
    if (psa !== undefined) seeOnTicket(psa, story, notesBefore);
    await shot(`${story.kind}-posted`);
    const [row] = await technician.value('sessions.list', {});
    if (row === undefined) throw new Error('the closed session is not in the list');
    const { session, write_backs } = await technician.value('sessions.get', { session_id: row.id });
    const [posted] = write_backs;
    expect(session.state).toBe(story.kind === 'resolve' ? 'resolved' : 'escalated');
    expect(posted?.markdown.trimEnd()).toBe(shown.trimEnd());
    const again = await technician.invoke('posting.post', {
      session_id: row.id,
      kind: story.kind,
      markdown: shown,
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    writeFileSync(join(OUTPUT, story.file), posted?.markdown ?? '');
    say(`  ${outcome.replace(/\.$/, '')}; a second post was refused; the note is in ${story.file}`);
  }

  async function shot(name: string): Promise<void> {
    screenshots += 1;
    const number = String(screenshots).padStart(2, '0');
    await page.screenshot({ path: join(OUTPUT, `${number}-${name}.png`) });
  }
  if (psa !== undefined) {
    expect(psa.violations).toEqual([]);
    say(`ConnectWise saw ${psa.requests.length} requests, all as its schema has them.`);
  }
} finally {
  await app.close();
  await psa?.stop();
  await claude?.stop();
  rmSync(home, { recursive: true, force: true });
}

function outcomeOf({ kind, ticket_id, status }: Story): string {
  if (psa === undefined) return `${LOCAL_OUTCOME[kind]}`;
  return `Posted to CW #${ticket_id}. Status verified: ${status}.`;
}

/** The ticket holds one note more, of the right kind, and its status has changed. */
function seeOnTicket(system: FakeConnectWise, { kind, ticket_id, status }: Story, before: number) {
  const [note, ...more] = system.notes(ticket_id).slice(before);
  expect(more).toEqual([]);
  expect(note?.flags).toEqual({
    discussion: false,
    internal: kind === 'escalate',
    resolution: kind === 'resolve',
  });
  expect(system.ticket(ticket_id).status.name).toBe(status);
}

function say(line: string): void {
  console.log(line);
}
