import type { CallInput } from '../../../shared/contract/index.ts';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import { LIMITS } from '../../../shared/limits.ts';

/** What a script printed, as evidence of its run. */
export function outputOf(
  { id, session_id, name }: Pick<ScriptGeneration, 'id' | 'session_id' | 'name'>,
  text: string,
): CallInput<'attachments.addText'> {
  const title = `Output of ${name}`.slice(0, LIMITS.attachment_name);
  return { session_id, script_id: id, name: title, text };
}
