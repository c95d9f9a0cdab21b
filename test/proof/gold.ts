import type {
  InputBundle,
  NoteBlock,
  NoteDocument,
  NoteSentence,
} from '../../electron/drafting/index.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import { bundleOf, goldDocument, type Scenario } from '../corpus/scenario.ts';

/** A right note, as a good engineer would write it, and its session. */
export interface Gold {
  readonly scenario: Scenario;
  readonly kind: NoteKind;
  readonly document: NoteDocument;
  readonly bundle: InputBundle;
}

/** A note with one thing made wrong. */
export interface WrongNote {
  /** What was changed, for the reader of a list. */
  readonly what: string;
  readonly document: NoteDocument;
  /** A change to the finished text, where sentences cannot express it. What it touches is the technician's. */
  readonly edit?: (markdown: string) => string;
  /** Secrets that the session knows beside the scenario's own. */
  readonly secrets?: readonly string[];
}

/** One kind of mistake, and who can be expected to see it. */
export interface WrongClass {
  readonly name: string;
  /** `program`: typed values, structure and secrets. `reader`: meaning, which no program decides. */
  readonly seen_by: 'program' | 'reader';
  readonly make: (gold: Gold) => readonly WrongNote[];
}

export function goldOf(scenario: Scenario, kind: NoteKind): Gold {
  return { scenario, kind, document: goldDocument(scenario, kind), bundle: bundleOf(scenario) };
}

/** A generated sentence of a note and its place. */
export interface PlacedSentence {
  readonly section: number;
  readonly block: number;
  readonly index: number;
  readonly sentence: NoteSentence;
}

export function sentencesOf(document: NoteDocument): PlacedSentence[] {
  return document.sections.flatMap((blocks, section) =>
    blocks.flatMap(({ sentences }, block) =>
      sentences.flatMap((sentence, index) =>
        sentence.fixed ? [] : [{ section, block, index, sentence }],
      ),
    ),
  );
}

/** The note with one sentence replaced by others. */
export function withSentences(
  document: NoteDocument,
  { section, block, index }: PlacedSentence,
  sentences: readonly NoteSentence[],
): NoteDocument {
  const change = (one: NoteBlock): NoteBlock => ({
    ...one,
    sentences: one.sentences.flatMap((old, at) => (at === index ? sentences : [old])),
  });
  return withSection(
    document,
    section,
    (document.sections[section] ?? []).map((one, at) => (at === block ? change(one) : one)),
  );
}

export function withSection(
  document: NoteDocument,
  section: number,
  blocks: readonly NoteBlock[],
): NoteDocument {
  return {
    ...document,
    sections: document.sections.map((old, index) => (index === section ? blocks : old)),
  };
}

/** The note with one more bullet at the end of a section; standard sentences there go. */
export function withBullet(
  document: NoteDocument,
  section: number,
  sentence: NoteSentence,
): NoteDocument {
  const kept = (document.sections[section] ?? []).filter(({ sentences }) =>
    sentences.some(({ fixed }) => !fixed),
  );
  return withSection(document, section, [...kept, { kind: 'bullet', sentences: [sentence] }]);
}

/** The note with a sentence joined to the end of the last paragraph or bullet of a section. */
export function withJoined(
  document: NoteDocument,
  section: number,
  sentence: NoteSentence,
): NoteDocument {
  const blocks = document.sections[section] ?? [];
  const last = blocks.at(-1);
  if (last === undefined || last.sentences.every(({ fixed }) => fixed)) {
    return withBullet(document, section, sentence);
  }
  return withSection(document, section, [
    ...blocks.slice(0, -1),
    { ...last, sentences: [...last.sentences, sentence] },
  ]);
}

/**
 * Notes in which a change was made to one sentence each. `change` answers the new text, or null where
 * the sentence offers nothing to change.
 */
export function changedSentences(
  { document }: Gold,
  change: (text: string, place: PlacedSentence) => string | null,
): WrongNote[] {
  return sentencesOf(document).flatMap((place) => {
    const text = change(place.sentence.text, place);
    if (text === null || text === place.sentence.text) return [];
    return [
      {
        what: `${place.sentence.text} → ${text}`,
        document: withSentences(document, place, [{ ...place.sentence, text }]),
      },
    ];
  });
}

/** `count` of the list: another choice for each note, and always the same one. */
export function pick<Item>(items: readonly Item[], seed: string, count: number): Item[] {
  let state = 7;
  for (const letter of seed) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return items
    .map((_, index) => items[(state + index * 7) % items.length])
    .filter((item): item is Item => item !== undefined)
    .filter((item, index, all) => all.indexOf(item) === index)
    .slice(0, count);
}
