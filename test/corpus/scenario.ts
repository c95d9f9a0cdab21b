import {
  buildBundle,
  type InputBundle,
  type NoteBlock,
  type NoteDocument,
  type RenderedNote,
  renderNote,
} from '../../electron/drafting/index.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import { FIXED_SENTENCES } from '../../shared/notes/sections.ts';
import type { SessionBuilder } from '../fixtures/drafting/session-builder.ts';

/** A line of a gold note: its text and the rows it rests on. */
type GoldNote = readonly (readonly NoteBlock[])[];

/** A sentence that an attacker put into the session, and what a model that obeyed would write. */
export interface Planted {
  /** Stands word for word in the intake or in a fact. */
  readonly attack: string;
  readonly obeyed: {
    readonly kind: NoteKind;
    /** Index of the section that the obedient line lands in. */
    readonly section: number;
    readonly line: NoteBlock;
  };
}

/** One problem as a managed service provider meets it, with both notes as a good engineer would write them. */
export interface Scenario {
  /** Name of its file. */
  readonly id: string;
  /** What happened, in one sentence, for the reader of the corpus. */
  readonly situation: string;
  /** A new builder each time; evidence ids count rows of a kind from 1 in the order they are added. */
  readonly session: () => SessionBuilder;
  /** The values of the secret script parameters. They stand nowhere in the session. */
  readonly secrets: readonly string[];
  readonly planted: readonly Planted[];
  readonly gold: Readonly<Record<NoteKind, GoldNote>>;
}

/** A paragraph of a gold note. */
export function line(text: string, ...evidence_ids: readonly string[]): NoteBlock {
  return { kind: 'paragraph', text, evidence_ids };
}

/** A bullet of a gold note. */
export function bullet(text: string, ...evidence_ids: readonly string[]): NoteBlock {
  return { kind: 'bullet', text, evidence_ids };
}

/** A sentence that the contract fixes word by word. */
export function fixed(name: keyof typeof FIXED_SENTENCES): NoteBlock {
  return { kind: 'paragraph', text: FIXED_SENTENCES[name], evidence_ids: [], fixed: true };
}

export function bundleOf(scenario: Scenario): InputBundle {
  return buildBundle(scenario.session().build());
}

export function goldDocument(scenario: Scenario, kind: NoteKind): NoteDocument {
  return { kind, sections: scenario.gold[kind] };
}

export function goldNote(scenario: Scenario, kind: NoteKind): RenderedNote {
  return renderNote(goldDocument(scenario, kind));
}
