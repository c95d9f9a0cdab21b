import type { AiModel } from '../../shared/domain/ai.ts';

/** Stands for "another model…" among the names; no model can have it for a name. */
export const ANOTHER_MODEL = '…';

/**
 * The models to choose from: those that the API listed, as far as it was asked, the default and the
 * one in use always, and the way to name another.
 */
export function modelChoices(current: string, byDefault: string, listed: readonly AiModel[]) {
  const known = new Map(listed.map(({ id, name }) => [id, name]));
  const ids = new Set([byDefault, ...known.keys(), current]);
  const options = Array.from(ids, (id) => ({
    value: id,
    label: wordsOf(id, known.get(id), byDefault),
  }));
  return [...options, { value: ANOTHER_MODEL, label: 'Another model…' }];
}

function wordsOf(id: string, name: string | undefined, byDefault: string): string {
  const words = name === undefined || name === id ? id : `${name} · ${id}`;
  return id === byDefault ? `${words} (default)` : words;
}
