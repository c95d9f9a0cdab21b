import type {
  DEFAULT_MODEL as SharedDefault,
  DEFAULT_REVIEW_MODEL as SharedReviewDefault,
} from '../../shared/domain/settings.ts';

/*
 * Repeated here because the shared file brings the schemas along. The models are compared with the
 * shared ones by their types, the address by a test.
 */
export const DEFAULT_MODEL: typeof SharedDefault = 'claude-sonnet-5-5';
export const DEFAULT_REVIEW_MODEL: typeof SharedReviewDefault = 'claude-haiku-4-5';
export const DEFAULT_ADDRESS = 'https://api.anthropic.com';
