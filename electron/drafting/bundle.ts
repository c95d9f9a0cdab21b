import { activeFix } from '../../shared/domain/active-fix.ts';
import type { Check } from '../../shared/domain/check.ts';
import {
  type Fact,
  type FactRole,
  type SourceType,
  sourceToTell,
} from '../../shared/domain/fact.ts';
import type { KnownName } from '../../shared/domain/known-name.ts';
import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type { Domain, HandOff, NoteLanguage } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { type AudienceDecision, audienceOf } from '../../shared/notes/audience.ts';

/** What drafting reads of a session. Messages are no input: no generator ever sees the transcript. */
export type DraftingSnapshot = Pick<
  SessionSnapshot,
  'session' | 'facts' | 'fixes' | 'scripts' | 'checks' | 'names'
>;

/** A confirmed fact. */
export interface BundleFact {
  /** `fact:12` */
  readonly evidence_id: string;
  readonly text: string;
  readonly source_type: SourceType;
  readonly source_summary: string | null;
  readonly role: FactRole;
  /** Who may read it, and why. */
  readonly audience: AudienceDecision;
  /** The words for the customer in place of `text`. */
  readonly customer_wording: string | null;
  readonly short_wording: string | null;
  readonly created_at: number;
}

/** A check on the list, or one that was done: then a fact has what it showed. */
export interface BundleCheck {
  /** `check:5` */
  readonly evidence_id: string;
  readonly instruction: string;
  readonly meaning: string;
  readonly done: boolean;
  /** The confirmed fact that has the result. */
  readonly result_id: string | null;
}

export interface BundleScript {
  /** `script:4` */
  readonly evidence_id: string;
  readonly name: string;
  readonly ran: boolean;
  readonly outcome: string | null;
  /** `outcome` in the customer's words; null keeps it internal. */
  readonly customer_outcome: string | null;
  readonly ran_at: number | null;
  readonly changes_system: boolean;
  readonly undo: string | null;
  /** Values of secret parameters are replaced by {@link REDACTED}. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface BundleFix {
  /** `fix:3` */
  readonly evidence_id: string;
  readonly title: string;
  readonly description: string;
  readonly confidence: number;
  readonly outcome: FixOutcome;
  readonly outcome_note: string | null;
  /** What was done, in the past tense. */
  readonly done: string | null;
  readonly customer_done: string | null;
  /** `outcome_note` in the customer's words; null keeps it internal. */
  readonly customer_note: string | null;
  /** Of a failed fix: its change was not undone. */
  readonly left_in_place: boolean;
  readonly outcome_at: number | null;
  /** When the change was made, as well as the record can tell. */
  readonly applied_at: number | null;
  readonly superseded: boolean;
  /** From an earlier session: its confidence was not earned in this one. */
  readonly brought_over: boolean;
}

/** All that a note may rest on: what every generator reads and every note check looks things up in. */
export interface InputBundle {
  readonly title: string;
  readonly summary: string;
  readonly customer_summary: string | null;
  readonly language: NoteLanguage;
  readonly hand_off: HandOff;
  /** Hosts and accounts of the session. */
  readonly names: readonly KnownName[];
  readonly domain: Domain;
  readonly intake: string;
  /** `CW #48213`, or null for a session without a ticket. */
  readonly ticket: string | null;
  /** In the order in which they were added. */
  readonly facts: readonly BundleFact[];
  /** In the order in which they were added, without the dropped ones. */
  readonly checks: readonly BundleCheck[];
  readonly scripts: readonly BundleScript[];
  /** Fixes that were really applied, oldest first, the active one included. */
  readonly fixes_tried: readonly BundleFix[];
  readonly active_fix: BundleFix | null;
  /** Fixes superseded or dismissed before anyone tried them. The checks know them; no prompt shows them. */
  readonly fixes_set_aside: readonly BundleFix[];
}

/** Stands for the value of a secret parameter. */
export const REDACTED = '(secret)';

/** Evidence id of the session itself: title, summary, intake, ticket and hand-off fields. */
export const SESSION_EVIDENCE = 'session';

const TRIED: readonly FixOutcome[] = ['applied', 'worked', 'partly', 'failed', 'pending'];

/** How a ticket is named on screen and in a preview: `CW #48213`. */
export function ticketName(ticketRef: string | null): string | null {
  return ticketRef === null ? null : `CW #${ticketRef}`;
}

