import type Anthropic from '@anthropic-ai/sdk';
import type { AiAction } from '../../shared/domain/ai.ts';
import { AppError } from '../../shared/errors.ts';
import type { AiAccess } from './ai-access.ts';
import type { AiAccount } from './ai-account.ts';
import { askStructured, type StructuredAnswer, type StructuredQuestion } from './ask.ts';
import { usageOf } from './prices.ts';

/** A model at hand: which, where, and how to ask it one structured question. */
export interface OpenModel {
  readonly model: string;
  readonly base_address: string;
  ask(question: Omit<StructuredQuestion, 'model' | 'onCounted'>): Promise<StructuredAnswer>;
}

/** Whom the answers are counted for, and what may be spent. */
export interface ModelAccount {
  readonly session_id: number;
  readonly account: Pick<AiAccount, 'requireBudget' | 'record'>;
}

/**
 * Opens the model that the settings name for an action. Rejects with `NOT_CONFIGURED` without a key,
 * and with `RATE_LIMITED` while this month's limit is reached.
 */
export async function openModel(
  access: Pick<AiAccess, 'client' | 'modelFor' | 'settings'>,
  action: AiAction,
  counted?: ModelAccount,
): Promise<OpenModel> {
  const [model, { ai_base_address }] = await Promise.all([
    access.modelFor(action),
    access.settings(),
    counted?.account.requireBudget(),
  ]);
  await requireClient(access);
  return {
    model,
    base_address: ai_base_address,
    // Opened anew for each question: a key that was removed meanwhile is not used again.
    ask: async (question) =>
      askStructured(await requireClient(access), {
        ...question,
        model,
        onCounted: (tokens) =>
          counted?.account.record(counted.session_id, action, usageOf(model, [tokens])),
      }),
  };
}

/** A client for one request, or `NOT_CONFIGURED`. */
export async function requireClient(access: Pick<AiAccess, 'client'>): Promise<Anthropic> {
  const client = await access.client();
  if (client !== null) return client;
  throw new AppError(
    'NOT_CONFIGURED',
    'No API key is set, or the settings keep drafting on this machine.',
  );
}
