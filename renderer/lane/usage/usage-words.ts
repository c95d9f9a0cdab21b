import type { UsageTotal } from '../../../shared/domain/ai.ts';
import { counted } from '../../ui/words.ts';

/** `840`, `1.2k`, `38k`, `1.4M` tokens. */
export function tokenWords(tokens: number): string {
  if (tokens < 1_000) return `${tokens}`;
  if (tokens < 999_500) return `${short(tokens / 1_000)}k`;
  return `${short(tokens / 1_000_000)}M`;
}

function short(count: number): string {
  return count < 9.95 ? count.toFixed(1).replace(/\.0$/, '') : count.toFixed(0);
}

/** `$0.02`, `under $0.01`; to the cent, for more would be a promise. */
export function costWords(microdollars: number): string {
  if (microdollars === 0) return '$0.00';
  if (microdollars < 10_000) return 'under $0.01';
  return `$${(microdollars / 1_000_000).toLocaleString('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })}`;
}

/** `1.2k tokens · about $0.02`. Where no price is known, the tokens alone. */
export function totalWords(total: UsageTotal): string {
  const tokens = `${tokenWords(total.input_tokens + total.output_tokens)} tokens`;
  if (total.answers > 0 && total.unpriced_answers === total.answers) return tokens;
  const cost = costWords(total.cost_microdollars);
  return `${tokens} · ${cost.startsWith('under') ? cost : `about ${cost}`}`;
}

/** What the cost leaves out; null where it leaves out nothing. */
export function unpricedWords({ unpriced_answers }: UsageTotal): string | null {
  if (unpriced_answers === 0) return null;
  const verb = unpriced_answers === 1 ? 'comes from a model' : 'come from models';
  return `${counted(unpriced_answers, 'answer')} ${verb} whose price is not known here, and ${unpriced_answers === 1 ? 'is' : 'are'} not in the cost.`;
}
