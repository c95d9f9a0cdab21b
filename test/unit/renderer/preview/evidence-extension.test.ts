import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  evidenceExtension,
  nextLineOf,
  pointedAt,
  pointedLine,
  setNoteMarks,
} from '../../../../renderer/preview/evidence-extension.ts';
import type { Finding, SentenceEvidence } from '../../../../shared/domain/note.ts';

const TEXT = '## Problem\nMail failed. It works now.\n\n- Webmail works.\n';

function sentence(words: string, ...evidence_ids: string[]): SentenceEvidence {
  const from = TEXT.indexOf(words);
  const line = TEXT.slice(0, from).split('\n').length;
  return { line, from, to: from + words.length, provenance: 'generated', evidence_ids };
}

function doubt(words: string): Finding {
  const { line, from, to } = sentence(words);
  const finding = { rule_id: 'V1', level: 'warn', can_override: true, message: 'Doubt' } as const;
  return { ...finding, line, from, to, repair: null };
}

function note() {
  let state = EditorState.create({ doc: TEXT, extensions: [evidenceExtension(() => undefined)] });
  const change = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  change({
    effects: setNoteMarks.of({
      evidence: [
        sentence('Mail failed.', 'fact:1'),
        sentence('It works now.', 'fact:2'),
        sentence('Webmail works.', 'fact:1', 'fact:3'),
      ],
      findings: [doubt('It works now.')],
    }),
  });
  const place = (words: string) => state.doc.toString().indexOf(words);
  return {
    state: () => state,
    insert: (at: number, insert: string) => change({ changes: { from: at, insert } }),
    remove: (words: string) =>
      change({ changes: { from: place(words), to: place(words) + words.length } }),
    place,
    rowsAt: (words: string) =>
      pointedAt(state, place(words))?.sources.flatMap(({ evidence_ids }) => evidence_ids),
  };
}

describe('a place in the note', () => {
  it('shows the rows and the doubts of its sentence alone', () => {
    const { state, place, rowsAt } = note();
    expect(rowsAt('failed')).toEqual(['fact:1']);
    expect(rowsAt('works now')).toEqual(['fact:2']);
    expect(pointedAt(state(), place('failed'))?.findings).toEqual([]);
    expect(pointedAt(state(), place('works now'))?.findings).toMatchObject([{ message: 'Doubt' }]);
    expect(rowsAt('Problem')).toBeUndefined();
  });

  it('shows the whole line from its margin, and where no sentence is', () => {
    const { state, place } = note();
    const line = pointedLine(state(), place('Mail'));
    expect(line?.sources.map(({ evidence_ids }) => evidence_ids[0])).toEqual(['fact:1', 'fact:2']);
    expect(pointedAt(state(), place('- Webmail'))?.sources).toHaveLength(1);
  });

  it('moves with the text while it is typed', () => {
    const { state, insert, place, rowsAt } = note();
    insert(0, 'A line.\n');
    insert(place('failed'), 'quietly ');
    expect(rowsAt('failed')).toEqual(['fact:1']);
    expect(rowsAt('works now')).toEqual(['fact:2']);
    expect(pointedAt(state(), place('works now'))?.line).toBe(3);
  });

  it('takes words at the end of a sentence to it, and words before it not', () => {
    const { insert, place, rowsAt } = note();
    insert(place(' It works'), ' Twice');
    expect(rowsAt('Twice')).toEqual(['fact:1']);
    insert(place('It works'), 'Now ');
    expect(rowsAt('ow It works')).not.toEqual(['fact:2']);
  });

  it('goes to its own line when a line is divided', () => {
    const { state, insert, place } = note();
    insert(place('It works'), '\n- ');
    const line = pointedLine(state(), place('- It works'));
    expect(line?.sources).toMatchObject([{ evidence_ids: ['fact:2'] }]);
    expect(pointedLine(state(), place('Mail'))?.sources).toMatchObject([
      { evidence_ids: ['fact:1'] },
    ]);
  });

  it('is gone with its words', () => {
    const { state, remove, place } = note();
    remove('Mail failed. ');
    expect(pointedLine(state(), place('It works'))?.sources).toMatchObject([
      { evidence_ids: ['fact:2'] },
    ]);
    remove('Webmail works.');
    expect(pointedLine(state(), place('- '))).toBeUndefined();
  });
});

it('leads from a row to its lines, one after the other and around', () => {
  const { state, place } = note();
  const at = (head: number) => state().update({ selection: { anchor: head } }).state;
  expect(nextLineOf(at(0), 'fact:1')?.number).toBe(2);
  expect(nextLineOf(at(place('Mail')), 'fact:1')?.number).toBe(4);
  expect(nextLineOf(at(place('Webmail')), 'fact:1')?.number).toBe(2);
  expect(nextLineOf(at(0), 'fact:9')).toBeUndefined();
});
