import { allFixes, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import { foldText } from '../markdown/escape.ts';

/** The texts that a note may rest on, by evidence id, folded to one line and in small letters. */
export interface Sources {
  has(evidenceId: string): boolean;
  /** The texts of these rows. */
  texts(evidenceIds: readonly string[]): readonly string[];
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
  for (const fact of bundle.facts) {
    rows.set(fact.evidence_id, fold([fact.text, fact.source_summary]));
  }
  for (const fix of allFixes(bundle)) {
    rows.set(
      fix.evidence_id,
      fold([fix.title, fix.description, fix.outcome_note, `${fix.confidence} %`]),
    );
  }
  for (const script of bundle.scripts) {
    const parameters = script.parameters.flatMap(({ name, value }) => [name, value]);
    rows.set(script.evidence_id, fold([script.name, script.outcome, ...parameters]));
  }
  const record = [...rows.values()];
  rows.set(SESSION_EVIDENCE, session);
  return {
    has: (evidenceId) => rows.has(evidenceId),
    texts: (evidenceIds) => evidenceIds.flatMap((id) => rows.get(id) ?? []),
    session,
    record,
  };
}

function fold(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => foldText(part ?? ''))
    .join(' \n ')
    .toLowerCase();
}
