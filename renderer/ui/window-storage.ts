/** The part of `Storage` that is used; absent where the window has none. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the window keeps over a restart; undefined where it may not. */
export function windowStorage(): TextStorage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
