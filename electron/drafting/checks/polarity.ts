import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { type Clause, clausesOf } from '../language/clauses.ts';
import { sharedCount } from '../language/stems.ts';
import { isVerbatim, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const NEXT_STEPS = NOTE_HEADINGS.escalate[4];

/** How much of a clause a clause on record must hold to speak of the same thing. */
const SAME_THING = 0.5;
const MOST = 0.67;

/** "Not" about the record itself, or about what the reader need not do: no fact can say that. */
const ABOUT_RECORD =
  /\b(?:on record|recorded|noted|logged as|known|unknown|stated|searched|determined|looked at|not (?:yet )?(?:tried|run|applied|verified|proven|confirmed|tested)|no (?:further |more |other )?(?:action|step|change)s?|nothing (?:more |else |further )?(?:is |has |needs? |to |for you|against|speaks?)|(?:not|n['’]t) (?:need|have) to|no need|none (?:against|for|known)|no hypothesis|speaks? against|no similar|please|do not|don['’]t|not a (?:lasting|permanent|complete))\b/i;

/** That something is well, and that nothing is wrong, say the same. */
const WELL =
  /\b(?:fine|normal|healthy|clean|ok|okay|good|perfect|stable|steady|as usual|unaffected|as before|works?|worked|working|well)\b/i;
const WRONG =
  /\b(?:affected|problems?|errors?|issues?|faults?|wrong|damage\w*|symptoms?|failures?|warnings?|alerts?|trouble|loss|complaints?|hindered|disconnect\w*|crash\w*|prompt\w*|drop\w*)\b/i;
const ALONE =
  /\b(?:only|alone|just|single|sole|nothing but|one (?:user|computer|person|device))\b/i;
const OTHERS = /\b(?:other|others|else|another|further|more|any|anyone|everyone)\b/i;

/** G8: what a generated line denies, the rows that it cites deny too, and the other way round. */
export const polarityRule = rule(
  'G8',
  (note) =>
    note.items
      .filter((item) => item.provenance === 'generated' && item.section !== NEXT_STEPS)
      .filter((item) => item.evidence_ids.length > 0 && !isVerbatim(note, item))
      .flatMap((item): Fault[] => {
        const opposite = firstTurned(note, item);
        if (opposite === undefined) return [];
        const message =
          opposite.record === null
            ? `This line says that something is not so (“${shorten(opposite.clause)}”), and no row that it rests on does.`
            : `This line says “${shorten(opposite.clause)}”; the record says “${shorten(opposite.record)}”.`;
        return [{ from: item.block.from, to: item.block.to, message }];
      }),
  { level: 'warn' },
);

interface Turned {
  readonly clause: string;
  readonly record: string | null;
}

function firstTurned(note: NoteView, item: NoteItem): Turned | undefined {
  const cited = note.sources.texts(item.evidence_ids).flatMap(clausesOf);
  const standing = note.sources.standing(item.evidence_ids).flatMap(clausesOf);
  const record = [...cited, ...standing];
  const session = clausesOf(note.sources.session);
  for (const clause of clausesOf(item.block.text)) {
    if (ABOUT_RECORD.test(clause.text)) continue;
    const turned = turnedClause(clause, record, session) ?? affirmed(clause, cited);
    if (turned !== undefined) return turned;
  }
  return undefined;
}

function turnedClause(
  clause: Clause,
  record: readonly Clause[],
  session: readonly Clause[],
): Turned | undefined {
  if (clause.concepts.size < 2 && !clause.negated && !clause.success) return undefined;
  let agrees = 0;
  let differs = 0;
  let opposite: Clause | undefined;
  for (const known of [...record, ...session]) {
    const shared = sharedCount(clause.concepts, known.concepts);
    if (shared === 0) continue;
    // Of clauses that hold as much, the one that says little else is the one that was meant.
    const score = shared / clause.concepts.size + shared / (known.concepts.size * 20);
    if (saysOpposite(clause, known)) {
      if (score > differs) [differs, opposite] = [score, known];
    } else if (score > agrees) agrees = score;
  }
  if (opposite !== undefined && differs >= SAME_THING && differs > agrees) {
    const shared = sharedCount(clause.concepts, opposite.concepts);
    if (shared > 1 || clause.concepts.size === 1)
      return { clause: clause.text, record: opposite.text };
  }
  if (clause.negated && agrees < SAME_THING && !canDeny(clause, record)) {
    return { clause: clause.text, record: null };
  }
  return undefined;
}

/**
 * What a cited row denies in so many words and the clause affirms: "with a prompt", where the row says
 * "without a prompt" and no row has a prompt otherwise.
 */
function affirmed(clause: Clause, cited: readonly Clause[]): Turned | undefined {
  if (clause.negated || clause.denials.size > 0) return undefined;
  const holds = (one: Clause, focus: ReadonlySet<string>) =>
    sharedCount(focus, one.concepts) === focus.size;
  const denied = cited.find(
    ({ negated, focus }) =>
      negated &&
      focus.size > 0 &&
      holds(clause, focus) &&
      !cited.some((other) => !other.negated && holds(other, focus)),
  );
  return denied === undefined ? undefined : { clause: clause.text, record: denied.text };
}

function saysOpposite(one: Clause, other: Clause): boolean {
  if (one.negated === other.negated) {
    if (one.negated) return false;
    return (
      (one.success &&
        one.denials.size === 0 &&
        other.denials.size > 0 &&
        !other.success &&
        hasFailed(other)) ||
      (other.success &&
        other.denials.size === 0 &&
        one.denials.size > 0 &&
        !one.success &&
        hasFailed(one))
    );
  }
  const [negative, positive] = one.negated ? [one, other] : [other, one];
  // "Not reachable" and "blocked" say the same; "not blocked" and "blocked" do not.
  if (positive.denials.size > 0 && negative.denials.size === 0) return false;
  if (
    negative.focus.size > 0 &&
    sharedCount(negative.focus, positive.concepts) === 0 &&
    sharedCount(negative.concepts, positive.concepts) < negative.concepts.size * MOST
  )
    return false;
  if (WELL.test(positive.text) && WRONG.test(negative.text)) return false;
  return !(ALONE.test(positive.text) && OTHERS.test(negative.text));
}

function hasFailed(clause: Clause): boolean {
  return /\b(?:fail\w*|unsuccessful\w*)\b/i.test(clause.text);
}

/** Whether the rows hold anything that a "not" may rest on. */
function canDeny(clause: Clause, record: readonly Clause[]): boolean {
  return record.some(
    (known) =>
      known.negated ||
      known.denials.size > 0 ||
      (ALONE.test(known.text) && OTHERS.test(clause.text)) ||
      (WELL.test(known.text) && WRONG.test(clause.text)) ||
      /\b0\b/.test(known.text),
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
