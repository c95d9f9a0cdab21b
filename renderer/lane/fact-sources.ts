import type { SourceType } from '../../shared/domain/fact.ts';

/** Sources that a text in the lane can have, in the order in which they are offered. */
export const SELECTION_SOURCES: readonly {
  readonly sourceType: SourceType;
  readonly label: string;
}[] = [
  { sourceType: 'diagnostic_check', label: 'Check' },
  { sourceType: 'user_report', label: 'User report' },
  { sourceType: 'technician', label: 'Technician' },
  { sourceType: 'script_output', label: 'Script output' },
];
