import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contract, events } from './shared/contract/index.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Built for Electron: Chromium 130 is the oldest that development runs on, Node 20.18 beside it. */
const NODE_TARGET = 'node20';
const CHROMIUM_TARGET = 'chrome130';

/** Native modules cannot be bundled; `electron` is the runtime's own. */
const EXTERNAL = ['electron', 'better-sqlite3', 'keytar', /^node:/];

/**
 * One configuration for the three bundles of the app and for vitest. The renderer is Vite's `client`
 * environment; main process and preload are environments of their own, built by `vite build --app`.
 */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: CHROMIUM_TARGET,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    cssCodeSplit: false,
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // One file for all that the first view needs: each more is a round trip at the start.
          output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: at('dist/main'),
        emptyOutDir: true,
        target: NODE_TARGET,
        minify: true,
        rolldownOptions: {
          input: {
            main: at('electron/main.ts'),
            'search-worker': at('electron/sessions/search-worker.ts'),
            'maintenance-worker': at('electron/sessions/maintenance-worker.ts'),
            'export-worker': at('electron/sessions/export-worker.ts'),
          },
          external: EXTERNAL,
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: '[name]-[hash].js',
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      define: {
        BRIDGE_NAMES: JSON.stringify({ calls: Object.keys(contract), events: Object.keys(events) }),
      },
      resolve: { noExternal: true },
      build: {
        outDir: at('dist/preload'),
        emptyOutDir: true,
        target: NODE_TARGET,
        minify: false,
        rolldownOptions: {
          input: { preload: at('electron/preload.ts') },
          external: EXTERNAL,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  test: {
    root: import.meta.dirname,
    include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx', 'test/integration/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'UTC' },
    setupFiles: ['test/exploring/setup.ts'],
    // Nets for what hangs, wide enough for a machine that is busy with other work: a test that needs to
    // know how long something takes measures it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
});
