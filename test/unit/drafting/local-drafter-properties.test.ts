import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  checkNote,
  draftLocally,
  renderNote,
} from '../../../electron/drafting/index.ts';
import { NOTE_KINDS } from '../../../shared/domain/note.ts';
import { anySession } from '../../fixtures/drafting/arbitrary-session.ts';

describe('the local drafter, whatever the session holds', () => {
  it.each(NOTE_KINDS)('writes a %s note without a blocking finding', (kind) => {
    fc.assert(
      fc.property(anySession, (snapshot) => {
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
      }),
      { numRuns: 300 },
    );
  });

  it.each(NOTE_KINDS)('writes the same %s note each time', (kind) => {
    fc.assert(
      fc.property(anySession, (snapshot) => {
        const draft = () => renderNote(draftLocally(kind, buildBundle(snapshot)));
        expect(draft()).toEqual(draft());
      }),
      { numRuns: 50 },
    );
  });
});
