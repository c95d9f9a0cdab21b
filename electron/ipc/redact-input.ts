import { FIX_OUTCOMES } from '../../shared/domain/suggested-fix.ts';

/**
 * The fields that hold what people write. Only these are searched for known secrets: an id, a choice
 * from a list, a path or a setting that happens to read like one must stay what it is.
 */
const PROSE = new Set([
  'title',
  'summary',
  'customer_summary',
  'affected',
  'since',
  'impact',
  'priority',
  'escalation_note',
  'promised',
  'contact',
  'next_owner',
  'intake',
  'text',
  'source_summary',
  'customer_wording',
  'short_wording',
  'wording',
  'body',
  'name',
  'description',
  'outcome',
  'customer_outcome',
  'outcome_note',
  'done',
  'customer_done',
  'customer_note',
  'undo',
  'markdown',
  'base_markdown',
  'override_reason',
  'reason',
  'suggested_name',
  'instruction',
  'meaning',
  'result',
  'output',
  'label',
  'help',
  'default_value',
  'choices',
]);

const CHOICES: ReadonlySet<string> = new Set(FIX_OUTCOMES);

/** A parsed input with what people wrote in it passed through `redact`; shape and all else stay. */
export function redactTexts<Value>(value: Value, redact: (text: string) => string): Value {
  // Strings become strings, arrays arrays and objects objects with the same keys, so the type holds.
  return redactAny(value, redact) as Value;
}

function redactAny(value: unknown, redact: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => redactAny(one, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, redactUnder(name, one, redact)]),
  );
}

/** A list of texts is under the name of its field, as a single one is. */
function redactUnder(name: string, value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redactField(name, value, redact);
  if (!Array.isArray(value)) return redactAny(value, redact);
  return value.map((one) => redactUnder(name, one, redact));
}

function redactField(name: string, text: string, redact: (text: string) => string): string {
  if (!PROSE.has(name) || (name === 'outcome' && CHOICES.has(text))) return text;
  return redact(text);
}
