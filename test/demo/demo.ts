import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { _electron } from 'playwright';
import type { NoteKind } from '../../shared/domain/note.ts';
import { Technician } from '../e2e/technician.ts';
import { ensureDisplay } from '../runtime/display.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import { ESCALATED, RESOLVED, type Story } from './stories.ts';

/*
 * Drives the real app through the whole job, once to each end, and leaves screenshots and notes in
 * demo-output/. Ends with 1 as soon as a step was not seen to work.
 */
const OUTPUT = join(import.meta.dirname, '../../demo-output');
const OUTCOME: Readonly<Record<NoteKind, string>> = {
  resolve: 'Resolved locally',
  escalate: 'Escalated locally',
};

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
  await shot('first-start');
  await work(RESOLVED);
  await work(ESCALATED);
  await technician.value('settings.update', { theme: 'dark' });
  await technician.openSession(RESOLVED.title);
  await shot('closed-session-dark');
  say('Done. Screenshots and both notes are in demo-output/.');

  /** One session from the first word to the outcome. */
  async function work(story: Story): Promise<void> {
    say(`\n${story.title}`);
    await technician.newSession(story);
    say('  session opened');
    for (const line of story.lane) await technician.say(line);
    await expect(technician.region('What we know')).toContainText(story.seenAsFact);
    say(`  ${story.lane.length} lines in the lane; facts, fix and script are on the right`);
    for (const outcome of story.verdict) {
      await technician.region('Suggested fix').getByRole('button', { name: outcome }).click();
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

    await technician.confirm();
    await expect(page.getByRole('status').filter({ hasText: OUTCOME[story.kind] })).toBeVisible();
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
    say(`  ${OUTCOME[story.kind]}; a second post was refused; the note is in ${story.file}`);
  }

  async function shot(name: string): Promise<void> {
    screenshots += 1;
    const number = String(screenshots).padStart(2, '0');
    await page.screenshot({ path: join(OUTPUT, `${number}-${name}.png`) });
  }
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true });
}

function say(line: string): void {
  console.log(line);
}