/** Turns a session into what every generator reads. Proposed and deleted facts stay out. */
export function buildBundle(snapshot: DraftingSnapshot): InputBundle {
  const { session, names } = snapshot;
  const facts = snapshot.facts
    .filter((fact) => fact.status === 'confirmed' && fact.deleted_at === null)
    .toSorted(byId)
    .map((fact) => bundleFact(fact, names));
  const factIds = new Set(facts.map(({ evidence_id }) => evidence_id));
  const active = activeFix(snapshot.fixes);
  const fixes = snapshot.fixes.toSorted(byId);
  return {
    title: session.title,
    summary: session.summary,
    customer_summary: filled(session.customer_summary),
    language: session.language,
    hand_off: handOffOf(session),
    names: [...names],
    domain: session.domain,
    intake: session.intake,
    ticket: ticketName(session.ticket_ref),
    facts,
    checks: snapshot.checks
      .filter((check) => check.state !== 'dropped')
      .toSorted(byId)
      .map((check) => bundleCheck(check, factIds)),
    scripts: snapshot.scripts.toSorted(byId).map(bundleScript),
    fixes_tried: fixes.filter((fix) => TRIED.includes(fix.outcome)).map(bundleFix),
    active_fix: active === undefined ? null : bundleFix(active),
    fixes_set_aside: fixes
      .filter((fix) => !TRIED.includes(fix.outcome) && fix.id !== active?.id)
      .map(bundleFix),
  };
}

/** Every fix of the bundle once: tried, active and set aside. */
export function allFixes(bundle: InputBundle): readonly BundleFix[] {
  const untried =
    bundle.active_fix?.outcome === 'proposed' ? [bundle.active_fix] : ([] as BundleFix[]);
  return [...bundle.fixes_tried, ...untried, ...bundle.fixes_set_aside];
}

function byId(one: { readonly id: number }, other: { readonly id: number }): number {
  return one.id - other.id;
}

function handOffOf(session: SessionSnapshot['session']): HandOff {
  const { affected, since, impact, priority, escalation_reason, escalation_note } = session;
  const { promised, contact, next_owner } = session;
  return {
    affected: filled(affected),
    since: filled(since),
    impact: filled(impact),
    priority: filled(priority),
    escalation_reason,
    escalation_note: filled(escalation_note),
    promised: filled(promised),
    contact: filled(contact),
    next_owner: filled(next_owner),
  };
}

/** A field with nothing but white space in it is as empty as one that nobody filled. */
function filled(text: string | null): string | null {
  return text?.trim() ? text : null;
}

function bundleCheck(check: Check, factIds: ReadonlySet<string>): BundleCheck {
  const resultId = `fact:${check.fact_id}`;
  return {
    evidence_id: `check:${check.id}`,
    instruction: check.instruction,
    meaning: check.meaning,
    done: check.state === 'done',
    result_id: factIds.has(resultId) ? resultId : null,
  };
}

function bundleFact(fact: Fact, names: readonly KnownName[]): BundleFact {
  return {
    evidence_id: `fact:${fact.id}`,
    text: fact.text,
    source_type: fact.source_type,
    source_summary: sourceToTell(fact),
    role: fact.role,
    audience: audienceOf(fact, names),
    customer_wording: filled(fact.customer_wording),
    short_wording: filled(fact.short_wording),
    created_at: fact.created_at,
  };
}

function bundleScript(script: ScriptGeneration): BundleScript {
  return {
    evidence_id: `script:${script.id}`,
    name: script.name,
    ran: script.state === 'ran',
    outcome: filled(script.outcome),
    customer_outcome: filled(script.customer_outcome),
    ran_at: script.ran_at,
    changes_system: script.changes_system,
    undo: filled(script.undo),
    parameters: script.parameters.map(({ name, secret, value }) => ({
      name,
      value: secret ? REDACTED : (value ?? ''),
    })),
  };
}

function bundleFix(fix: SuggestedFix): BundleFix {
  return {
    evidence_id: `fix:${fix.id}`,
    title: fix.title,
    description: fix.description,
    confidence: fix.confidence,
    outcome: fix.outcome,
    outcome_note: filled(fix.outcome_note),
    done: filled(fix.done),
    customer_done: filled(fix.customer_done),
    customer_note: filled(fix.customer_note),
    left_in_place: fix.left_in_place,
    outcome_at: fix.outcome_at,
    applied_at: fix.applied_at ?? fix.outcome_at,
    superseded: fix.superseded_at !== null,
    brought_over: fix.from_session_id !== null,
  };
}
