import { fence } from './fence.ts';

/** A paragraph of this many lines, or of this many characters, was hardly typed in a chat. */
const PASTED_LINES = 4;
const PASTED_CHARACTERS = 800;

interface Piece {
  readonly isPasted: boolean;
  readonly lines: string[];
}

/**
 * A technician's message with what was pasted into it fenced: code blocks, quoted lines, and
 * paragraphs that are too long to have been typed. What is left are the technician's own words.
 */
export function fencePasted(text: string): string {
  return piecesOf(text)
    .map(({ isPasted, lines }) => {
      const piece = lines.join('\n').replace(/^\n+|\s+$/g, '');
      if (piece === '') return '';
      return isPasted ? fence('Pasted text', piece) : piece;
    })
    .filter((piece) => piece !== '')
    .join('\n\n');
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (isPasted: boolean, lines: readonly string[]) => {
    const last = pieces.at(-1);
    if (last?.isPasted === isPasted) last.lines.push('', ...lines);
    else pieces.push({ isPasted, lines: [...lines] });
  };
  for (const { isCode, lines } of blocksOf(text)) {
    add(isCode || looksPasted(lines), lines);
  }
  return pieces;
}

function looksPasted(lines: readonly string[]): boolean {
  return (
    lines.length >= PASTED_LINES ||
    lines.every((line) => /^\s*>/.test(line)) ||
    lines.reduce((sum, line) => sum + line.length, 0) >= PASTED_CHARACTERS
  );
}

interface Block {
  readonly isCode: boolean;
  readonly lines: string[];
}

/** Code blocks whole, one that never ends to the end of the text; all else by paragraph. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of text.split('\n')) {
    const isMark = /^\s*(?:```|~~~)/.test(line);
    if (open?.isCode) {
      open.lines.push(line);
      if (isMark) open = undefined;
    } else if (isMark) {
      open = { isCode: true, lines: [line] };
      blocks.push(open);
    } else if (line.trim() === '') {
      open = undefined;
    } else if (open === undefined) {
      open = { isCode: false, lines: [line] };
      blocks.push(open);
    } else {
      open.lines.push(line);
    }
  }
  return blocks;
}
