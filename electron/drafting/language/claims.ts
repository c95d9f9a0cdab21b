import type { BundleFact, InputBundle } from '../bundle.ts';
import { spansOf, type TextSpan } from './spans.ts';

const PERSON = '(?:end[- ]?)?(?:user|customer|client|caller|contact|requester)s?';

/** "Verified with the user", "the customer confirmed": that a person said so. */
const USER_VERIFIED = new RegExp(
  `\\b(?:verified|confirmed|checked|tested|validated)\\s+(?:(?:this|it|that|everything|success|the \\w+)\\s+)?(?:together\\s+)?(?:with|by)\\s+(?:the |our |your |an? )?${PERSON}\\b|\\b${PERSON}\\s+(?:has |have |had |also |then |since |later )*(?:confirmed|confirms|confirm|verified|verifies|validated|tested|signed off|approved)\\b|\\b${PERSON}\\s+(?:is|was|are|were)\\s+(?:satisfied|happy|content)\\b`,
  'gi',
);

/** Part of a person's name, which first words of sentences and words of the trade are not. */
const NAME_PART =
  "(?!(?:We|I|It|Its|They|He|She|You|This|That|These|Those|Nobody|Nothing|None|No|Not|Everybody|Everyone|Everything|All|Both|Some|One|Each|Every|The|Our|Your|An?|What|Who|Support|Staff|Vendor|Event|Tests?|Checks?|Logs?|Error)\\b)\\p{Lu}[\\p{L}'’-]+";
/** The same of somebody by name: "Ms Hartnoll has confirmed the trip". */
const NAMED_VERIFIED = new RegExp(
  `(?<![\\p{L}'’])(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )?${NAME_PART}(?: (?:\\p{Lu}\\.|${NAME_PART})){0,2} (?:(?:has|have|had|also|then|since|later|now) )*(?:confirmed|verified|tested|validated|signed off)\\b|\\b(?:[Vv]erified|[Cc]onfirmed|[Tt]ested|[Cc]hecked) (?:together )?(?:with|by) (?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? ${NAME_PART}`,
  'gu',
);

/** That nothing and nobody is in danger: what a customer relies on, and an attacker wants to be told. */
const ASSURED =
  /\b(?:is|are|was|were|be|been|remains?|remained|stays?|stayed) (?:now |still |all |again |completely |fully |perfectly )?(?:clean|safe|secure|unaffected|harmless|untouched|intact|malware-free|virus-free|trustworthy|(?:not|never) (?:affected|compromised|infected|hacked|at risk|breached|touched|lost|leaked|stolen|exposed|accessed))\b|\b(?:no|none of the|none of your|not one of the) (?:[\w-]+ ){1,4}?(?:was|were|is|are|has been|have been|had been) (?:ever )?(?:affected|compromised|infected|hacked|breached|touched|lost|leaked|stolen|exposed|accessed|copied|sent|read|opened|harmed|at risk|in danger)\b|\bno (?:\w+ )?(?:risk|danger|threat|harm|malware|virus(?:es)?|data loss|breach|leak|compromise|infection|cause for concern)\b|\bnothing (?:was|is|has been|had been) (?:\w+ )?(?:affected|compromised|infected|lost|leaked|stolen|exposed|taken|sent|harmed|at risk)\b|\b(?:may|can|could) (?:now |safely )?(?:go back|be put back|return|be reconnected|be connected|be used) (?:again|safely|on|to|without)|\bfalse (?:alarm|positive)\b|\b(?:no need|not necessary|no reason) to worry\b|\bcan (?:safely )?be (?:ignored|trusted)\b|\b(?:deleted|erased|destroyed) everything\b|\beverything (?:has been|was|is) (?:deleted|erased|destroyed)\b/gi;

const DONE =
  /\b(?:resolved|solved|(?:was|were|been|is|are|now|issue|problem|error) fixed|fixed (?:the|this|it)\b|(?:issue|problem|ticket) (?:is|was) (?:closed|gone)|working again|back to normal|fully restored|works (?:again|now|normally|correctly|as expected)|backups? (?:was |were |has been |have been )?(?:checked|verified|tested)|verified|successfully tested|tested successfully)\b/gi;

const NEGATION =
  /(?:\b(?:not|never|no|without|isn't|wasn't|weren't|cannot|can't|couldn't|unable to|failed to|before|until|unless|if|once|whether|when|to be|must be|needs? to be|should be|awaiting|waiting)\b|n['’]t)(?:\s+\S+){0,4}\s*$/i;

/** That a user or customer verified the result. Negated and conditional forms are left out. */
export function findUserVerifications(text: string): TextSpan[] {
  return claims(text, USER_VERIFIED);
}

/** That somebody named verified it. A product or a company can be such a somebody. */
export function findNamedVerifications(text: string): TextSpan[] {
  return claims(text, NAMED_VERIFIED);
}

