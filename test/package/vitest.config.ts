import { defineConfig } from 'vitest/config';
import { projectFolder } from '../runtime/paths.ts';

/** Tests of the packaged app under release/, which is there before they run (`npm run test:package`). */
export default defineConfig({
  test: {
    root: projectFolder,
    include: ['test/package/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
