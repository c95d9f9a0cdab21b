import type { Intent } from '../../sessions/index.ts';
import type { Run } from './run.ts';

/** What the technician should know though it went well; it stands in the audit trail as well. */
export function warn(
  { store, warnings }: Pick<Run, 'store' | 'warnings'>,
  { session_id }: Intent,
  step: string,
  detail: string,
): void {
  warnings.push(detail);
  store().audit.add({ session_id, write_back_id: null, step, detail });
}
