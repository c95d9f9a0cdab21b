import { readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';
import { packagedApp } from '../runtime/packaged-app.ts';

// What ships is what stands here; anything else fails, whatever brought it in.

const { resources } = packagedApp();
const archive = join(resources, 'app.asar');
const machine = `${process.platform}-${process.arch}`;

const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/main\/[\w.-]+\.js$/,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/(methods\/)?[\w-]+\.js$/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/${machine}\\.node$`),
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
  new RegExp(`^node_modules/keytar/prebuilds/${machine}/[\\w.-]+\\.node$`),
];

/** What lies beside the archive; the rest of the app's folder is Electron's own. */
const besideArchive: readonly RegExp[] = [
  /^app\.asar$/,
  /^app\.asar\.unpacked$/,
  /^app-update\.yml$/,
  /^apparmor-profile$/,
  /^package-type$/,
  /^elevate\.exe$/,
  /^icon\.icns$/,
  /^[\w-]+\.lproj$/,
];

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly unpacked: boolean;
}

let entries: readonly Entry[] = [];

beforeAll(() => {
  entries = listPackage(archive, { isPack: false }).flatMap((name) => {
    const path = name.split(/[\\/]/).slice(1).join('/');
    const entry = statFile(archive, path.replaceAll('/', sep), false);
    if (!('size' in entry)) return [];
    return [{ path, size: entry.size, unpacked: entry.unpacked === true }];
  });
});

describe('the archive', () => {
  test('holds what runs, and nothing else', () => {
    const strangers = entries.filter(({ path }) => !allowed.some((shape) => shape.test(path)));
    expect(strangers.map(({ path }) => path)).toEqual([]);
    // Each shape is there for something: one that fits nothing is a mistake, or left over.
    for (const shape of allowed) expect(entries.some(({ path }) => shape.test(path))).toBe(true);
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    process.stdout.write(`${entries.length} files, ${(total / 1024 / 1024).toFixed(2)} MB\n`);
  });

  test('keeps native code outside, and no other code', () => {
    const outside = entries.filter(({ unpacked }) => unpacked).map(({ path }) => path);
    expect(outside).toEqual(entries.map(({ path }) => path).filter((path) => /\.node$/.test(path)));
    expect(filesUnder(`${archive}.unpacked`)).toEqual(outside.toSorted());
  });

  test('names nothing of this machine, and refers to no source map', () => {
    const texts = entries.filter(({ path }) => /\.(c?js|css|html|json)$/.test(path));
    for (const { path } of texts) {
      const text = extractFile(archive, path.replaceAll('/', sep)).toString('utf8');
      expect(text.includes(process.cwd()), `${path} names this checkout`).toBe(false);
      expect(/^\/[/*][#@] sourceMappingURL=/m.test(text), `${path} refers to a map`).toBe(false);
    }
  });

  test('says of the package only what an app has to say', () => {
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    const said = Object.entries(manifest as object).filter(([, value]) => value !== null);
    expect(said.map(([name]) => name).toSorted()).toEqual([
      'author',
      'dependencies',
      'description',
      'desktopName',
      'homepage',
      'license',
      'main',
      'name',
      'private',
      'productName',
      'type',
      'version',
    ]);
  });
});

test('beside the archive lies nothing that could be run in its place', () => {
  const strangers = readdirSync(resources).filter(
    (name) => !besideArchive.some((shape) => shape.test(name)),
  );
  expect(strangers).toEqual([]);
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && basename(name) !== '.DS_Store')
    .map((name) => name.replaceAll(sep, '/'))
    .toSorted();
}
