import { existsSync } from 'node:fs';
import { runCommand } from './command.ts';

/** Debian package names; where several stand in one entry, each of them will do (Ubuntu's t64). */
type Requirement = readonly [string, ...string[]];

/** What Debian's own packages are needed for, so that each caller asks for no more than it uses. */
const systemPackages = {
  electron: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
    ['libsecret-1-0'],
  ],
  display: [['xvfb']],
  keyring: [['gnome-keyring'], ['dbus']],
  compiler: [['g++']],
  bash_scripts: [['openssl'], ['bsdutils'], ['util-linux']],
} as const satisfies Record<string, readonly Requirement[]>;

/** A purpose that system packages serve. */
export type Purpose = keyof typeof systemPackages;

/**
 * Makes sure that the packages for these purposes are there: installs them where this process may
 * (root on Debian or Ubuntu), else fails with the one line that the developer has to run. Other
 * systems bring these libraries with their desktop, or have no use for them.
 */
export async function ensureSystemPackages(...purposes: Purpose[]): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const missing = await missingPackages(
    purposes.flatMap((purpose): readonly Requirement[] => systemPackages[purpose]),
  );
  if (missing.length === 0) return;

  if (process.getuid?.() !== 0) {
    const names = (await available(missing)).join(' ');
    throw new Error(`System packages are missing. Run: sudo apt-get install -y ${names}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await apt(['update', '-qq'], env);
  const names = await available(missing);
  console.error(`Installing system packages: ${names.join(' ')}`);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...names], env);
}

async function missingPackages(wanted: readonly Requirement[]): Promise<Requirement[]> {
  const names = [...new Set(wanted.flat())];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg-query's own placeholders
  const format = '-f=${db:Status-Status} ${Package}\\n';
  // dpkg-query ends with 1 when it does not know one of the names; what it knows, it prints still.
  const { output } = await runCommand('dpkg-query', ['-W', format, ...names]);
  const installed = new Set(
    [...output.matchAll(/^installed (\S+)$/gm)].map((match) => match[1] as string),
  );
  return wanted.filter((alternatives) => !alternatives.some((name) => installed.has(name)));
}

/** The names under which this release of Debian or Ubuntu really carries the packages. */
async function available(missing: readonly Requirement[]): Promise<string[]> {
  const chosen = missing.map(async (alternatives) => {
    for (const name of alternatives.toReversed()) {
      const { output } = await runCommand('apt-cache', ['show', '--no-all-versions', name]);
      if (output.includes(`Package: ${name}\n`)) return name;
    }
    return alternatives[0];
  });
  return [...new Set(await Promise.all(chosen))];
}

async function apt(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand('apt-get', args, { env });
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output.trim()}`);
}
