/** The model that writes, as drafting sees it: whoever calls it over which network is not its concern. */
export interface NoteModel {
  readonly model: string;
  readonly base_address: string;
  /** Rejects with errors worded for the technician. */
  ask(question: ModelQuestion): Promise<ModelAnswer>;
}

export interface ModelQuestion {
  readonly system: string;
  readonly turns: readonly Turn[];
  /** JSON schema of the answer. */
  readonly schema: Record<string, unknown>;
  readonly max_tokens: number;
  readonly signal: AbortSignal;
  readonly onProgress: (
    progress:
      | { readonly step: 'asking' | 'waiting' }
      | { readonly step: 'writing'; readonly text: string; readonly output_tokens: number },
  ) => void;
}

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

export interface ModelAnswer {
  readonly text: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
}
