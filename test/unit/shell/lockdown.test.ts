import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../runtime/paths.ts';

/** What may stand in one place only, where its dangers are looked after; nowhere, where the list is empty. */
const ONLY_IN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bopenExternal\(/, ['electron/shell/links.ts']],
  [
    /\bnew (?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)\(/,
    ['electron/shell/window.ts'],
  ],
  [/\bipcMain\b/, ['electron/shell/ipc-transport.ts']],
  [/\bipcRenderer\b/, ['electron/preload.ts']],
  [/\bprotocol\.\w+\(/, ['electron/shell/app-protocol.ts']],
  [/\bsetWindowOpenHandler\(/, ['electron/shell/guards.ts']],
  [/\bset(?:Permission|Device)\w*Handler\(/, ['electron/shell/guards.ts']],
  [/'certificate-error'|setCertificateVerifyProc|ignore-certificate-errors/, []],
  [/NODE_TLS_REJECT_UNAUTHORIZED|rejectUnauthorized/, []],
  [/allowRunningInsecureContent|webSecurity|enableBlinkFeatures|experimentalFeatures/, []],
  [/nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webviewTag: true/, []],
  [/\bexecuteJavaScript\w*\(|\binsertCSS\(/, []],
  [/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\(/, []],
  [/\beval\(|new Function\(/, []],
];

/** The text without comments, in which such a name may be told of. */
function codeOf(file: string): string {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

const files = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: projectFolder }).map(
  (file) => ({ file: file.replaceAll('\\', '/'), code: codeOf(file) }),
);

test.each(ONLY_IN)('%s stands only where it is looked after', (pattern, allowed) => {
  const found = files.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
  expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
  // A place that is not there any more would hide that the pattern is wrong.
  expect(allowed.filter((file) => !found.includes(file))).toEqual([]);
});
