import {
  type EditorState,
  type Extension,
  type Line,
  type Range,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from '@codemirror/view';
import type { Finding, SentenceEvidence } from '../../shared/domain/note.ts';
import { type LineMark, lineMark, type SentenceSource } from './sentence-evidence.ts';

/** What the checks say of the text that is in the editor now. */
export interface NoteMarks {
  readonly evidence: readonly SentenceEvidence[];
  readonly findings: readonly Finding[];
}

/** A sentence; words typed at its end belong to it. */
class Sentence extends RangeValue {
  override startSide = 1;
  override endSide = 1;
  readonly source: SentenceSource;
  constructor(source: SentenceSource) {
    super();
    this.source = source;
  }
}

class Found extends RangeValue {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super();
    this.finding = finding;
  }
}

interface Placed {
  readonly sentences: RangeSet<Sentence>;
  readonly found: RangeSet<Found>;
}

/** Brings the marks of a finished check; from then on they move with the text. */
export const setNoteMarks = StateEffect.define<NoteMarks>();

/** The evidence that is pointed at anywhere on the screen; its sentences light up. */
export const setLitEvidence = StateEffect.define<readonly string[]>();

const placedField = StateField.define<Placed>({
  create: () => ({ sentences: RangeSet.empty, found: RangeSet.empty }),
  update(placed, { docChanged, changes, effects, newDoc }) {
    let next = placed;
    if (docChanged) {
      next = { sentences: next.sentences.map(changes), found: next.found.map(changes) };
    }
    for (const effect of effects) {
      if (!effect.is(setNoteMarks)) continue;
      const { evidence, findings } = effect.value;
      next = {
        sentences: placedIn(newDoc.length, evidence, (one) => new Sentence(one)),
        found: placedIn(newDoc.length, findings, (one) => new Found(one)),
      };
    }
    return next;
  },
});

function placedIn<
  Place extends { readonly from: number; readonly to: number },
  Value extends RangeValue,
>(length: number, places: readonly Place[], toValue: (place: Place) => Value): RangeSet<Value> {
  const ranges = places.flatMap((place): readonly Range<Value>[] =>
    place.from <= place.to && place.to <= length
      ? [toValue(place).range(place.from, place.to)]
      : [],
  );
  return RangeSet.of(ranges, true);
}

const litField = StateField.define<readonly string[]>({
  create: () => [],
  update(lit, transaction) {
    return transaction.effects.reduce(
      (value, effect) => (effect.is(setLitEvidence) ? effect.value : value),
      lit,
    );
  },
});

/** What is said of a place in the note: a sentence, or a whole line where no sentence is. */
export interface Pointed {
  readonly line: number;
  readonly sources: readonly SentenceSource[];
  readonly findings: readonly Finding[];
}

/** What is said of the sentence at a place, else of the line around it; undefined for nothing. */
export function pointedAt(state: EditorState, place: number): Pointed | undefined {
  const line = state.doc.lineAt(place);
  const { sentences } = state.field(placedField);
  const [sentence] = within(sentences, place, place);
  return said(state, line.number, sentence?.from ?? line.from, sentence?.to ?? line.to);
}

/** What is said of a whole line. */
export function pointedLine(state: EditorState, lineStart: number): Pointed | undefined {
  const { number, from, to } = state.doc.lineAt(lineStart);
  return said(state, number, from, to);
}

function said(state: EditorState, line: number, from: number, to: number): Pointed | undefined {
  const { sentences, found } = state.field(placedField);
  // A sentence that ends where the next one begins is no part of that one.
  const sources = within(sentences, from, to)
    .filter((one) => from === to || (one.from < to && one.to > from))
    .map(({ value }) => value.source);
  const findings = within(found, from, to).map(({ value }) => value.finding);
  return sources.length + findings.length === 0 ? undefined : { line, sources, findings };
}

interface Within<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** The ranges that touch a stretch of the text; a sentence whose words are gone is none. */
function within<Value extends RangeValue>(set: RangeSet<Value>, from: number, to: number) {
  const ranges: Within<Value>[] = [];
  set.between(from, to, (start, end, value) => {
    if (start < end || value instanceof Found) ranges.push({ from: start, to: end, value });
  });
  return ranges;
}

function markOfLine(state: EditorState, lineStart: number): LineMark | undefined {
  const pointed = pointedLine(state, lineStart);
  if (pointed === undefined) return undefined;
  return lineMark(
    pointed.sources,
    pointed.findings.map(({ level }) => level),
  );
}

/** The next line after the caret that rests on this; the first one again after the last. */
export function nextLineOf(state: EditorState, evidenceId: string): Line | undefined {
  const { head } = state.selection.main;
  const caret = state.doc.lineAt(head).from;
  const starts = within(state.field(placedField).sentences, 0, state.doc.length)
    .filter(({ value }) => value.source.evidence_ids.includes(evidenceId))
    .map(({ from }) => state.doc.lineAt(from).from);
  const next = starts.find((from) => from > caret) ?? starts[0];
  return next === undefined ? undefined : state.doc.lineAt(next);
}

const colours = EditorView.decorations.compute([placedField, litField], (state): DecorationSet => {
  const { sentences, found } = state.field(placedField);
  const lit = state.field(litField);
  const worst = new Map<number, Finding['level']>();
  for (const { from, value } of within(found, 0, state.doc.length)) {
    const line = state.doc.lineAt(from).from;
    if (worst.get(line) !== 'block') worst.set(line, value.finding.level);
  }
  const lines = [...worst].map(([from, level]) =>
    Decoration.line({ class: `cm-line-${level}` }).range(from),
  );
  const lights = within(sentences, 0, state.doc.length)
    .filter(({ value }) => value.source.evidence_ids.some((id) => lit.includes(id)))
    .map(({ from, to }) => Decoration.mark({ class: 'cm-lit' }).range(from, to));
  return Decoration.set([...lines, ...lights], true);
});

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

/**
 * Dots before the lines, words after them, and coloured lines and sentences, all from
 * {@link setNoteMarks}. `onPointAt` is called while the pointer is over a line's margin.
 */
export function evidenceExtension(onPointAt: (pointed: Pointed | undefined) => void): Extension {
  const gutterOf = (
    name: string,
    side: 'before' | 'after',
    markerOf: (mark: LineMark) => GutterMarker | null,
  ) =>
    gutter({
      class: name,
      side,
      lineMarker(view, line) {
        const mark = markOfLine(view.state, line.from);
        return mark === undefined ? null : markerOf(mark);
      },
      lineMarkerChange: ({ startState, state }) =>
        startState.field(placedField) !== state.field(placedField),
      domEventHandlers: {
        mousemove(view, line) {
          onPointAt(pointedLine(view.state, line.from));
          return false;
        },
      },
    });
  return [
    placedField,
    litField,
    colours,
    gutterOf('cm-evidence', 'before', ({ tone }) => new Dot(tone)),
    gutterOf('cm-evidence-words', 'after', (mark) => (mark.label === '' ? null : new Words(mark))),
  ];
}
