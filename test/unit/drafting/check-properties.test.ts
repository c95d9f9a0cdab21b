import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  checkNote,
  draftLocally,
  renderNote,
} from '../../../electron/drafting/index.ts';
import { NOTE_KINDS, noteCheckSchema } from '../../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { runs } from '../../exploring/runs.ts';
import { anySession, hostileText, TROUBLE } from '../../fixtures/drafting/arbitrary-session.ts';
import { repaired } from '../../fixtures/drafting/notes.ts';

const kind = fc.constantFrom(...NOTE_KINDS);
const line = fc.oneof(
  fc.constantFrom(
    ...TROUBLE,
    '',
    '',
    '- ',
    ...NOTE_HEADINGS.resolve.map((heading) => `## ${heading}`),
    ...NOTE_HEADINGS.escalate.map((heading) => `## ${heading}`),
  ),
  hostileText(5),
  hostileText(5).map((text) => `- ${text}`),
);
const anyNote = fc.oneof(
  fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('the checks, whatever a technician types', () => {
  it('answer findings that fit the note and the contract', () => {
    fc.assert(
      fc.property(kind, anyNote, anySession, (noteKind, markdown, snapshot) => {
        const bundle = buildBundle(snapshot);
        const base = renderNote(draftLocally(noteKind, bundle));
        const check = checkNote({ kind: noteKind, markdown, bundle, bases: [base] });
        expect(noteCheckSchema.safeParse(check).error).toBeUndefined();
        const lines = markdown.split('\n').length;
        for (const { from, to, line: number, repair } of check.findings) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(markdown.length);
          expect(number).toBeLessThanOrEqual(lines);
          expect(number).toBe(markdown.slice(0, from).split('\n').length);
          if (repair === null) continue;
          expect(repair.from).toBeLessThanOrEqual(repair.to);
          expect(repair.to).toBeLessThanOrEqual(markdown.length);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('offer repairs that take their finding away', () => {
    fc.assert(
      fc.property(kind, anyNote, anySession, (noteKind, markdown, snapshot) => {
        const bundle = buildBundle(snapshot);
        const find = (text: string) =>
          checkNote({ kind: noteKind, markdown: text, bundle, bases: [] }).findings;
        for (const finding of find(markdown)) {
          if (finding.repair === null) continue;
          const after = repaired(markdown, finding);
          expect(after).not.toBe(markdown);
          const same = (text: string) =>
            find(text).filter(
              (one) => one.rule_id === finding.rule_id && one.message === finding.message,
            ).length;
          expect(same(after)).toBeLessThan(same(markdown));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
