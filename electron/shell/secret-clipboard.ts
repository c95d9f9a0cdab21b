// As a namespace: older runtimes have no `ClipboardItem`, and a named import of it would keep them from starting.
import * as electron from 'electron';

/** Formats by which programs that keep a history of the clipboard know what to leave alone. */
const LEAVE_ALONE: Readonly<
  Partial<Record<NodeJS.Platform, Readonly<Record<string, Uint8Array>>>>
> = {
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: new Uint8Array(4),
    CanIncludeInClipboardHistory: new Uint8Array(4),
    CanUploadToCloudClipboard: new Uint8Array(4),
  },
  darwin: { 'org.nspasteboard.ConcealedType': new Uint8Array() },
  linux: { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') },
};

let copied: string | undefined;
let timer: NodeJS.Timeout | undefined;

/**
 * Puts a text on the clipboard that holds a secret: marked so that histories leave it alone, where the
 * runtime can write the mark in one go with the text, and taken off again after so many seconds.
 */
export async function copySecret(text: string, seconds: number): Promise<void> {
  clearTimeout(timer);
  copied = text;
  timer = setTimeout(() => void forgetCopiedSecret(), seconds * 1_000);
  await writeMarked(text).catch(() => electron.clipboard.writeText(text));
}

/** Clears the clipboard if it still holds what was copied last; what was copied since stays. */
export async function forgetCopiedSecret(): Promise<void> {
  clearTimeout(timer);
  const text = copied;
  copied = undefined;
  if (text === undefined) return;
  // Windows gives a text back with its own line ends.
  const held = (await electron.clipboard.readText()).replaceAll('\r\n', '\n');
  if (held === text.replaceAll('\r\n', '\n')) electron.clipboard.clear();
}

async function writeMarked(text: string): Promise<void> {
  const marks = LEAVE_ALONE[process.platform] ?? {};
  if (typeof electron.ClipboardItem !== 'function') {
    // One format at a time is all that this runtime can write, and the text is the one that counts.
    await electron.clipboard.writeText(text);
    return;
  }
  const formats = Object.entries(marks).map(([format, bytes]) => [
    `electron application/osclipboard;format="${format}"`,
    new Blob([bytes]),
  ]);
  await electron.clipboard.write([
    new electron.ClipboardItem({ 'text/plain': text, ...Object.fromEntries(formats) }),
  ]);
}
