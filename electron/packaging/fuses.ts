import {
  type FuseConfig,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses';

/**
 * What is switched on and off inside the shipped Electron. The type asks for every fuse that
 * `@electron/fuses` knows, so that a new one does not compile before somebody has decided on it.
 */
const decisions: Record<keyof typeof FuseV1Options, boolean> = {
  // The app is no Node for whoever can set an environment variable or an argument.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Only the code that was packaged (and, on Windows and macOS, is as it was packaged) is run.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  // The app keeps no cookies of its own; what a library might is encrypted.
  EnableCookieEncryption: true,
  // The page comes from the app's own protocol, so `file:` needs no rights.
  GrantFileProtocolExtraPrivileges: false,
  // There is no snapshot of our own.
  LoadBrowserProcessSpecificV8Snapshot: false,
  // Electron's default, written down: V8 catches WebAssembly's out-of-bounds reads by signal.
  WasmTrapHandlers: true,
};

type FuseName = keyof typeof FuseV1Options;

/** One fuse of a built app. */
export interface Fuse {
  readonly name: string;
  readonly state: FuseState;
  /** Undefined for a fuse that nobody has decided on. */
  readonly wanted: boolean | undefined;
}

/**
 * The fuses of a built app (its executable, or on macOS its bundle). An older Electron has fewer
 * than were decided on; one that has more shows them here without a decision.
 */
export async function readFuses(app: string): Promise<Fuse[]> {
  const { version, ...wire } = await getCurrentFuseWire(app);
  if (version !== FuseVersion.V1) throw new Error(`Fuses of an unknown version: ${version}`);
  return Object.entries(wire).map(([position, state]) => {
    const name = FuseV1Options[Number(position)] ?? `fuse ${position}`;
    return { name, state: Number(state), wanted: decisions[name as FuseName] };
  });
}

/** In words, each fuse that is not as decided. Empty for an app that may be shipped. */
export function wrongFuses(fuses: readonly Fuse[]): string[] {
  return fuses.flatMap(({ name, state, wanted }) => {
    if (wanted === undefined) return [`${name}: nobody has decided on it`];
    const is = state === FuseState.ENABLE;
    const readable = is || state === FuseState.DISABLE;
    if (readable && is === wanted) return [];
    return [`${name}: ${FuseState[state] ?? state}, not ${wanted ? 'ENABLE' : 'DISABLE'}`];
  });
}

/** What to write into a built app with these fuses; fails on one without a decision. */
export function fuseConfig(fuses: readonly Fuse[]): FuseConfig {
  const config: Partial<Record<FuseV1Options, boolean>> = {};
  for (const { name, wanted } of fuses) {
    if (wanted === undefined) throw new Error(`Decide on a fuse first: ${name}`);
    config[FuseV1Options[name as FuseName]] = wanted;
  }
  return { version: FuseVersion.V1, ...config };
}
