/** Where a script goes from here. */
export interface ScriptDesk {
  copyText(text: string): void | Promise<void>;
  /** Keeps the text out of the clipboard's history and takes it off again after so many seconds. */
  copySecret(text: string, seconds: number): Promise<void>;
  /** The file that was written, or null when the person thought better of it. */
  exportFile(suggestedName: string, text: string, ending: string): Promise<string | null>;
}
