import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedFolder } from './cache.ts';
import { mustRun } from './command.ts';
import { installedPackage } from './paths.ts';
import { ensureSystemPackages } from './system-packages.ts';

/**
 * The path of a better-sqlite3 binding that runs on the registry's Electron.
 *
 * The prebuilt one asks for Node-API 10, for references to strings, and crashes where that is
 * missing. Built from the same sources with a stand-in for those (value-references.h) version 9 will
 * do. The compiler is called directly, for node-gyp would need Python and headers that npm does not
 * carry.
 */
export async function prepareSqliteBinding(): Promise<string> {
  const { folder: source, version } = installedPackage('better-sqlite3');
  const recipe = createHash('sha256');
  for (const file of [import.meta.filename, valueReferences]) recipe.update(readFileSync(file));
  const machine = `${process.platform}-${process.arch}`;
  const key = `better-sqlite3-${version}-${machine}-${recipe.digest('hex').slice(0, 12)}`;
  const folder = await cachedFolder(key, async (target) => {
    await ensureSystemPackages('compiler');
    console.error('Building better-sqlite3 for this Electron (about a minute, once)…');
    await compile(source, target);
  });
  return join(folder, bindingName);
}

const bindingName = 'better_sqlite3.node';
const valueReferences = join(import.meta.dirname, 'value-references.h');

async function compile(source: string, target: string): Promise<void> {
  const sqlite = join(source, 'deps', 'sqlite3');
  const common = ['-c', '-fPIC', '-fvisibility=hidden', '-DNDEBUG', '-I', sqlite, '-O2'];
  await Promise.all([
    mustRun(
      'gcc',
      [
        ...common,
        '-std=gnu99',
        '-w',
        ...sqliteOptions(source),
        '-o',
        'sqlite3.o',
        join(sqlite, 'sqlite3.c'),
      ],
      { cwd: target },
    ),
    mustRun(
      'g++',
      [
        ...common,
        '-std=c++20',
        ...headerFolders(source).flatMap((folder) => ['-I', folder]),
        '-DNAPI_VERSION=9',
        ...['-include', valueReferences],
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        '-DNODE_GYP_MODULE_NAME=better_sqlite3',
        '-DBUILDING_NODE_EXTENSION',
        ...['-o', 'better_sqlite3.o', join(source, 'src', 'better_sqlite3.cpp')],
      ],
      { cwd: target },
    ),
  ]);
  const objects = ['better_sqlite3.o', 'sqlite3.o'];
  const link = [
    '-shared',
    '-s',
    '-Wl,-Bsymbolic',
    '-o',
    bindingName,
    ...objects,
    '-ldl',
    '-lpthread',
  ];
  await mustRun('g++', link, { cwd: target });
  for (const file of objects) await rm(join(target, file));
}

/** SQLite's own compile options as better-sqlite3 lists them, so that both builds behave alike. */
function sqliteOptions(source: string): string[] {
  const listed = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8');
  const options = [...listed.matchAll(/^\s+'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(
    (match) => `-D${match[1]}`,
  );
  if (!options.includes('-DSQLITE_ENABLE_FTS5')) {
    throw new Error(
      'better-sqlite3 lists its compile options in another way than this build knows.',
    );
  }
  return options;
}

function headerFolders(source: string): string[] {
  const require = createRequire(join(source, 'package.json'));
  return [
    dirname(require.resolve('node-addon-api/package.json')),
    join(installedPackage('node-api-headers').folder, 'include'),
  ];
}
