import type { Fact } from '../../shared/domain/fact.ts';
import type { Proposal, ProposalKind, Proposed } from '../../shared/domain/proposal.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';

/** A proposal of one kind. */
export type ProposalOf<Kind extends ProposalKind> = Proposal & {
  readonly proposed: Extract<Proposed, { readonly kind: Kind }>;
};

/** Facts first, for they are confirmed together; then what to do, in the order of the work. */
const ORDER: readonly ProposalKind[] = [
  'fact',
  'summary',
  'check',
  'fix',
  'script',
  'outcome',
  'hand_off',
];

/** Whether a proposal is of this kind. */
export function isOfKind<Kind extends ProposalKind>(
  proposal: Proposal,
  kind: Kind,
): proposal is ProposalOf<Kind> {
  return proposal.proposed.kind === kind;
}

/** What came with one answer, by kind, each kind in the order in which it was proposed. */
export function proposalsOfMessage(
  proposals: readonly Proposal[],
  messageId: number,
): readonly Proposal[] {
  return proposals
    .filter(({ message_id }) => message_id === messageId)
    .toSorted((left, right) => rank(left) - rank(right) || left.id - right.id);
}

function rank({ proposed }: Proposal): number {
  return ORDER.indexOf(proposed.kind);
}

/** Those of one kind that nobody has decided, newest first. */
export function openOfKind<Kind extends ProposalKind>(
  proposals: readonly Proposal[],
  kind: Kind,
): readonly ProposalOf<Kind>[] {
  return proposals
    .filter((proposal): proposal is ProposalOf<Kind> => isOfKind(proposal, kind))
    .filter(({ state }) => state === 'open')
    .toSorted((left, right) => right.id - left.id);
}

/**
 * Whether the technician has recorded a result since, so that a proposed one is no question any
 * more. That it was applied answers none but that.
 */
export function isOvertaken(
  { proposed, created_at }: ProposalOf<'outcome'>,
  fixes: readonly SuggestedFix[],
): boolean {
  const fix = fixes.find(({ id }) => id === proposed.fix_id);
  if (fix === undefined || fix.outcome_at === null || fix.outcome_at < created_at) return false;
  return fix.outcome !== 'applied' || proposed.outcome === 'applied';
}

/** Words of a text that are nowhere in the session. A text that was reworded may have lost them. */
export function unsupportedIn(text: string, unsupported: readonly string[]): readonly string[] {
  const folded = text.toLowerCase();
  return unsupported.filter((word) => folded.includes(word.toLowerCase()));
}

/** For each fact that the copilot proposed, its words that are nowhere in the session. */
export function unsupportedByFact(
  facts: readonly Fact[],
  proposals: readonly Proposal[],
): ReadonlyMap<number, readonly string[]> {
  const texts = new Map(
    facts.map(({ id, text, customer_wording }) => [id, `${text}\n${customer_wording ?? ''}`]),
  );
  const found = new Map<number, readonly string[]>();
  for (const { proposed } of proposals) {
    if (proposed.kind !== 'fact') continue;
    const words = unsupportedIn(texts.get(proposed.fact_id) ?? '', proposed.unsupported);
    if (words.length > 0) found.set(proposed.fact_id, words);
  }
  return found;
}

/** Proposed facts that one press may confirm, and those that want a look of their own. */
export interface ConfirmableTogether {
  readonly factIds: readonly number[];
  /** Left out: words in them are nowhere in this session. */
  readonly unsupported: number;
  /** Left out: they were brought over from another session, and may not hold here. */
  readonly broughtOver: number;
}

/** Which of these facts one press may confirm. */
export function confirmableTogether(
  facts: readonly Fact[],
  unsupported: ReadonlyMap<number, readonly string[]>,
): ConfirmableTogether {
  const open = facts.filter(({ status }) => status === 'proposed');
  const here = open.filter(({ from_session_id }) => from_session_id === null);
  const factIds = here.map(({ id }) => id).filter((id) => !unsupported.has(id));
  return {
    factIds,
    unsupported: here.length - factIds.length,
    broughtOver: open.length - here.length,
  };
}

/** What a press on `Confirm all` leaves out, in words; null where it is all of them. */
export function leftOutWords({ unsupported, broughtOver }: ConfirmableTogether): string | null {
  const parts = [
    unsupported > 0 && `${unsupported} with unknown words`,
    broughtOver > 0 && `${broughtOver} from another session`,
  ].filter(Boolean);
  return parts.length === 0 ? null : `Confirm one by one: ${parts.join(', ')}.`;
}

/** `Not in this session: KB5034441.` */
export function unsupportedWords(words: readonly string[]): string {
  const named = [...new Set(words)].map(shortened);
  const last = named.at(-1) ?? '';
  const list = named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
  return `Not in this session: ${list}.`;
}

/** A path may be as long as the fact itself, which is right above. */
function shortened(word: string): string {
  return word.length > 60 ? `${word.slice(0, 58)}…` : word;
}
