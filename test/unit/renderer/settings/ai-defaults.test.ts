import { expect, it } from 'vitest';
import { DEFAULT_ADDRESS, DEFAULT_MODEL } from '../../../../renderer/settings/ai-defaults.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/domain/settings.ts';

it('the defaults that the settings name are the defaults', () => {
  expect(DEFAULT_ADDRESS).toBe(DEFAULT_SETTINGS.ai_base_address);
  expect(DEFAULT_MODEL).toBe(DEFAULT_SETTINGS.resolution_note_model);
});
