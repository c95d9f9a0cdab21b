import {
  type EditorState,
  type Extension,
  type Line,
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from '@codemirror/view';
import type { LineMark } from './line-evidence.ts';

class MarkAtLine extends RangeValue {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
}

class Dot extends GutterMarker {
  readonly tone: LineMark['tone'];
  constructor(tone: LineMark['tone']) {
    super();
    this.tone = tone;
  }
  override eq(other: Dot) {
    return other.tone === this.tone;
  }
  override toDOM() {
    const dot = document.createElement('span');
    dot.className = `cm-dot cm-dot-${this.tone}`;
    return dot;
  }
}

class Words extends GutterMarker {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
  override eq(other: Words) {
    return other.mark.label === this.mark.label && other.mark.tone === this.mark.tone;
  }
  override toDOM() {
    const words = document.createElement('span');
    words.className = `cm-words-${this.mark.tone}`;
    words.textContent = this.mark.label;
    return words;
  }
}

/** Brings the marks of a finished check; they stand at their lines and move with the text from then on. */
export const setLineMarks = StateEffect.define<readonly LineMark[]>();

/** The evidence that is pointed at anywhere on the screen; its lines light up. */
export const setLitEvidence = StateEffect.define<readonly string[]>();

const marksField = StateField.define<RangeSet<MarkAtLine>>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    let next = transaction.docChanged ? marks.map(transaction.changes) : marks;
    for (const effect of transaction.effects) {
      if (effect.is(setLineMarks)) next = placeMarks(transaction.newDoc, effect.value);
    }
    return next;
  },
});

const litField = StateField.define<readonly string[]>({
  create: () => [],
  update(lit, transaction) {
    return transaction.effects.reduce(
      (value, effect) => (effect.is(setLitEvidence) ? effect.value : value),
      lit,
    );
  },
});

function placeMarks(text: Text, marks: readonly LineMark[]): RangeSet<MarkAtLine> {
  const placed = new RangeSetBuilder<MarkAtLine>();
  for (const mark of marks) {
    if (mark.line > text.lines) break;
    const { from } = text.line(mark.line);
    placed.add(from, from, new MarkAtLine(mark));
  }
  return placed.finish();
}

/** The mark of the line that starts at an offset. */
export function markAt(view: EditorView, lineStart: number): LineMark | undefined {
  const { to } = view.state.doc.lineAt(lineStart);
  let found: LineMark | undefined;
  view.state.field(marksField).between(lineStart, to, (_from, _to, { mark }) => {
    found = mark;
    return false;
  });
  return found;
}

/** The next line after the caret that rests on this; the first one again after the last. */
export function nextLineOf(state: EditorState, evidenceId: string): Line | undefined {
  const caret = state.doc.lineAt(state.selection.main.head).from;
  let first: number | undefined;
  for (const cursor = state.field(marksField).iter(); cursor.value !== null; cursor.next()) {
    if (!cursor.value.mark.evidenceIds.includes(evidenceId)) continue;
    if (cursor.from > caret) return state.doc.lineAt(cursor.from);
    first ??= cursor.from;
  }
  return first === undefined ? undefined : state.doc.lineAt(first);
}

const lineColours = EditorView.decorations.compute(
  [marksField, litField],
  (state): DecorationSet => {
    const lit = new Set(state.field(litField));
    const lines = new RangeSetBuilder<Decoration>();
    let last = -1;
    for (const cursor = state.field(marksField).iter(); cursor.value !== null; cursor.next()) {
      const { mark } = cursor.value;
      const { from } = state.doc.lineAt(cursor.from);
      const isLit = mark.evidenceIds.some((id) => lit.has(id));
      const names = [
        (mark.tone === 'warn' || mark.tone === 'block') && `cm-line-${mark.tone}`,
        isLit && 'cm-line-lit',
      ].filter(Boolean);
      if (from > last && names.length > 0) {
        lines.add(from, from, Decoration.line({ class: names.join(' ') }));
        last = from;
      }
    }
    return lines.finish();
  },
);

interface MarkGutterOptions {
  /** The pointer is over a line's margin. */
  readonly onPointAt: (mark: LineMark | undefined) => void;
}

/** Dots before the lines, words after them, and coloured lines, all from {@link setLineMarks}. */
export function lineMarksExtension({ onPointAt }: MarkGutterOptions): Extension {
  const domEventHandlers = {
    mousemove(view: EditorView, line: { readonly from: number }) {
      onPointAt(markAt(view, line.from));
      return false;
    },
  };
  const changed = (update: {
    readonly startState: EditorView['state'];
    readonly state: EditorView['state'];
  }) => update.startState.field(marksField) !== update.state.field(marksField);
  return [
    marksField,
    litField,
    lineColours,
    gutter({
      class: 'cm-evidence',
      lineMarker: (view, line) => dotOf(markAt(view, line.from)),
      lineMarkerChange: changed,
      domEventHandlers,
    }),
    gutter({
      class: 'cm-evidence-words',
      side: 'after',
      lineMarker: (view, line) => wordsOf(markAt(view, line.from)),
      lineMarkerChange: changed,
      domEventHandlers,
    }),
  ];
}

function dotOf(mark: LineMark | undefined): GutterMarker | null {
  return mark === undefined ? null : new Dot(mark.tone);
}

function wordsOf(mark: LineMark | undefined): GutterMarker | null {
  return mark === undefined || mark.label === '' ? null : new Words(mark);
}
