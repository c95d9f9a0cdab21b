/** A value after it was read and found good, by what the script gets of it. */
export type FilledValue =
  | { readonly kind: 'text'; readonly text: string }
  /** Digits with a sign and a point at most. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'switch'; readonly on: boolean }
  /** Nothing was given, and nothing had to be. */
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly text: string }
  /** A secret that the script asks for when it runs. */
  | { readonly kind: 'asked' };
