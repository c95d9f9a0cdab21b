import { RangeSetBuilder } from '@codemirror/state';
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
} from '@codemirror/view';

/*
 * A note is plain text with headings after `## ` and bullets after `- `. Nothing else in it is markup,
 * so the editor marks nothing else.
 */
const BULLET = '- ';
const HEADING = Decoration.line({ class: 'cm-heading' });

const headings = ViewPlugin.define(
  (view) => ({
    decorations: visibleHeadings(view),
    update({ docChanged, viewportChanged }) {
      if (docChanged || viewportChanged) this.decorations = visibleHeadings(view);
    },
  }),
  { decorations: ({ decorations }) => decorations },
);

function visibleHeadings({ state, visibleRanges }: EditorView): DecorationSet {
  const marked = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      if (line.text.startsWith('## ')) marked.add(line.from, line.from, HEADING);
      at = line.to + 1;
    }
  }
  return marked.finish();
}

/** Enter inside a bullet begins the next one; in an empty bullet it ends the list. */
const continueBullets: Command = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (ranges.length > 1 || !main.empty || state.readOnly) return false;
  if (!line.text.startsWith(BULLET) || main.head < line.from + BULLET.length) return false;
  const isEmpty = line.text.trim() === BULLET.trim();
  const changes = isEmpty
    ? { from: line.from, to: line.to, insert: '' }
    : { from: main.head, insert: `\n${BULLET}` };
  const head = isEmpty ? line.from : main.head + 1 + BULLET.length;
  dispatch(
    state.update({
      changes,
      selection: { anchor: head },
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Whoever types the dash of a bullet that Enter has begun meets the one that is there. */
function joinTypedDash(editor: EditorView, from: number, _to: number, text: string): boolean {
  const line = editor.state.doc.lineAt(from);
  if (text !== ' ' || editor.state.sliceDoc(line.from, from) !== '- -') return false;
  editor.dispatch({
    changes: { from: line.from + 1, to: from, insert: ' ' },
    selection: { anchor: line.from + BULLET.length },
    userEvent: 'input.type',
  });
  return true;
}

/** Headings set off, and bullets that Enter continues. */
export const noteDialect = [
  headings,
  EditorView.inputHandler.of(joinTypedDash),
  keymap.of([{ key: 'Enter', run: continueBullets }]),
];
