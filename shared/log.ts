/** Where parts of the main process tell what happened. An error's stack goes here and nowhere else. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
