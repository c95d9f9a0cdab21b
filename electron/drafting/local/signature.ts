import { findContacts } from '../language/contacts.ts';
import { countWords } from '../language/sentences.ts';

const MOST_WORDS = 9;
const MOST_LINES = 5;

/** "Tel 01632 960418", "m 07700 900146", "DDI …", "Ext 4417". */
const PHONE_LABEL =
  /(?:^|[\s|,/(–-])(?:tel(?:ephone)?|t|m|mob(?:ile)?|cell|phone|ph|ext(?:ension)?|ddi|direct(?: line)?|dial|switchboard|fax|office)\b\s*[.:]?\s*(?=[+(\d])[+()\d][\d ().-]{2,20}(?:\s*(?:ext\.?|x)\s*\d+)?/i;
/** Words with which somebody says something; the names of people and companies have none. */
const SAYS =
  /\b(?:i|we|my|our|you|your|they|he|she|us|me|this|that|these|there|not|no|nothing|never|since|when|again|is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|shall|should|may|must|gets|says?|shows|fails|stops|works|needs|wants|opens|prints|starts|comes|goes|keeps|all|every|any|offline|online|down|slow|broken|error|failed|please|pls|it['’]s|its)\b|n['’]t\b/i;
/** As a word, and not the name of a trade. */
const IT = /\b[Ii]t\b/;
/** A name as people write it: "Ilse Vantongeren", "Mrs. B. Adeyemi", "Dr. Noor Whitcombe", "Calla". */
const NAME =
  /^(?:(?:mr|mrs|ms|miss|dr|prof)\.?\s+)?\p{Lu}[\p{L}'’.-]*(?:\s+(?:van|von|de|der|la|el)\b)?(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const PART = /\s*[,/|()]\s*|\s+[–-]\s+/;

/**
 * The paragraphs (lines between blank ones) without those that only say who wrote and how to reach
 * them: a name with a company, a role, a number below it.
 */
export function withoutSignatures(lines: readonly string[]): string[] {
  const paragraphs = inParagraphs(lines);
  const kept = paragraphs.flatMap((paragraph, index) => {
    if (index === 0) return [paragraph];
    const isLast = index === paragraphs.length - 1;
    return isSignature(paragraph, isLast) ? [] : [paragraph];
  });
  return kept
    .map((paragraph) => paragraph.filter((line) => !isContactLine(line)))
    .flatMap((paragraph) => ['', ...paragraph])
    .slice(1);
}

function inParagraphs(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line === '') {
      open = false;
    } else if (open) {
      paragraphs.at(-1)?.push(line);
    } else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs;
}

/** One line alone is a signature only at the end, or with a number in it: it may be a message as well. */
function isSignature(lines: readonly string[], isLast: boolean): boolean {
  const [first = ''] = lines;
  if (lines.length > MOST_LINES || !lines.every(isSignatureLine)) return false;
  const reachable = lines.some(isReachable);
  if (!NAME.test(first.split(PART)[0] ?? '') && !reachable) return false;
  return reachable || (isLast ? lines.length > 1 || isNameLine(first) : lines.length > 1);
}

function isSignatureLine(line: string): boolean {
  if (countWords(line) > MOST_WORDS) return false;
  const words = withoutContacts(line);
  if (SAYS.test(words) || IT.test(words)) return false;
  if (isReachable(line)) return true;
  return /^[\p{Lu}(]/u.test(line) && !/["“”:;?!\d]|[^.\s]{4,}\.$/.test(line);
}

function isNameLine(line: string): boolean {
  const parts = line.split(PART).filter((part) => part !== '');
  return NAME.test(parts[0] ?? '') && (parts.length > 1 || countWords(line) <= 3);
}

/** Nothing but a number or an address, and perhaps a name beside it. */
function isContactLine(line: string): boolean {
  return isReachable(line) && countWords(withoutContacts(line)) <= 4 && isSignatureLine(line);
}

function isReachable(line: string): boolean {
  return (
    PHONE_LABEL.test(line) || findContacts(line).length > 0 || /^[\w-]+(?:\.[\w-]+)+$/.test(line)
  );
}

function withoutContacts(line: string): string {
  const plain = findContacts(line).reduce((rest, { text }) => rest.replace(text, ' '), line);
  return plain.replace(PHONE_LABEL, ' ');
}
