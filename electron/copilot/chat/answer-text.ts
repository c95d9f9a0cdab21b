import type Anthropic from '@anthropic-ai/sdk';
import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { cleanText } from '../../../shared/text.ts';

/** Arguments of tools in one answer, as JSON. Far more than all proposals of a turn need. */
const TOOL_CHARACTERS = 200_000;

/** The text of an answer as it grows over the rounds of a turn; it only ever grows. */
export interface AnswerText {
  text(): string;
  /** Takes an event of the stream in; throws once the answer runs on and on. */
  take(event: Anthropic.MessageStreamEvent): void;
}

/** Characters that start a control sequence, and the longest one that is waited for. */
const STARTS_SEQUENCE = ['\u001b', '\u009b', '\u009d'];
const LONGEST_SEQUENCE = 400;

/** A control sequence at the end of a text, which the next piece may go on with. */
function openSequence(text: string): string {
  const at = Math.max(...STARTS_SEQUENCE.map((start) => text.lastIndexOf(start)));
  const tail = at < 0 ? '' : text.slice(at);
  return tail.length <= LONGEST_SEQUENCE && cleanText(tail).text === '' ? tail : '';
}

/** Pieces of several rounds, and those before and after a tool call, stand apart by an empty line. */
export function createAnswerText(): AnswerText {
  let text = '';
  let begins = false;
  let toolCharacters = 0;
  let open = '';

  function add(piece: string) {
    const raw = open + piece;
    open = openSequence(raw);
    // Hidden characters go at once: a place in the text that was told must stay where it is.
    let clean = cleanText(raw.slice(0, raw.length - open.length)).text;
    if (begins || text === '') clean = clean.replace(/^\s+/, '');
    if (clean === '') return;
    const gap = begins && text !== '' ? '\n\n' : '';
    begins = false;
    const next = `${gap}${clean}`;
    const room = LIMITS.message - text.length;
    text += next.slice(0, room);
    if (next.length > room) throw runsOn();
  }

  return {
    text: () => text,
    take(event) {
      if (event.type === 'content_block_start') {
        begins = true;
        if (event.content_block.type === 'text') add(event.content_block.text ?? '');
      }
      if (event.type !== 'content_block_delta') return;
      if (event.delta.type === 'text_delta') add(event.delta.text);
      if (event.delta.type === 'input_json_delta') {
        toolCharacters += event.delta.partial_json.length;
        if (toolCharacters > TOOL_CHARACTERS) throw runsOn();
      }
    },
  };
}

function runsOn(): AppError {
  return new AppError(
    'AI_FAILED',
    'The answer ran on and on, so it was cut off here. Try again, or ask for less at a time.',
  );
}
