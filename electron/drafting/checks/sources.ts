import type { FixOutcome } from '../../../shared/domain/suggested-fix.ts';
import { allFixes, type BundleScript, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { foldText } from '../markdown/escape.ts';

/** The texts that a note may rest on, by evidence id, folded to one line and in small letters. */
export interface Sources {
  has(evidenceId: string): boolean;
  /** Every evidence id of this session. */
  readonly ids: readonly string[];
  /** The texts of these rows. */
  texts(evidenceIds: readonly string[]): readonly string[];
  /** What the state of these rows says without a word of its own: "it worked", "it was not run". */
  standing(evidenceIds: readonly string[]): readonly string[];
  /** Title, summary, intake, ticket and field of work: every line may name what stands there. */
  readonly session: string;
  /** All rows but the session's own description. */
  readonly record: readonly string[];
}

const known = new WeakMap<InputBundle, Sources>();

/** Indexes a bundle once; the same bundle answers the same index. */
export function sourcesOf(bundle: InputBundle): Sources {
  const index = known.get(bundle) ?? buildSources(bundle);
  known.set(bundle, index);
  return index;
}

function buildSources(bundle: InputBundle): Sources {
  const session = fold([bundle.title, bundle.summary, bundle.intake, bundle.ticket, bundle.domain]);
  const rows = new Map<string, string>();
  const standing = new Map<string, string>();
  for (const fact of bundle.facts) {
    rows.set(fact.evidence_id, fold([fact.text, fact.source_summary]));
  }
  for (const fix of allFixes(bundle)) {
    rows.set(
      fix.evidence_id,
      fold([fix.title, fix.description, fix.outcome_note, `${fix.confidence} %`]),
    );
    standing.set(fix.evidence_id, STANDING[fix.outcome]);
  }
  for (const script of bundle.scripts) {
    const parameters = script.parameters.flatMap(({ name, value }) => [name, value]);
    rows.set(script.evidence_id, fold([script.name, script.outcome, script.undo, ...parameters]));
    standing.set(script.evidence_id, standingOfScript(script));
  }
  const record = [...rows.values()];
  rows.set(SESSION_EVIDENCE, session);
  return {
    has: (evidenceId) => rows.has(evidenceId),
    ids: [...rows.keys()],
    texts: (evidenceIds) => evidenceIds.flatMap((id) => rows.get(id) ?? []),
    standing: (evidenceIds) => evidenceIds.flatMap((id) => standing.get(id) ?? []),
    session,
    record,
  };
}

const STANDING: Record<FixOutcome, string> = {
  proposed: 'it has not been tried yet, not applied, not proven',
  applied: 'it was applied, its result is not known, not verified, not proven yet',
  worked: 'it worked, it helped, it solved the problem, it was applied',
  partly: 'it helped in part, it worked in part, it did not solve the whole problem',
  failed:
    'it did not help, it did not work, it did not solve or fix the problem, ruled out, no effect',
  pending: 'it was applied, its result cannot be verified yet, not known, not proven',
  dismissed: 'it was not tried, not applied, dismissed',
};

function standingOfScript(script: BundleScript): string {
  if (!script.ran) return 'it was not run, has not been run, never ran';
  const undo = script.undo === null ? ', how to undo it is not recorded' : '';
  return script.changes_system
    ? `it was run, it ran, it changed the system${undo}`
    : 'it was run, it ran, it changed nothing on the system, nothing to undo, no change';
}

function fold(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => foldText(part ?? ''))
    .join(' \n ')
    .toLowerCase();
}
