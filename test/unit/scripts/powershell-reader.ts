/**
 * Reads a verbatim string at the start of a PowerShell text, as the language reference (about Quoting
 * Rules, and the rule for quote characters of its grammar) describes it: it begins with any of the five
 * single-quote characters and ends at the next one that is not followed by another; of two in a row the
 * first one counts. Nothing else means anything in it.
 */
export function readPowerShellString(text: string): { value: string; rest: string } {
  const isQuote = (at: number) => {
    const code = text.charCodeAt(at);
    return code === 0x27 || (code >= 0x2018 && code <= 0x201b);
  };
  if (!isQuote(0)) throw new Error('This does not begin with a string.');
  let value = '';
  let at = 1;
  while (at < text.length) {
    if (isQuote(at)) {
      if (!isQuote(at + 1)) return { value, rest: text.slice(at + 1) };
      value += text[at];
      at += 2;
    } else {
      value += text[at];
      at += 1;
    }
  }
  throw new Error('The string does not end.');
}
