/** What is wrong with a template, in words. */
export interface TemplateProblem {
  readonly message: string;
  /** Of the body, from 1; null where it is not about a line. */
  readonly line: number | null;
  /** Whether the template cannot be saved like this; else it is advice. */
  readonly blocking: boolean;
}

/** A problem that keeps a template from being saved. */
export function blocking(message: string, line: number | null = null): TemplateProblem {
  return { message, line, blocking: true };
}

/** Something that is most likely not meant. */
export function advice(message: string, line: number | null = null): TemplateProblem {
  return { message, line, blocking: false };
}
