import { isolateHistory, redo, redoDepth, undoDepth } from '@codemirror/commands';
import { Annotation, type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';

/** Marks a change that nobody at the keyboard made. */
export const Loaded = Annotation.define<true>();

/** Puts a text in place of another, as one step of its own that can be undone. */
export function replacement(state: EditorState, text: string): TransactionSpec {
  return {
    changes: { from: 0, to: state.doc.length, insert: text },
    annotations: isolateHistory.of('full'),
    userEvent: 'input',
  };
}

/**
 * Puts a text in place of another without the technician's doing. With nothing to undo or to redo
 * it leaves no step behind. Otherwise it is a step of the history: older steps lead from one whole
 * text to another, and applied to a text that they do not know they would make two notes in one.
 */
export function loading(state: EditorState, text: string): readonly Transaction[] {
  if (undoDepth(state) + redoDepth(state) === 0) {
    const unrecorded = [Transaction.addToHistory.of(false), Loaded.of(true)];
    return [state.update({ ...replacement(state, text), annotations: unrecorded })];
  }
  const steps = [...withRedoAsSteps(state)];
  const last = steps.at(-1)?.state ?? state;
  const recorded = [isolateHistory.of('full'), Loaded.of(true)];
  return [...steps, last.update({ ...replacement(last, text), annotations: recorded })];
}

/**
 * A new step would end what can be redone, and words that were undone would be lost with it. So
 * they are redone, and taken back by a step: the text is the same, and undo leads to them.
 */
function withRedoAsSteps(state: EditorState): readonly Transaction[] {
  const steps: Transaction[] = [];
  let current = state;
  const dispatch = (step: Transaction) => {
    steps.push(step);
    current = step.state;
  };
  while (redoDepth(current) > 0 && redo({ state: current, dispatch }));
  if (steps.length > 0) dispatch(current.update(replacement(current, state.doc.toString())));
  return steps;
}
