import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { loading, replacement } from '../../../../renderer/preview/note-replacing.ts';

function editor(doc: string) {
  let state = EditorState.create({ doc, extensions: [history()] });
  const change = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const press = (command: StateCommand) => {
    const done = command({
      state,
      dispatch: (step) => {
        state = step.state;
      },
    });
    return done ? state.doc.toString() : null;
  };
  return {
    text: () => state.doc.toString(),
    type: (insert: string, from = 0) =>
      change({ changes: { from, insert }, userEvent: 'input.type' }),
    take: (text: string) => change(replacement(state, text)),
    load: (text: string) => {
      state = loading(state, text).at(-1)?.state ?? state;
    },
    undo: () => press(undo),
    redo: () => press(redo),
  };
}

describe('a text that comes by itself', () => {
  it('leaves no step behind where there is nothing to undo', () => {
    const note = editor('GENERATED ONE\n');
    note.load('GENERATED TWO\n');
    expect(note.text()).toBe('GENERATED TWO\n');
    expect(note.undo()).toBeNull();
  });

  it('never makes two notes in one: undo leads back through whole texts', () => {
    const note = editor('GENERATED ONE\n');
    note.type('MY WORDS. ');
    note.take('GENERATED TWO\n');
    note.load('GENERATED THREE\n');
    expect(note.undo()).toBe('GENERATED TWO\n');
    expect(note.undo()).toBe('MY WORDS. GENERATED ONE\n');
    expect(note.undo()).toBe('GENERATED ONE\n');
    expect(note.undo()).toBeNull();
    expect([note.redo(), note.redo(), note.redo()]).toEqual([
      'MY WORDS. GENERATED ONE\n',
      'GENERATED TWO\n',
      'GENERATED THREE\n',
    ]);
  });

  it('keeps words that were undone', () => {
    const note = editor('GENERATED ONE\n');
    note.type('MY WORDS. ');
    note.undo();
    note.load('GENERATED TWO\n');
    expect(note.text()).toBe('GENERATED TWO\n');
    expect(note.undo()).toBe('GENERATED ONE\n');
    expect(note.undo()).toBe('MY WORDS. GENERATED ONE\n');
  });

  it('is a step apart from the typing right before and after it', () => {
    const note = editor('ONE');
    note.type('a');
    note.load('TWO');
    note.type('b');
    note.take('THREE');
    note.type('c');
    expect([note.undo(), note.undo(), note.undo(), note.undo(), note.undo()]).toEqual([
      'THREE',
      'bTWO',
      'TWO',
      'aONE',
      'ONE',
    ]);
  });
});
