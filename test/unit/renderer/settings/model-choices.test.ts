import { expect, it } from 'vitest';
import { DEFAULT_MODEL } from '../../../../renderer/settings/ai-defaults.ts';
import { ANOTHER_MODEL, modelChoices } from '../../../../renderer/settings/model-choices.ts';
import { modelSchema } from '../../../../shared/domain/ai.ts';

it('offers the default, what the API listed and what is in use, each once', () => {
  const listed = [
    { id: 'claude-opus-5', name: 'Claude Opus 5' },
    { id: DEFAULT_MODEL, name: 'Claude Sonnet 5.5' },
  ];
  expect(modelChoices('house/own-model', DEFAULT_MODEL, listed)).toEqual([
    { value: DEFAULT_MODEL, label: `Claude Sonnet 5.5 · ${DEFAULT_MODEL} (default)` },
    { value: 'claude-opus-5', label: 'Claude Opus 5 · claude-opus-5' },
    { value: 'house/own-model', label: 'house/own-model' },
    { value: ANOTHER_MODEL, label: 'Another model…' },
  ]);
  expect(modelChoices(DEFAULT_MODEL, DEFAULT_MODEL, [])).toHaveLength(2);
});

it('has a stand-in for another model that no model can be called', () => {
  expect(modelSchema.safeParse(ANOTHER_MODEL).success).toBe(false);
});
