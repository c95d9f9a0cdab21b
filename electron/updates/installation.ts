import { isAbsolute, join, sep } from 'node:path';

/** How the app came onto this machine, as far as it matters for updates. */
export type Installation =
  | { readonly kind: 'app_image'; readonly file: string }
  | { readonly kind: 'nsis' }
  | { readonly kind: 'mac' }
  /** It cannot replace itself, and says why. */
  | { readonly kind: 'by_hand'; readonly words: string };

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The executable that runs. */
  readonly executable: string;
  readonly isFile: (path: string) => boolean;
}

/** Only an AppImage, the Windows installer and a Mac app can replace themselves with a checked file. */
export function installationOf({ platform, env, executable, isFile }: Surroundings): Installation {
  if (platform === 'darwin') return { kind: 'mac' };
  if (platform === 'win32') {
    const folder = executable.slice(0, executable.lastIndexOf('\\'));
    // The installer leaves its counterpart there; the .msi has none.
    return isFile(`${folder}\\Uninstall ResolutionFlow.exe`)
      ? { kind: 'nsis' }
      : byHand(
          'It was installed for the whole company, so your administrator brings new versions.',
        );
  }
  const { APPIMAGE, APPDIR } = env;
  if (APPIMAGE && APPDIR && isAbsolute(APPIMAGE) && isFile(APPIMAGE)) {
    // Programs that another AppImage starts have its variables too: that file is not ours to replace.
    if (executable.startsWith(join(APPDIR, sep))) return { kind: 'app_image', file: APPIMAGE };
  }
  return byHand(
    'It was installed as a package or unpacked by hand, so it does not replace itself. Get the new version where this one came from.',
  );
}

function byHand(words: string): Installation {
  return { kind: 'by_hand', words };
}
