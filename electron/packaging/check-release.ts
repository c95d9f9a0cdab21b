import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What technicians and administrators download; the middle of each name says for which machine. */
const packages = [
  'win-x64-setup.exe',
  'win-arm64-setup.exe',
  'win-x64.msi',
  'win-arm64.msi',
  'mac-x64.dmg',
  'mac-arm64.dmg',
  'mac-x64.zip',
  'mac-arm64.zip',
  'linux-x86_64.AppImage',
  'linux-amd64.deb',
];

/** What each platform's updater must find in its manifest: one file for each architecture. */
const manifests: readonly { suffix: string; files: readonly string[] }[] = [
  { suffix: '', files: ['win-x64-setup.exe', 'win-arm64-setup.exe'] },
  { suffix: '-mac', files: ['mac-x64.zip', 'mac-arm64.zip'] },
  { suffix: '-linux', files: ['linux-x86_64.AppImage'] },
];

interface ManifestFile {
  readonly name: string;
  readonly sha512: string | undefined;
}

/**
 * In words, what is wrong with a folder that is to become the release of this version: a package
 * that is missing, a manifest that would send an updater to a file that is not there, not as it says,
 * or of another version. Empty if all is in.
 */
export function releaseProblems(folder: string, version: string): string[] {
  const there = new Set(readdirSync(folder));
  const named = (ending: string) => `ResolutionFlow-${version}-${ending}`;
  const problems = packages
    .map(named)
    .filter((name) => !there.has(name))
    .map((name) => `${name} is missing`);

  const channel = /^[^-]+-([a-z]+)/.exec(version)?.[1] ?? 'latest';
  for (const { suffix, files } of manifests) {
    const name = `${channel}${suffix}.yml`;
    if (!there.has(name)) {
      problems.push(`${name} is missing`);
      continue;
    }
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.startsWith(`version: ${version}\n`)) problems.push(`${name} is of another version`);
    const listed = listedFiles(text);
    for (const file of files.map(named)) {
      if (!listed.some((entry) => entry.name === file)) problems.push(`${name} lacks ${file}`);
    }
    for (const file of listed) {
      if (!there.has(file.name)) problems.push(`${name} names ${file.name}, which is missing`);
      else if (sha512(join(folder, file.name)) !== file.sha512) {
        problems.push(`${file.name} is not the one that ${name} names`);
      }
    }
  }
  return problems;
}

/** The entries under `files:` as electron-builder writes them. */
function listedFiles(manifest: string): ManifestFile[] {
  return [...manifest.matchAll(/^ {2}- url: (.+)\n((?: {4}.+\n)*)/gm)].map(([, name, rest]) => ({
    name: name ?? '',
    sha512: /^ {4}sha512: (.+)$/m.exec(rest ?? '')?.[1],
  }));
}

function sha512(file: string): string {
  return createHash('sha512').update(readFileSync(file)).digest('base64');
}

// `node electron/packaging/check-release.ts <folder> <version>` ends with 1 if something is wrong.
if (import.meta.main) {
  const [folder = '', version = ''] = process.argv.slice(2);
  const problems = releaseProblems(folder, version);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
