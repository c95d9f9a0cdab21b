import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  checkNote,
  type DraftingSnapshot,
  draftLocally,
  renderNote,
} from '../../../electron/drafting/index.ts';
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note.ts';
import { runs } from '../../exploring/runs.ts';
import { anySession } from '../../fixtures/drafting/arbitrary-session.ts';
import { type SessionBuilder, session } from '../../fixtures/drafting/session-builder.ts';

function expectNoBlock(kind: NoteKind, snapshot: DraftingSnapshot): void {
  const bundle = buildBundle(snapshot);
  const note = renderNote(draftLocally(kind, bundle));
  const { findings, evidence } = checkNote({
    kind,
    markdown: note.markdown,
    bundle,
    bases: [note],
  });
  expect(findings.filter((finding) => finding.level === 'block')).toEqual([]);
  expect(evidence.map((line) => line.line)).toEqual(note.evidence.map((line) => line.line));
}

/** Sessions that once got a note with a blocking finding. */
const FOUND: readonly (readonly [NoteKind, SessionBuilder])[] = [
  ['resolve', session().fix('did not help, server DESK-114 Outlook', { outcome: 'applied' })],
  [
    'resolve',
    session()
      .fact('technician', 'NGD-DC01 Outlook')
      .fix('server Outlook', { description: '# Heading', confidence: 0 }),
  ],
  [
    'escalate',
    session()
      .fix('Clear the stored sign-in', { confidence: 97, outcome: 'worked' })
      .generated('It worked.asks'),
  ],
  ['escalate', session().ran('Ping x', 'X<.. restart,', { changes_system: true, undo: '> quote' })],
  [
    'escalate',
    session().fact('diagnostic_check', '{{password}} did not help', { source_summary: 'Typed {{' }),
  ],
  [
    'resolve',
    session()
      .fact('technician', 'DC01 is low on disk space.')
      .fix('Free disk space on the server', { description: 'It is low.', confidence: 0 }),
  ],
];

describe('the local drafter, whatever the session holds', () => {
  it.each(NOTE_KINDS)('writes a %s note without a blocking finding', (kind) => {
    fc.assert(
      fc.property(anySession, (snapshot) => expectNoBlock(kind, snapshot)),
      { numRuns: runs(300) },
    );
  });

  it.each(FOUND)('writes a %s note without one for what exploring found', (kind, built) => {
    expectNoBlock(kind, built.build());
  });

  it.each(NOTE_KINDS)('writes the same %s note each time', (kind) => {
    fc.assert(
      fc.property(anySession, (snapshot) => {
        const draft = () => renderNote(draftLocally(kind, buildBundle(snapshot)));
        expect(draft()).toEqual(draft());
      }),
      { numRuns: runs(50) },
    );
  });
});
