import { cp } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { AppUnderTest, type Startup } from './app-under-test.ts';

export { expect };

/** What a test gets, and may set with `test.use({ startup: … })`. */
interface Fixtures {
  startup: Startup;
  /** The started app. */
  app: AppUnderTest;
  /** The app before its first start, for tests that look at the start itself. */
  unstartedApp: AppUnderTest;
}

/**
 * Playwright's `test` with the real app in a temporary home. Errors in the window or the main
 * process fail the test unless it allows them; what a failed test leaves is kept beside its report.
 */
export const test = base.extend<Fixtures>({
  startup: [{}, { option: true }],

  unstartedApp: async ({ startup }, use, testInfo) => {
    const app = await AppUnderTest.create(startup);
    try {
      await use(app);
      if (testInfo.status === testInfo.expectedStatus) {
        expect.soft(app.unexpectedErrors(), 'errors in the app').toEqual([]);
      }
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) {
        await app.record(testInfo.outputPath('trace.zip'), testInfo.outputPath('window.png'));
        await testInfo.attach('main-output.txt', { body: app.output });
        await testInfo.attach('app-errors.txt', { body: app.errors.join('\n') });
        await app.close().catch(() => {});
        await cp(app.home, testInfo.outputPath('home'), { recursive: true });
      }
      await app.dispose();
    }
  },

  app: async ({ unstartedApp }, use) => {
    await unstartedApp.launch();
    await use(unstartedApp);
  },
});
