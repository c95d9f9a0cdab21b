import { HAND_OFF_FIELDS } from '../../../../shared/domain/session.ts';
import { outputAttachments, textOf } from '../request.ts';
import type { ToolContext } from './tool.ts';

/**
 * Names, numbers and paths of proposed words that stand nowhere in this session. What the copilot said
 * itself bears nothing out, nor does what it proposed and nobody confirmed.
 */
export function unsupportedIn(text: string, context: ToolContext): string[] {
  const { store, session_id, unsupported } = context;
  const snapshot = context.snapshot();
  const { session } = snapshot;
  const near = [
    session.title,
    session.summary,
    session.customer_summary ?? '',
    ...HAND_OFF_FIELDS.map((field) => session[field] ?? ''),
    session.intake,
    ...(session.ticket_ref === null ? [] : [`CW #${session.ticket_ref}`]),
    ...technicianWords(snapshot.messages),
    ...snapshot.facts
      .filter(({ status }) => status === 'confirmed')
      .flatMap((fact) => [fact.text, fact.source_summary ?? '', fact.customer_wording ?? '']),
    ...snapshot.names.flatMap(({ name, wording }) => [name, wording ?? '']),
    ...snapshot.fixes.flatMap((fix) => [
      fix.title,
      fix.description,
      ...[fix.outcome_note ?? '', fix.done ?? ''],
    ]),
    ...snapshot.scripts.flatMap((script) => [
      script.name,
      script.outcome ?? '',
      ...script.parameters.map(({ value }) => value ?? ''),
    ]),
  ].filter((source) => source !== '');
  const missing = unsupported(text, near);
  if (missing.length === 0) return [];
  // Long texts are read only where something is still missing.
  const far = [
    ...outputAttachments(snapshot).map((attachment) => textOf(store, attachment)),
    ...(snapshot.earlier_messages > 0 ? technicianWords(store.messages.list(session_id)) : []),
  ];
  return far.length === 0 ? [...missing] : [...unsupported(text, [...near, ...far])];
}

function technicianWords(
  messages: readonly { readonly author: string; readonly body: string }[],
): string[] {
  return messages.filter(({ author }) => author === 'technician').map(({ body }) => body);
}
