import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { singleLine } from '../../../shared/text.ts';
import { fencePasted } from './pasted.ts';
import { shorten } from './shorten.ts';
import { hasWords, type Window } from './window.ts';

/** One turn as the API takes it, before the record is put in. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly texts: readonly string[];
  readonly pictures: readonly Attachment[];
}

interface Sources {
  readonly window: Window;
  readonly proposals: readonly Proposal[];
  readonly attachments: readonly Attachment[];
  /** Those that go along. */
  readonly pictures: readonly Attachment[];
  /** Takes secrets out of a text that {@link textsOf} named. */
  readonly clean: (text: string) => string;
}

const PROPOSAL_CHARACTERS = 160;

/** Far enough behind what is shown that no cut can leave half of a secret in sight. */
const MARGIN_CHARACTERS = 20_000;

/** The texts of a window that secrets must be taken out of before {@link turnsOf} can use them. */
export function textsOf(window: Window, proposals: readonly Proposal[]): string[] {
  const shown = new Set(window.messages.map(({ message }) => message.id));
  return [
    ...window.messages.map(bodyOf),
    ...proposals.filter(({ message_id }) => shown.has(message_id)).map(wordsOf),
  ];
}

function bodyOf({ message, limit }: Window['messages'][number]): string {
  return shorten(message.body, limit + MARGIN_CHARACTERS);
}

/**
 * The window as turns that alternate, the technician's first and last. What became of what an answer
 * proposed is told in front of the message after it, since only software may say so.
 */
export function turnsOf(sources: Sources): Turn[] {
  const { window, proposals, clean } = sources;
  const turns: { role: Turn['role']; texts: string[]; pictures: Attachment[] }[] = [];
  const say = (role: Turn['role'], text: string, pictures: readonly Attachment[] = []) => {
    let turn = turns.at(-1);
    if (turn?.role !== role) {
      turn = { role, texts: [], pictures: [] };
      turns.push(turn);
    }
    turn.texts.push(text);
    turn.pictures.push(...pictures);
  };
  if (window.left_out > 0) say('user', leftOut(window.left_out));
  for (const chosen of window.messages) {
    const { message, limit } = chosen;
    const body = shorten(clean(bodyOf(chosen)).trim(), limit);
    if (message.author === 'technician') {
      const pictures = sources.pictures.filter(({ message_id }) => message_id === message.id);
      say('user', technicianText(message.id, body, sources), pictures);
    } else {
      if (turns.length === 0) say('user', '(The session begins.)');
      const isTold = hasWords(message);
      if (isTold) say('assistant', body);
      const fate = fateOf(message.id, proposals, clean);
      const what = isTold ? 'Of what you proposed there' : 'You answered with proposals alone';
      if (fate.length > 0) say('user', `${what}: ${fate.join('; ')}.`);
    }
  }
  return turns;
}

function technicianText(id: number, body: string, { attachments, pictures }: Sources): string {
  const all = attachments.filter(
    ({ kind, message_id }) => kind === 'image' && message_id === id,
  ).length;
  const along = pictures.filter(({ message_id }) => message_id === id).length;
  const note = all > along ? [`(${all - along} earlier pictures do not go along any more.)`] : [];
  return [`[message:${id}]`, ...(body === '' ? [] : [fencePasted(body)]), ...note].join('\n');
}

function leftOut(count: number): string {
  const messages = count === 1 ? '1 earlier message' : `${count} earlier messages`;
  return `(${messages} of this session ${count === 1 ? 'is' : 'are'} not included here. What was established there stands in the record.)`;
}

/** What an answer proposed and how each of it stands, a phrase each. */
function fateOf(
  messageId: number,
  proposals: readonly Proposal[],
  clean: (text: string) => string,
): string[] {
  return proposals
    .filter(({ message_id }) => message_id === messageId)
    .map((proposal) => {
      const words = singleLine(shorten(singleLine(clean(wordsOf(proposal))), PROPOSAL_CHARACTERS));
      const state = proposal.state === 'open' ? 'not decided yet' : proposal.state;
      return `${proposal.proposed.kind} “${words}”: ${state}`;
    });
}

function wordsOf({ proposed }: Proposal): string {
  switch (proposed.kind) {
    case 'fact':
      return proposed.text;
    case 'check':
      return proposed.instruction;
    case 'fix':
      return proposed.title;
    case 'script':
      return proposed.template_name;
    case 'outcome':
      return `${proposed.fix_title}: ${proposed.outcome}`;
    case 'summary':
      return proposed.summary;
    case 'hand_off':
      return proposed.fields.map(({ field, value }) => `${field}: ${value}`).join('; ');
  }
}
