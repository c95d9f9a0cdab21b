import { REDACTED } from '../found-secret.ts';
import { replaceSpans, uniteSpans } from '../spans.ts';
import { type Needle, needlesFor } from './needles.ts';
import { indexNeedles, type NeedleIndex, type Span, searchNeedles } from './search.ts';

/** Whose value it is: forgotten with the session, or kept for the run. */
export type Owner = { readonly session_id: number } | 'app';

/** The values that this run has seen, and where they stand in a text. Kept in memory alone. */
export interface KnownValues {
  remember(value: string, owner: Owner): void;
  forgetSession(sessionId: number): void;
  /** Sorted, not overlapping: what two values share is one place. */
  find(text: string): readonly Span[];
  /** The text with {@link REDACTED} in place of each. */
  redact(text: string): string;
  /** Changes whenever {@link find} may answer otherwise than before. */
  version(): number;
}

/** A replacement can bring two halves together; more rounds than this would be a riddle, not a text. */
const MOST_ROUNDS = 8;

export function createKnownValues(): KnownValues {
  const owners = new Map<string, Set<number | 'app'>>();
  const needles = new Map<string, readonly Needle[]>();
  let index: NeedleIndex | undefined;
  let version = 0;

  const changed = () => {
    index = undefined;
    version += 1;
  };
  const find = (text: string): readonly Span[] => {
    if (needles.size === 0 || text === '') return [];
    index ??= indexNeedles([...needles.values()].flat());
    const found = searchNeedles(text, index);
    return found.length === 0 ? [] : uniteSpans(found.filter(outsideOf(replacedPlaces(text))));
  };
  return {
    remember(value, owner) {
      const key = typeof owner === 'string' ? owner : owner.session_id;
      const held = owners.get(value);
      if (held !== undefined) {
        held.add(key);
        return;
      }
      const forms = needlesFor(value);
      if (forms.length === 0) return;
      owners.set(value, new Set([key]));
      needles.set(value, forms);
      changed();
    },
    forgetSession(sessionId) {
      for (const [value, held] of owners) {
        if (!held.delete(sessionId) || held.size > 0) continue;
        owners.delete(value);
        needles.delete(value);
        changed();
      }
    },
    find,
    redact(text) {
      let redacted = text;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const spans = find(redacted);
        if (spans.length === 0) break;
        redacted = replaceSpans(redacted, spans, REDACTED);
      }
      return redacted;
    },
    version: () => version,
  };
}

/** What stands for a secret is none, even where a value reads "secret". */
function replacedPlaces(text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(REDACTED); at >= 0; at = text.indexOf(REDACTED, at + 1)) {
    const last = places.at(-1);
    if (last?.to === at) places[places.length - 1] = { from: last.from, to: at + REDACTED.length };
    else places.push({ from: at, to: at + REDACTED.length });
  }
  return places;
}

function outsideOf(places: readonly Span[]): (span: Span) => boolean {
  return ({ from, to }) => !places.some((place) => place.from <= from && to <= place.to);
}
