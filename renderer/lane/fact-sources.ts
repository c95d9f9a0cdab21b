import type { FactRole, SourceType } from '../../shared/domain/fact.ts';
import { SOURCE_TYPE_WORDS } from '../ui/words.ts';

/** How a text in the lane can become a fact. */
export interface FactKind {
  readonly sourceType: SourceType;
  /** Null takes the default of the source. */
  readonly role: FactRole | null;
  readonly label: string;
}

const bySource = (sourceType: SourceType): FactKind => ({
  sourceType,
  role: null,
  label: SOURCE_TYPE_WORDS[sourceType],
});

/** In the order in which they are offered. */
export const FACT_KINDS: readonly FactKind[] = [
  bySource('diagnostic_check'),
  bySource('user_report'),
  bySource('technician'),
  bySource('script_output'),
  { sourceType: 'technician', role: 'cause', label: 'Cause' },
];
