import { defaultRole, type FactRole, type SourceType } from '../../shared/domain/fact.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import { LIMITS } from '../../shared/limits.ts';
import { singleLine } from '../../shared/text.ts';
import { type CommandName, findCommand, usageOf } from './command-list.ts';

/** What a line in the composer asks for, once it is understood. */
export type SlashCommand =
  | {
      readonly type: 'fact';
      readonly sourceType: SourceType;
      readonly role: FactRole;
      readonly text: string;
    }
  | {
      readonly type: 'fix';
      readonly confidence: number;
      readonly title: string;
      readonly description: string;
    }
  | { readonly type: 'ran'; readonly name: string; readonly outcome: string }
  | { readonly type: 'check'; readonly instruction: string }
  | { readonly type: 'script'; readonly search: string }
  | { readonly type: 'note'; readonly body: string }
  | { readonly type: 'preview'; readonly kind: NoteKind };

/** The composer's text, read: a message to send, a command to run, or what is wrong, in words. */
export type ComposerInput =
  | { readonly type: 'empty' }
  | { readonly type: 'message'; readonly body: string }
  | { readonly type: 'command'; readonly command: SlashCommand }
  | { readonly type: 'problem'; readonly message: string };

/** A slash, one word, and the rest. `/etc/hosts` is a path, not a command, and stays a message. */
const COMMAND_LINE = /^\/([a-z]+)(?:[ \t\n]+([\s\S]*))?$/i;

/** A dash with space around it; a hyphen inside a word or between digits is left alone. */
const SPACED_DASH = /\s+(?:—|–|-{1,2})\s+|\n+/;
/** Tried second: people also write an em dash without spaces. */
const BARE_DASH = /—|–/;

/** Reads the composer's text. Never throws: what it cannot understand it says in words. */
export function readComposer(raw: string): ComposerInput {
  const text = raw.trimEnd();
  if (text.trim() === '') return { type: 'empty' };
  const match = COMMAND_LINE.exec(text);
  if (match === null) return readMessage(text.trim());

  const word = (match[1] ?? '').toLowerCase();
  const found = findCommand(word);
  if (found === undefined) {
    return problem(
      `There’s no command /${word}. Type / to see them all, or start with a space to send it.`,
    );
  }
  return readCommand(found.name, (match[2] ?? '').trim());
}

function readMessage(body: string): ComposerInput {
  return tooLong('A message', body, LIMITS.message) ?? { type: 'message', body };
}

function readCommand(name: CommandName, rest: string): ComposerInput {
  switch (name) {
    case 'fact':
      return readFact(name, 'technician', rest);
    case 'check':
      return readFact(name, 'diagnostic_check', rest);
    case 'user':
      return readFact(name, 'user_report', rest);
    case 'cause':
      return readFact(name, 'technician', rest, 'cause');
    case 'did':
      return readFact(name, 'technician', rest, 'change');
    case 'works':
      return readFact(name, 'diagnostic_check', rest, 'confirmation');
    case 'userworks':
      return readFact(name, 'user_report', rest, 'confirmation');
    case 'next':
      return readCheck(rest);
    case 'note':
      return readNote(rest);
    case 'script':
      return { type: 'command', command: { type: 'script', search: singleLine(rest) } };
    case 'fix':
      return readFix(rest);
    case 'ran':
      return readRun(rest);
    case 'resolve':
    case 'escalate':
      return { type: 'command', command: { type: 'preview', kind: name } };
  }
}

function readFact(
  name: CommandName,
  sourceType: SourceType,
  text: string,
  role = defaultRole(sourceType),
): ComposerInput {
  if (text === '') return problem(`Add the fact after the command: ${usageOf(name)}`);
  return (
    tooLong('A fact', text, LIMITS.fact) ?? {
      type: 'command',
      command: { type: 'fact', sourceType, role, text },
    }
  );
}

function readCheck(instruction: string): ComposerInput {
  if (instruction === '') return problem(`Add the step after the command: ${usageOf('next')}`);
  return (
    tooLong('A check', instruction, LIMITS.check) ?? {
      type: 'command',
      command: { type: 'check', instruction },
    }
  );
}

function readNote(body: string): ComposerInput {
  if (body === '') return problem(`Add the text after the command: ${usageOf('note')}`);
  return (
    tooLong('A message', body, LIMITS.message) ?? {
      type: 'command',
      command: { type: 'note', body },
    }
  );
}

function readFix(rest: string): ComposerInput {
  const match = /^(-?\d+(?:[.,]\d+)?)\s*%?(?:\s+([\s\S]*))?$/.exec(rest);
  const confidence = Number((match?.[1] ?? '').replace(',', '.') || Number.NaN);
  if (match === null || !Number.isInteger(confidence) || confidence < 0 || confidence > 100) {
    return problem(`Start with a number from 0 to 100: ${usageOf('fix')}`);
  }
  const [head, description] = splitAtDash(match[2] ?? '');
  const title = singleLine(head);
  if (title === '') return problem(`Add a title after the number: ${usageOf('fix')}`);
  return (
    tooLong('The title of a fix', title, LIMITS.fix_title) ??
    tooLong('The description of a fix', description, LIMITS.fix_description) ?? {
      type: 'command',
      command: { type: 'fix', confidence, title, description },
    }
  );
}

function readRun(rest: string): ComposerInput {
  const [head, outcome] = splitAtDash(rest);
  const name = singleLine(head);
  if (name === '') return problem(`Add the name of the script: ${usageOf('ran')}`);
  if (outcome === '') {
    return problem(`Add the result after a dash: ${usageOf('ran')}`);
  }
  return (
    tooLong('The name of a script', name, LIMITS.script_name) ??
    tooLong('The result', outcome, LIMITS.script_outcome) ?? {
      type: 'command',
      command: { type: 'ran', name, outcome },
    }
  );
}

/** Cuts at the first dash (—, – or a spaced -) or line break; the second part is empty without one. */
function splitAtDash(text: string): readonly [string, string] {
  const dash = SPACED_DASH.exec(text) ?? BARE_DASH.exec(text);
  if (dash === null) return [text.trim(), ''];
  return [text.slice(0, dash.index).trim(), text.slice(dash.index + dash[0].length).trim()];
}

function tooLong(what: string, text: string, limit: number): ComposerInput | undefined {
  if (text.length <= limit) return undefined;
  return problem(
    `${what} is too long (${text.length.toLocaleString('en')} of ${limit.toLocaleString('en')} characters). Shorten it, or keep the text in a file.`,
  );
}

/** Why a paste that would bring the box to a length is not taken, in words; undefined where it is. */
export function refusedPaste(length: number): string | undefined {
  if (length <= LIMITS.message) return undefined;
  return `Not pasted: too long (${length.toLocaleString('en')} of ${LIMITS.message.toLocaleString('en')} characters). It’s still on your clipboard. Keep it in a file.`;
}

function problem(message: string): ComposerInput {
  return { type: 'problem', message };
}
