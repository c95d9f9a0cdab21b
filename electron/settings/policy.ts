import { isSettingName, POLICY_VERSION } from '../../shared/domain/policy.ts';
import { SETTING_TITLES } from '../../shared/domain/setting-titles.ts';
import { type SettingName, type Settings, settingsSchema } from '../../shared/domain/settings.ts';

/** The administrator's file as it was found: its text, or why it is not read. Null where there is none. */
export type PolicyFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly refusal: string }
  | null;

/** What an administrator presets and fixes, as far as it could be understood. */
export interface Policy {
  readonly file: string | null;
  /** What every user starts with. */
  readonly presets: Partial<Settings>;
  /** What no user can change. */
  readonly locked: ReadonlySet<SettingName>;
  /** What of the file is not in force and why. Values are never quoted: one may be a secret. */
  readonly problems: readonly string[];
}

export const NO_POLICY: Policy = { file: null, presets: {}, locked: new Set(), problems: [] };

/** Longer names are cut where they are quoted. */
const QUOTED = 60;

/**
 * Reads the policy. What is wrong is left out by itself and told in words; a lock on a value that is
 * wrong is left out with it, since it would fix what nobody asked for.
 */
export function readPolicy(found: PolicyFile): Policy {
  if (found === null) return NO_POLICY;
  const { file } = found;
  const nothing = (problem: string): Policy => ({ ...NO_POLICY, file, problems: [problem] });
  if ('refusal' in found) return nothing(found.refusal);
  const content = parse(found.text);
  if (content === undefined) {
    return nothing('The policy file is not a JSON object in UTF-8, so none of it is in force.');
  }
  if (content.version !== POLICY_VERSION) {
    return nothing(
      `The policy file needs "version": ${POLICY_VERSION}; this app reads no other, so none of it is in force.`,
    );
  }
  const problems = Object.keys(content)
    .filter((name) => !['$schema', 'version', 'settings', 'locked'].includes(name))
    .map((name) => `${quoted(name)} is not a part of a policy file, so it was left out.`);
  const { presets, wrong } = readSettings(content.settings, problems);
  return { file, presets, locked: readLocked(content.locked, wrong, problems), problems };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Editors of Windows put a mark before the first character.
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function readSettings(given: unknown, problems: string[]) {
  const presets: Record<string, unknown> = {};
  const wrong = new Set<string>();
  const refuse = (name: string, problem: string) => {
    wrong.add(name);
    problems.push(problem);
  };
  if (given !== undefined && !isObject(given)) {
    problems.push('"settings" is not an object, so no setting of it is in force.');
  }
  for (const [name, value] of isObject(given) ? Object.entries(given) : []) {
    if (!isSettingName(name)) refuse(name, unknownSetting(name));
    else if (holdsSecret(value)) refuse(name, secretWords(name));
    else {
      const read = settingsSchema.shape[name].safeParse(value);
      if (read.success) presets[name] = read.data;
      else refuse(name, wrongValue(name, read.error.issues[0]?.message));
    }
  }
  // Each value was read by the schema of its own name.
  return { presets: presets as Partial<Settings>, wrong };
}

function readLocked(
  given: unknown,
  wrong: ReadonlySet<string>,
  problems: string[],
): ReadonlySet<SettingName> {
  const locked = new Set<SettingName>();
  if (given !== undefined && !Array.isArray(given)) {
    problems.push('"locked" is not a list, so nothing is fixed.');
  }
  for (const name of Array.isArray(given) ? given : []) {
    if (!isSettingName(name)) problems.push(unknownLock(name));
    else if (wrong.has(name)) {
      problems.push(`${titled(name)} is not fixed, because its value is wrong.`);
    } else locked.add(name);
  }
  return locked;
}

function unknownSetting(name: string): string {
  return SECRET_NAME.test(name)
    ? secretWords(name)
    : `${quoted(name)} is not a setting, so it was left out.`;
}

function unknownLock(name: unknown): string {
  return typeof name === 'string'
    ? `${quoted(name)} is not a setting, so it cannot be fixed.`
    : '"locked" names settings by text only; something else in it was left out.';
}

function wrongValue(name: SettingName, reason: string | undefined): string {
  return `The value of ${titled(name)} was left out: ${reason ?? 'it does not fit.'}`;
}

function secretWords(name: string): string {
  return `${quoted(name)} was left out: secrets do not belong in a policy file, which everybody on this computer can read. Take it out and replace the secret; keys are entered in the settings and go into the keychain.`;
}

const SECRET_NAME = /key|secret|token|passw|credential/i;
/** Keys that this app knows by their look, wherever somebody put one. */
const SECRET_VALUE = /sk-ant-|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function holdsSecret(value: unknown): boolean {
  return typeof value === 'string' && SECRET_VALUE.test(value);
}

function titled(name: SettingName): string {
  return `“${SETTING_TITLES[name]}” (${name})`;
}

function quoted(name: string): string {
  return `“${name.length > QUOTED ? `${name.slice(0, QUOTED)}…` : name}”`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
