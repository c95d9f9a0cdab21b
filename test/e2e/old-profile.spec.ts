import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyHome, releases } from '../fixtures/releases/releases.ts';
import { WINDOW_PLACE } from '../fixtures/releases/settings.ts';
import { DRAFT_ENDING, DRAFTED_SESSION } from '../fixtures/releases/walk.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

for (const release of releases()) {
  test.describe(`a home that ${release} left`, () => {
    test.use({ startup: { prepare: (home) => void copyHome(release, home) } });

    test('opens with its sessions, its draft, its settings and its window', async ({ app }) => {
      const technician = new Technician(app.page);
      const sessions = await technician.value('sessions.list', {});
      expect(sessions.length).toBeGreaterThan(15);
      const [newest] = sessions;
      await expect(technician.region('Sessions')).toContainText(newest?.title ?? '');

      // Of a long list only the part in sight is drawn.
      await app.page.getByRole('searchbox', { name: 'Search sessions' }).fill('okapi');
      await technician.openSession(DRAFTED_SESSION);
      await expect(technician.region('Chat lane')).toContainText('The axolotl on the test page');
      await technician.preview('escalate');
      await expect.poll(() => technician.noteText()).toContain(DRAFT_ENDING.trim());

      const written = JSON.parse(readFileSync(join(app.home, 'settings.json'), 'utf8'));
      expect(await technician.value('settings.get', {})).toMatchObject(written);
      await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
      // Elsewhere the system has a say in it.
      if (process.platform !== 'linux') return;
      const bounds = await app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.getBounds(),
      );
      expect(bounds).toEqual(WINDOW_PLACE);
    });

    test('is read to the last session, searched, and worked on', async ({ app }) => {
      const technician = new Technician(app.page);
      for (const { id, state } of await technician.value('sessions.list', {})) {
        const { session } = await technician.value('sessions.get', { session_id: id });
        expect(session.state).toBe(state);
        await technician.value('posting.auditTrail', { session_id: id });
      }
      const hits = await technician.value('sessions.search', { query: 'narwhal' });
      expect(hits.length).toBeGreaterThan(1);
      expect(await technician.value('store.status', {})).toMatchObject({ state: 'ready' });

      const left = await technician.value('outbox.list', {});
      await technician.newSession({ title: 'Written by this version', problem: 'x' });
      await technician.say('/fact The old work is still here.');
      await app.relaunch();
      const again = new Technician(app.page);
      await expect(again.region('Sessions')).toContainText('Written by this version');
      // Nothing was sent, and nothing was dropped: there is no connection.
      const stages = (items: typeof left) =>
        items.map(({ session_id, stage }) => [session_id, stage]);
      expect(stages(await again.value('outbox.list', {}))).toEqual(stages(left));
      const aside = readdirSync(join(app.home, 'data')).filter((name) => name === 'damaged');
      expect(aside).toEqual([]);
    });
  });
}
