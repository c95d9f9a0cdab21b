import { LRUCache } from 'lru-cache';
import { conceptsOf } from './stems.ts';

/** A part of a sentence that says one thing. */
export interface Clause {
  readonly text: string;
  readonly concepts: ReadonlySet<string>;
  /** Says that something is not so. Two negations make none. */
  readonly negated: boolean;
  /** What the negation is about: the first telling words after it. Empty where there is none. */
  readonly focus: ReadonlySet<string>;
  /** Words that deny without a "not": failed, blocked, missing. */
  readonly denials: ReadonlySet<string>;
  /** Says that something works. */
  readonly success: boolean;
}

const BOUNDARY =
  /[\n;!?()]+|[.:,](?=\s|$)|\s[—–-]+\s|\s+(?=(?:but|and|which|while|because|although|though|so|then|whereas|if|without|than|against|not (?=in|on|at|for|with|the|a|an|only|just))\b)/i;

const NEGATOR =
  /\b(?:not|never|no|none|nothing|nobody|nor|neither|without|cannot|unable|ruled out|n\/a|(?:ca|do|does|did|is|was|were|wo|could|have|has)nt)\b|n['’]t\b/gi;
const NO_NEGATOR = /\b(?:not only|no doubt|no\.\s?\d|whether or not|if not|not until)\b/gi;

const DENIAL =
  /\b(?:fail\w*|unsuccessful\w*|block\w*|den(?:y|ie[sd]|ying)|refus\w*|reject\w*|miss(?:ing|ed|es)|lack\w*|absent|gone|empty|disabled?|offline|unreachable|unavailable|inaccessible|unaffected|unchanged|unused|unknown|unclear|unlicen\w*|invalid|expired?|stop(?:s|ped)?|lost|lose[s]?|dropp?(?:ed|s|ing)?|dead|down|off|out of|wrong|stuck|locked|impossible|hardly|barely|refrain\w*|stay(?:s|ed)? away|dismiss\w*|disappear\w*|abort\w*|superseded|in vain|to no avail|instead of|rather than|ended|free of|ceased?|excluded?|outside|unlike|other than|unread|unanswered|pending|awaits?|waits?|waiting)\b/gi;
const SUCCESS =
  /\b(?:work(?:s|ed|ing)?|succeed(?:s|ed)?|successful(?:ly)?|success|pass(?:es|ed)|complete[sd]?|answer(?:s|ed)|help(?:s|ed)|solved?|resolved?|fixed|cured)\b/i;

const known = new LRUCache<string, readonly Clause[]>({ max: 3_000 });

/** The clauses of a text, those without a telling word left out. */
export function clausesOf(text: string): readonly Clause[] {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const clauses = text.split(BOUNDARY).flatMap((part): Clause[] => {
    const clause = part.trim();
    const concepts = conceptsOf(clause);
    const negators = clause.replace(NO_NEGATOR, ' ').match(NEGATOR)?.length ?? 0;
    if (concepts.size === 0 && negators === 0) return [];
    return [
      {
        text: clause,
        concepts,
        negated: negators % 2 === 1,
        focus: negators === 0 ? NOTHING : focusOf(clause),
        denials: new Set(clause.toLowerCase().match(DENIAL) ?? []),
        success: SUCCESS.test(clause),
      },
    ];
  });
  known.set(text, clauses);
  return clauses;
}

const NOTHING: ReadonlySet<string> = new Set();
const MOST_FOCUS = 2;

function focusOf(clause: string): ReadonlySet<string> {
  const at = clause.search(new RegExp(NEGATOR, 'i'));
  return new Set([...conceptsOf(clause.slice(Math.max(0, at)))].slice(0, MOST_FOCUS));
}
