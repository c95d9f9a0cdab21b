import type { InputBundle, NoteBlock, NoteDocument } from '../../../electron/drafting/index.ts';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { bundleOf, goldDocument, type Scenario } from '../../corpus/scenario.ts';
import { recordOf, type SessionRecord } from './record.ts';

/** A note with one thing made wrong, which the named rule has to see. */
export interface Mutant {
  readonly expected_rule: string;
  /** Where a warning is all that a program can answer for; else the rule's own level is wanted. */
  readonly expected_level?: 'warn';
  readonly kind_of_mutation: string;
  /** What was changed, for the reader of a list of missed ones. */
  readonly what: string;
  readonly document: NoteDocument;
  /**
   * A change that plain lines cannot express (headings, markup, hidden characters), made in the
   * markdown as a hand would; a line it touches becomes the technician's.
   */
  readonly edit?: (markdown: string) => string;
  /** The session, where the mutation needs words in it that the scenario does not have. */
  readonly bundle?: InputBundle;
  /** Secret values that the session's guard knows. */
  readonly secrets?: readonly string[];
}

/** A correct note, and all that mutations look at. */
export interface Gold {
  readonly scenario: Scenario;
  readonly kind: NoteKind;
  readonly document: NoteDocument;
  readonly bundle: InputBundle;
  readonly record: SessionRecord;
}

/** Makes wrong notes of a correct one: none where the note or session offers nothing to get wrong. */
export type Mutation = (gold: Gold) => readonly Mutant[];

/** A line of a gold note that rests on rows, and where it stands. */
export interface GoldLine {
  readonly section: number;
  readonly index: number;
  readonly block: NoteBlock;
}

export function goldOf(scenario: Scenario, kind: NoteKind): Gold {
  const bundle = bundleOf(scenario);
  return {
    scenario,
    kind,
    document: goldDocument(scenario, kind),
    bundle,
    record: recordOf(bundle),
  };
}

/** Every line that is not fixed by the contract. */
export function linesOf(document: NoteDocument): GoldLine[] {
  return document.sections.flatMap((blocks, section) =>
    blocks.flatMap((block, index) => (block.fixed === true ? [] : [{ section, index, block }])),
  );
}

/** The note with one line replaced. */
export function withLine(document: NoteDocument, place: GoldLine, block: NoteBlock): NoteDocument {
  return {
    ...document,
    sections: document.sections.map((blocks, section) =>
      section === place.section
        ? blocks.map((one, index) => (index === place.index ? block : one))
        : blocks,
    ),
  };
}

/** The note with a line more at the end of a section; a sentence that says "nothing" goes. */
export function withAdded(document: NoteDocument, section: number, block: NoteBlock): NoteDocument {
  const kept = (document.sections[section] ?? []).filter((one) => one.fixed !== true);
  return withSection(document, section, [...kept, block]);
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

export function bullet(text: string, ...evidence_ids: readonly string[]): NoteBlock {
  return { kind: 'bullet', text, evidence_ids };
}

/** Indexes of the sections that mutations speak of. */
export const SECTIONS = {
  resolve: { problem: 0, confirmed: 1, cause: 2, done: 3 },
  escalate: { problem: 0, confirmed: 1, done: 2, hypothesis: 3, next: 4 },
} as const;

/** `count` of the list, another choice for each scenario, and always the same one. */
export function pick<Item>(items: readonly Item[], gold: Gold, count: number): Item[] {
  const start = Array.from(`${gold.scenario.id} ${gold.kind}`).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973,
    7,
  );
  return items
    .map((_, index) => items[(start + index) % items.length])
    .filter((item): item is Item => item !== undefined)
    .slice(0, count);
}