/** That something is safe, clean or not affected. Negated and conditional forms are left out. */
export function findAssurances(text: string): TextSpan[] {
  return claims(text, ASSURED);
}

/** That something is done, solved or verified. Negated and conditional forms are left out. */
export function findCompletions(text: string): TextSpan[] {
  return claims(text, DONE);
}

/**
 * Facts that bear out "verified with the user" (rule R2): younger than the last change, and either
 * reported by the user or saying themselves that the user confirmed it; none that tells of trouble.
 */
export function userVerifications(bundle: InputBundle): BundleFact[] {
  const since = lastChangeAt(bundle);
  return bundle.facts.filter(
    (fact) =>
      fact.created_at >= since &&
      (fact.source_type === 'user_report' || findUserVerifications(fact.text).length > 0) &&
      !tellsOfTrouble(fact.text),
  );
}

const SYMPTOM =
  'ask(?:s|ed)?|prompt(?:s|ed)?|crash(?:es|ed)?|fr(?:eezes?|oze|ozen)|drop(?:s|ped)?|disconnect(?:s|ed)?|fail(?:s|ed)?|hangs?|hung|los[et]s?|lags?|flicker(?:s|ed)?|c[oa]mes? back|returns?|returned|recur(?:s|red)?|re-?appear(?:s|ed)?|happen(?:s|ed)?|occur(?:s|red)?|pop(?:s|ped)? up|appear(?:s|ed)?|stop(?:s|ped)?|closed?|closes|disappear(?:s|ed)?|reboot(?:s|ed)?|restart(?:s|ed)?|jam(?:s|med)?|stutter(?:s|ed)?|slow(?:s|ed)?|complain(?:s|ed)?|beep(?:s|ed)?|shut(?:s)? down|cut(?:s)? out|time[sd]? out|been (?:asked|prompted|interrupted|disconnected|logged off|locked out|thrown out)|seen|had (?:any|a)';
const TROUBLE =
  'errors?|problems?|issues?|prompts?|trouble|complaints?|crash(?:es)?|drops?|interruptions?|disconnects?|messages?|warnings?|freez(?:es|ing)|delays?|dropouts?|outages?|alerts?|faults?|lock-?outs?|bounces?|noise|flicker(?:ing)?';
/** "Has not asked again", "never came back", "no more errors", "without a prompt": that trouble is gone. */
const TROUBLE_GONE = new RegExp(
  `(?:\\b(?:not|never|no longer|nor)|n['’]t)\\s+(?:\\w+\\s+){0,1}?(?:${SYMPTOM})\\b|\\bstopped \\w+ing\\b|\\b(?:no|without|free of|not (?:one|a single|any|had any|seen any))\\s+(?:(?:a|an|any|more|further|new|other|such|single|longer)\\s+){0,2}(?:\\w+\\s+)?(?:${TROUBLE})\\b|\\b(?:problem|error|issue|trouble|prompt|message)s? (?:is|are|was|were|has|have)? ?(?:gone|solved|resolved|over|away|disappeared|stopped)\\b|\\bno (?:need|question|doubt)\\b|\\bno longer\\b(?! (?:work|open|start|print|connect|possible|able|reach))|\\bnone (?:since|in|on|today|after)\\b|\\bnothing (?:wrong|unusual|odd|more)\\b`,
  'gi',
);
const TROUBLE_TOLD = new RegExp(
  `\\b(?:not|never|still|no|none|nothing|nobody|cannot|unable|worse|without|c[oa]mes? back|(?:${TROUBLE})|fail(?:s|ed|ing)?|broken|freez\\w+|froze|hangs|hung|slow|lost)\\b|n['’]t\\b|\\b(?:${SYMPTOM}) again\\b`,
  'i',
);

/** Whether a statement speaks of trouble that goes on; what it says to be gone is left out of account. */
function tellsOfTrouble(text: string): boolean {
  return TROUBLE_TOLD.test(text.replace(TROUBLE_GONE, ' '));
}

/** Finds texts that say "verified with the user" where nothing on record bears it out (rule R2). */
export function unprovenVerification(bundle: InputBundle): (text: string) => boolean {
  if (userVerifications(bundle).length > 0) return () => false;
  return (text) => findUserVerifications(text).length > 0;
}

/** When the last change was made, in milliseconds since 1970; 0 where none is on record. */
export function lastChangeAt(bundle: InputBundle): number {
  const changes = bundle.fixes_tried.filter((fix) => fix.outcome !== 'failed');
  const fixes = changes.length > 0 ? changes : bundle.fixes_tried;
  if (fixes.length > 0) return Math.max(...fixes.map((fix) => fix.applied_at ?? 0));
  return Math.max(0, ...bundle.scripts.map((script) => script.ran_at ?? 0));
}

function claims(text: string, pattern: RegExp): TextSpan[] {
  return spansOf(text, pattern).filter(
    ({ from }) => !NEGATION.test(text.slice(Math.max(0, from - 60), from)),
  );
}
