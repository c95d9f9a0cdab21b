import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { outputFolder } from '../runtime/paths.ts';

export default defineConfig({
  testDir: '.',
  // Root's apps have no sandbox that could be looked at.
  testIgnore: process.env.RESOLUTIONFLOW_TEST_UID ? [] : ['sandbox.spec.ts'],
  globalSetup: './global-setup.ts',
  outputDir: join(outputFolder, 'e2e'),
  preserveOutput: 'failures-only',
  reporter: [['list'], ['json', { outputFile: join(outputFolder, 'e2e.json') }]],
  // Each test has an app and a home of its own, so they may run beside each other.
  fullyParallel: true,
  workers: 2,
  // A test that passes only sometimes is a defect, in the test or in the app.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
