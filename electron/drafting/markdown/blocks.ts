import { LRUCache } from 'lru-cache';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Piece, sourceOffset } from './pieces.ts';
import { splitSegments } from './segments.ts';

/** Something in a line that is more than text. Offsets are UTF-16 units into the note. */
export interface Mark {
  readonly kind: 'link' | 'image' | 'html' | 'definition';
  readonly from: number;
  readonly to: number;
  /** The shown text of a link, the description of an image. */
  readonly label: string;
  readonly url: string;
}

/** A heading, bullet, paragraph or block of code, as a reader sees it. */
export interface Block {
  readonly kind: 'heading' | 'bullet' | 'paragraph' | 'code' | 'other';
  /** Of a heading: 1 to 6; else 0. */
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  /** The visible text; `pieces` say where in the note each part of it stands. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
}

export interface ParsedNote {
  readonly blocks: readonly Block[];
  /** Where parsing was given up, as a note this long and tangled could stall the editor. */
  readonly tangled: { readonly from: number; readonly to: number } | null;
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** One line that holds nothing markdown would interpret beside a mark at its start: most lines of most notes. */
const PLAIN_LINE =
  /^(## |- |)(?![#>=~|\s]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|-+\s*$)((?:[^\n\r*`[\]<&\\_]|\\(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}]))*[^\s*`[\]<&\\_#])$/u;

/**
 * What the parser may be given in one note, in rough units of its cost: a character is one, and
 * delimiters count by their square in each stretch, as they do in the parser. It takes about 50 ms.
 */
const COST_LIMIT = 24_000;

/** A note with more blocks than this is no note. */
const MOST_BLOCKS = 4_000;

const parsedSegments = new LRUCache<string, readonly Block[]>({ max: 500 });

/** Reads a note. Never throws; linear in the length of the note. */
export function parseNote(markdown: string): ParsedNote {
  const blocks: Block[] = [];
  let cost = 0;
  for (const { from, text } of splitSegments(markdown)) {
    if (blocks.length >= MOST_BLOCKS) return { blocks, tangled: { from, to: markdown.length } };
    const plain = plainLine(text);
    if (plain !== undefined) {
      blocks.push(shift(plain, from));
      continue;
    }
    cost += costOf(text);
    const parsed = cost > COST_LIMIT ? undefined : parseSegment(text);
    if (parsed === undefined) return { blocks, tangled: { from, to: markdown.length } };
    for (const block of parsed) blocks.push(shift(block, from));
  }
  return { blocks, tangled: null };
}

/** Where in the note a place in a block's visible text stands. */
export function offsetInNote(block: Block, visibleIndex: number): number {
  return sourceOffset(block.pieces, visibleIndex, block.to);
}

function plainLine(segment: string): Block | undefined {
  const match = PLAIN_LINE.exec(segment);
  if (match === null) return undefined;
  const [, mark = '', text = ''] = match;
  return {
    kind: mark === '## ' ? 'heading' : mark === '- ' ? 'bullet' : 'paragraph',
    depth: mark === '## ' ? 2 : 0,
    from: mark.length,
    to: segment.length,
    text,
    pieces: [{ start: 0, text, from: mark.length, source: text, code: false }],
    marks: [],
  };
}

function costOf(segment: string): number {
  const delimiters = segment.match(/[*_`[\]<>!&~]/g)?.length ?? 0;
  const lines = segment.split('\n').length;
  return segment.length + lines * 10 + (delimiters * delimiters) / 2;
}

function parseSegment(segment: string): readonly Block[] | undefined {
  const known = parsedSegments.get(segment);
  if (known !== undefined) return known;
  try {
    const blocks: Block[] = [];
    collectBlocks(fromMarkdown(segment).children, false, segment, blocks);
    parsedSegments.set(segment, blocks);
    return blocks;
  } catch {
    // Nesting too deep for the stack; told like any other note that is too tangled to read.
    return undefined;
  }
}

function collectBlocks(nodes: readonly Node[], inList: boolean, segment: string, blocks: Block[]) {
  for (const node of nodes) {
    switch (node.type) {
      case 'list':
        for (const item of node.children) collectBlocks(item.children, true, segment, blocks);
        break;
      case 'blockquote':
        collectBlocks(node.children, inList, segment, blocks);
        break;
      case 'heading':
        blocks.push(readBlock('heading', node.depth, node, segment));
        break;
      case 'paragraph':
        blocks.push(readBlock(inList ? 'bullet' : 'paragraph', 0, node, segment));
        break;
      case 'code':
        blocks.push(readBlock('code', 0, node, segment));
        break;
      default:
        blocks.push(readBlock('other', 0, node, segment));
    }
  }
}

function readBlock(kind: Block['kind'], depth: number, node: Node, segment: string): Block {
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  let length = 0;
  const add = (text: string, at: Node, code: boolean) => {
    const { from, to } = place(at);
    pieces.push({ start: length, text, from, source: segment.slice(from, to), code });
    length += text.length;
  };
  const visit = (current: Node) => {
    const mark = (markKind: Mark['kind'], url: string, label: string) => {
      marks.push({ kind: markKind, ...place(current), url, label });
    };
    switch (current.type) {
      case 'text':
        add(current.value, current, false);
        break;
      case 'inlineCode':
      case 'code':
        add(current.value, current, true);
        break;
      case 'break':
        add('\n', current, false);
        break;
      case 'html':
        mark('html', '', '');
        break;
      case 'image':
        mark('image', current.url, current.alt ?? '');
        break;
      case 'definition':
        mark('definition', current.url, current.label ?? '');
        break;
      default: {
        const before = length;
        if ('children' in current) for (const child of current.children) visit(child);
        const label = pieces
          .filter((piece) => piece.start >= before)
          .map((piece) => piece.text)
          .join('');
        if (current.type === 'link') mark('link', current.url, label);
      }
    }
  };
  visit(node);
  return {
    kind,
    depth,
    ...place(node),
    text: pieces.map((piece) => piece.text).join(''),
    pieces,
    marks,
  };
}

function place(node: Node): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

function shift(block: Block, by: number): Block {
  return {
    ...block,
    from: block.from + by,
    to: block.to + by,
    pieces: block.pieces.map((piece) => ({ ...piece, from: piece.from + by })),
    marks: block.marks.map((mark) => ({ ...mark, from: mark.from + by, to: mark.to + by })),
  };
}
