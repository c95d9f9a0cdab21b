/** A part of a text, in UTF-16 offsets. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Every match of a global pattern. Unlike `matchAll` it copies no pattern, which counts over hundreds of lines. */
export function spansOf(text: string, pattern: RegExp): TextSpan[] {
  const spans: TextSpan[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    spans.push({ from: match.index, to: match.index + match[0].length, text: match[0] });
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return spans;
}
