import { type ElectronRuntime, resolveElectronRuntime, rootArgs } from './electron-runtime.ts';
import { projectFolder } from './paths.ts';

/** How the app is to be started. */
export interface LaunchRequest {
  /** The folder for everything that the app keeps; without it the user's real one. */
  home?: string;
  /** The app's own switches, such as `--demo`. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Another installation than the one under test otherwise. */
  command?: Command | undefined;
}

/** What Playwright's `_electron.launch` and a plain `spawn` need alike. */
export interface LaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

export type Command = Pick<ElectronRuntime, 'executable' | 'leadingArgs' | 'env'>;

let command: Promise<Command> | undefined;

/** The command that starts the built app on whichever Electron this machine has. */
export async function launchOptions(request: LaunchRequest = {}): Promise<LaunchOptions> {
  command ??= appointedCommand() ?? unpackagedCommand();
  const { executable, leadingArgs, env } = request.command ?? (await command);
  return {
    executablePath: executable,
    args: [...leadingArgs, ...(request.args ?? [])],
    env: {
      ...inheritedEnvironment(),
      ...env,
      ...(request.home === undefined ? {} : { RESOLUTIONFLOW_HOME: request.home }),
      ...request.env,
    },
  };
}

async function unpackagedCommand(): Promise<Command> {
  const runtime = await resolveElectronRuntime();
  return { ...runtime, leadingArgs: [...runtime.leadingArgs, projectFolder] };
}

/**
 * Another command that whoever started this process wants to see tested: a packaged app, or one
 * that changes to an ordinary user first (sandboxed.ts).
 */
function appointedCommand(): Promise<Command> | undefined {
  const executable = process.env.RESOLUTIONFLOW_TEST_EXECUTABLE;
  if (executable === undefined) return undefined;
  const becomesOrdinary = process.env.RESOLUTIONFLOW_TEST_UID !== undefined;
  return Promise.resolve({ executable, leadingArgs: becomesOrdinary ? [] : rootArgs(), env: {} });
}

/** Without what npm and test runners put there for Node, which Electron would obey too. */
function inheritedEnvironment(): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    const foreign =
      /^(npm_|NODE_OPTIONS$|NODE_ENV$|ELECTRON_RUN_AS_NODE$|VITEST|PW_|TEST_WORKER_INDEX)/;
    if (value !== undefined && !foreign.test(name)) inherited[name] = value;
  }
  return inherited;
}
