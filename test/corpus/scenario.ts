import { buildBundle, type InputBundle } from '../../electron/drafting/bundle.ts';
import {
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  type NoteSentence,
  type RenderedNote,
  renderNote,
  sentence,
} from '../../electron/drafting/note-document.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { NoteLanguage } from '../../shared/domain/session.ts';
import { FIXED_SENTENCES, type FixedSentences } from '../../shared/notes/sections.ts';
import type { SessionBuilder } from '../fixtures/drafting/session-builder.ts';

/** The blocks of a gold note under each heading of its kind. */
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

/** A sentence of a gold note with the rows it rests on. */
export function s(text: string, ...evidence_ids: readonly string[]): NoteSentence {
  return sentence(text, ...evidence_ids);
}

/** A paragraph of a gold note: one sentence with its rows, or sentences that each have their own. */
export function line(text: string, ...evidence_ids: readonly string[]): NoteBlock;
export function line(...sentences: readonly NoteSentence[]): NoteBlock;
export function line(...parts: readonly (string | NoteSentence)[]): NoteBlock {
  return { kind: 'paragraph', sentences: sentencesOf(parts) };
}

/** A bullet of a gold note: one sentence with its rows, or sentences that each have their own. */
export function bullet(text: string, ...evidence_ids: readonly string[]): NoteBlock;
export function bullet(...sentences: readonly NoteSentence[]): NoteBlock;
export function bullet(...parts: readonly (string | NoteSentence)[]): NoteBlock {
  return { kind: 'bullet', sentences: sentencesOf(parts) };
}

function sentencesOf(parts: readonly (string | NoteSentence)[]): NoteSentence[] {
  const [text, ...ids] = parts.filter((part) => typeof part === 'string');
  const sentences = parts.filter((part) => typeof part !== 'string');
  return text === undefined ? sentences : [s(text, ...ids)];
}

/** A sentence that is the same in every note of a language. */
export function fixed(name: keyof FixedSentences, language: NoteLanguage = 'en'): NoteBlock {
  return { kind: 'paragraph', sentences: [fixedSentence(FIXED_SENTENCES[language][name])] };
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
