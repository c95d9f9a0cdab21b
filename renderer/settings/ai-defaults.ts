import type { DEFAULT_MODEL as SharedDefault } from '../../shared/domain/settings.ts';

/*
 * Repeated here because the shared file brings the schemas along. The model is held to the shared one
 * by its type, the address by a test.
 */
export const DEFAULT_MODEL: typeof SharedDefault = 'claude-sonnet-5-5';
export const DEFAULT_ADDRESS = 'https://api.anthropic.com';
