/** Where a secret stands in a text. `label` says what it looks like, never the value. */
export interface FoundSecret {
  readonly from: number;
  readonly to: number;
  readonly kind: 'known' | 'pattern' | 'doubt';
  readonly label: string;
}

/** Stands for a secret that was taken out of a text. */
export const REDACTED = '(secret)';
