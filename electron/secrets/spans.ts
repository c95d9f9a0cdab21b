interface Span {
  readonly from: number;
  readonly to: number;
}

/** Sorts spans and makes one of those that overlap. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = united.at(-1);
    if (last === undefined || span.from >= last.to) united.push(span);
    else united[united.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return united;
}

/** The text with one replacement for each span; spans are sorted and do not overlap. */
export function replaceSpans(text: string, spans: readonly Span[], replacement: string): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}
