import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';

/** Finds the words behind an evidence id; `undefined` for one that is gone. */
export type EvidenceNames = (evidenceId: string) => string | undefined;

/** Names for everything in a session that a line can rest on. */
export function evidenceNames(snapshot: SessionSnapshot): EvidenceNames {
  const names = new Map<string, string>([['session', 'Title, problem and ticket of this session']]);
  for (const { id, text } of snapshot.facts) names.set(`fact:${id}`, text);
  for (const { id, title } of snapshot.fixes) names.set(`fix:${id}`, `Fix: ${title}`);
  for (const { id, name } of snapshot.scripts) names.set(`script:${id}`, `Script: ${name}`);
  return (evidenceId) => names.get(evidenceId);
}
