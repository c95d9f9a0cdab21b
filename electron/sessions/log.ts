/** Where the store writes what a maintainer may need later. Never session text, only what happened. */
export interface StoreLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
