import type Anthropic from '@anthropic-ai/sdk';
import type { Attachment, IMAGE_TYPES } from '../../../shared/domain/attachment.ts';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import type { ChatSnapshot, ChatStore } from './chat-store.ts';
import { type Turn, textsOf, turnsOf } from './conversation.ts';
import { fence } from './fence.ts';
import { AFTER_RECORD } from './prompt.ts';
import { longTextsOf, type PastedOutput, renderRecord } from './record.ts';
import type { Redactor } from './redactor.ts';
import { shorten } from './shorten.ts';
import { picturesOf, windowOf } from './window.ts';

/** The session's part of a request. */
export interface ChatRequest {
  readonly turns: readonly Turn[];
  readonly secrets_removed: number;
  readonly messages_left_out: number;
}

/** Characters of all pasted outputs that are looked at, the newest first, and of one of them. */
const OUTPUTS_CHARACTERS = 200_000;
const OUTPUT_CHARACTERS = 40_000;
const MOST_OUTPUTS = 8;

/**
 * What goes to the API for the next answer: the conversation as far as the window reaches, and in its
 * last turn the record, fenced. So the turns before are the same in the next request, and the API can
 * keep them in its cache. `up_to` is the message that is answered; null where it is still to come.
 */
export async function buildRequest(
  { store, redactor, templates }: ChatSources,
  sessionId: number,
  up_to: number | null,
): Promise<ChatRequest> {
  const whole = store.snapshot(sessionId);
  const messages = up_to === null ? whole.messages : whole.messages.filter(({ id }) => id <= up_to);
  const snapshot: ChatSnapshot = { ...whole, messages };
  const window = windowOf(
    messages,
    snapshot.earlier_messages,
    snapshot.attachments,
    snapshot.proposals,
  );
  const outputs = outputsOf(snapshot, store);
  const searched = await redactor.clean([
    ...textsOf(window, snapshot.proposals),
    ...longTextsOf(snapshot, outputs),
  ]);
  const pictures = picturesOf(window, snapshot.attachments);
  const turns = turnsOf({ ...snapshot, window, pictures, clean: searched.clean });
  // Searched once more as it is rendered: a label and its value may come together only there.
  const rendered = renderRecord(snapshot, await templates(), outputs, searched.clean);
  const record = await redactor.clean([rendered]);
  return {
    turns: withRecord(turns, fence('Record', record.clean(rendered))),
    secrets_removed: searched.removed + record.removed,
    messages_left_out: window.left_out,
  };
}

export interface ChatSources {
  readonly store: Pick<ChatStore, 'snapshot' | 'attachments'>;
  readonly redactor: Redactor;
  readonly templates: () => Promise<readonly ScriptTemplate[]>;
}

/** The record in front of the technician's newest words. */
function withRecord(turns: readonly Turn[], record: string): Turn[] {
  const last = turns.at(-1);
  const newest: Turn =
    last?.role === 'user'
      ? last
      : { role: 'user', texts: ['(The next message comes here.)'], pictures: [] };
  const before = last?.role === 'user' ? turns.slice(0, -1) : turns;
  return [...before, { ...newest, texts: [record, AFTER_RECORD, ...newest.texts] }];
}

/** Outputs of what is on record; that of a fact which was removed is out of it as well. */
export function outputAttachments({
  attachments,
  facts,
}: Pick<ChatSnapshot, 'attachments' | 'facts'>): Attachment[] {
  const shown = new Set(facts.map(({ id }) => id));
  return attachments.filter(
    ({ kind, fact_id }) => kind === 'text' && (fact_id === null || shown.has(fact_id)),
  );
}

function outputsOf(
  snapshot: Pick<ChatSnapshot, 'attachments' | 'facts'>,
  store: Pick<ChatStore, 'attachments'>,
): PastedOutput[] {
  let left = OUTPUTS_CHARACTERS;
  const outputs: PastedOutput[] = [];
  for (const one of outputAttachments(snapshot).toReversed()) {
    if (outputs.length === MOST_OUTPUTS || left <= 0) break;
    const text = shorten(textOf(store, one), OUTPUT_CHARACTERS);
    left -= text.length;
    const of = one.fact_id === null ? `script:${one.script_id}` : `fact:${one.fact_id}`;
    outputs.unshift({ of, name: one.name, text });
  }
  return outputs;
}

/** What a text attachment holds. */
export function textOf(store: Pick<ChatStore, 'attachments'>, { id }: Attachment): string {
  return store.attachments.get(id).content.toString('utf8');
}

/** The turns as the API takes them, with marks where what stands before can be kept in its cache. */
export function messagesOf(
  turns: readonly Turn[],
  store: Pick<ChatStore, 'attachments'>,
): Anthropic.MessageParam[] {
  return turns.map(({ role, texts, pictures }, index) => {
    const words = texts.map((text): Anthropic.TextBlockParam => ({ type: 'text', text }));
    const isMarked = index >= turns.length - 2;
    const last = words.at(-1);
    if (isMarked && last !== undefined) last.cache_control = { type: 'ephemeral' };
    return { role, content: [...pictures.map((one) => pictureBlock(one, store)), ...words] };
  });
}

function pictureBlock(
  { id, media_type }: Attachment,
  store: Pick<ChatStore, 'attachments'>,
): Anthropic.ImageBlockParam {
  const data = store.attachments.get(id).content.toString('base64');
  // The store takes pictures of these types only.
  const type = media_type as (typeof IMAGE_TYPES)[number];
  return { type: 'image', source: { type: 'base64', media_type: type, data } };
}
