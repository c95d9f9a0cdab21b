export type CommandName =
  | 'fact'
  | 'check'
  | 'user'
  | 'cause'
  | 'did'
  | 'works'
  | 'userworks'
  | 'next'
  | 'fix'
  | 'script'
  | 'ran'
  | 'note'
  | 'resolve'
  | 'escalate';

/** One slash command as the menu and the help show it. */
export interface CommandEntry {
  readonly name: CommandName;
  /** What follows the word; empty for a command that stands alone. */
  readonly argument: string;
  readonly help: string;
  /** What it was called before; still understood, and offered no more. */
  readonly formerly?: string;
}

/** Every slash command, in the order in which the menu offers them. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'user', argument: 'text', help: 'Add what the user said' },
  { name: 'check', argument: 'text', help: 'Add what you checked' },
  { name: 'fact', argument: 'text', help: 'Add what you know' },
  { name: 'cause', argument: 'text', help: 'Add the cause' },
  { name: 'did', argument: 'text', help: 'Add a change you made' },
  { name: 'works', argument: 'text', help: 'It works, I tested it' },
  { name: 'userworks', argument: 'text', help: 'It works, the user says so' },
  { name: 'next', argument: 'text', help: 'Add a next step', formerly: 'todo' },
  { name: 'fix', argument: '70 Title — description', help: 'Suggest a fix and how sure you are' },
  { name: 'script', argument: 'name', help: 'Start a script from a template' },
  { name: 'ran', argument: 'Script — result', help: 'Record a script and its result' },
  { name: 'note', argument: 'text', help: 'Add a note without an answer' },
  { name: 'resolve', argument: '', help: 'Preview the resolution note' },
  { name: 'escalate', argument: '', help: 'Preview the escalation package' },
];

export function findCommand(word: string): CommandEntry | undefined {
  return COMMANDS.find(({ name, formerly }) => name === word || formerly === word);
}

/** How a command is written, for a message about one that was written wrongly. */
export function usageOf(name: CommandName): string {
  const argument = findCommand(name)?.argument ?? '';
  return argument === '' ? `/${name}` : `/${name} ${argument}`;
}

/**
 * What the menu offers for the text before the caret: the commands that begin with the word being
 * typed, or nothing once the word is finished or the text is no command.
 */
export function completionsFor(textBeforeCaret: string): readonly CommandEntry[] {
  const match = /^\/([a-z]*)$/i.exec(textBeforeCaret);
  if (match === null) return [];
  const typed = (match[1] ?? '').toLowerCase();
  return COMMANDS.filter(({ name }) => name.startsWith(typed));
}

/** The command whose argument is being typed, for the one line of help under the box. */
export function commandBeingTyped(text: string): CommandEntry | undefined {
  const match = /^\/([a-z]+)[ \t\n]/i.exec(text);
  return match === null ? undefined : findCommand((match[1] ?? '').toLowerCase());
}
