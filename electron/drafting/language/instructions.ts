import { spansOf, type TextSpan } from './spans.ts';

/**
 * Text that speaks to a machine instead of a reader (rule I1). Found phrases prove little
 * either way; the architecture is the defence, this only keeps such text out of tickets.
 */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|these\s+|those\s+|my\s+)?(?:previous|prior|above|earlier|preceding|foregoing)\b(?:\s+(?:instructions?|prompts?|messages?|rules?|text|context|directions?|orders?))?|\b(?:new|updated|system|hidden)\s+(?:instructions?|prompt)\s*:|\byou are now\s+(?:an?|the|in)\b|\bact as (?:an? )?(?:ai|assistant|language model|administrator|root)\b|<\/?(?:ticket|system|instructions?|prompt|assistant|user|context|fact)s?>|^\W{0,4}(?:system|assistant)\s*:\s*(?:you|ignore|disregard|forget|do not|never|always|respond|answer|reply|output|write)\b/gi;

export function findInstructions(text: string): TextSpan[] {
  return spansOf(text, INSTRUCTION);
}
