/**
 * Secrets: finding and taking out what must not leave this machine or be kept on it.
 *
 * What it can promise: a value that was handed to `remember` is found in every usual encoding. What it
 * cannot: that every secret is found. Patterns see the shapes that they were written for, and a password
 * in a sentence has no shape; so no text on screen may say that all secrets are removed.
 */
export { type FoundSecret, REDACTED } from './found-secret.ts';
export { createSecretGuard, type SecretGuard } from './guard.ts';
export { redactingLog } from './redacting-log.ts';
