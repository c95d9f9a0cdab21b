// better-sqlite3 asks for a newer Node-API than the registry's Electron has. Loading its prebuilt
// binding therefore loads the one named in the environment, built by test/runtime/sqlite-binding.ts.
// A worker thread has a process object of its own, so each worker is started with this file too.
const { syncBuiltinESMExports } = require('node:module');
const threads = require('node:worker_threads');

const replacement = process.env.RESOLUTIONFLOW_SQLITE_BINDING;
const prebuilt = /[\\/]better-sqlite3[\\/]prebuilds[\\/][^\\/]+\.node$/;

if (replacement) {
  const dlopen = process.dlopen;
  process.dlopen = (module, file, ...flags) =>
    dlopen.call(process, module, prebuilt.test(file) ? replacement : file, ...flags);

  threads.Worker = class Worker extends threads.Worker {
    constructor(file, options = {}) {
      const execArgv = options.execArgv ?? [];
      super(file, { ...options, execArgv: ['--require', __filename, ...execArgv] });
    }
  };
  syncBuiltinESMExports();
}
