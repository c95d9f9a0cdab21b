import { NOTE_HEADINGS } from '../../../../shared/notes/sections.ts';
import type { NoteView } from '../note-view.ts';
import { rule } from '../rule.ts';
import { addLine, filledSection, isTold, placeOfSection } from './insert.ts';

const [PROBLEM] = NOTE_HEADINGS.escalate;
const ESCALATION = { level: 'warn', kinds: ['escalate'] } as const;

const COUNT =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|every|several|many|some|most|both|half|no|other|each|single|only)';
const WHO =
  '(?:users?|people|persons?|staff|colleagues?|employees?|customers?|clients?|guests?|visitors?|drivers?|dispatchers?|nurses?|teachers?|surger(?:y|ies)|computers?|workstations?|pcs?|laptops?|phones?|devices?|machines?|printers?|servers?|sites?|offices?|floors?|rooms?|teams?|departments?|mailbox(?:es)?|starters?|benches|handhelds?|desks?|accounts?)';

interface Slot {
  readonly name: string;
  /** What an engineer would ask. */
  readonly question: string;
  readonly told: RegExp;
}

/** What the next engineer wants to know of the problem; "unknown" is an answer to each. */
const SLOTS: readonly Slot[] = [
  {
    name: 'Affected',
    question: 'who is affected',
    told: new RegExp(
      `\\baffect\\w*|\\b${COUNT}\\s+(?:\\S+\\s+){0,3}?${WHO}\\b|\\b(?:everyone|everybody|nobody|no one|anyone|the whole|entire)\\b|\\b(?:${WHO}) (?:unknown|is unknown|are unknown)`,
      'i',
    ),
  },
  {
    name: 'Since',
    question: 'since when',
    told: /\b(?:since|began|begun|start(?:ed|ing|s)?|from (?:about |around )?(?:\d|\w+day|this|the)|until|first (?:seen|noticed|reported)|ago|yesterday|today|overnight|tonight|this (?:morning|afternoon|week|month)|last (?:week|night|month|\w+day)|for (?:\w+ )?(?:minutes|hours|days|weeks|months)|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\b\d{1,2}[:.]\d\d\b|\b(?:at|before|after|by|about) \d{1,2}\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bwhen it began\b/i,
  },
  {
    name: 'Impact',
    question: 'what it stops',
    told: /\b(?:impact|cannot|could not|couldn['’]t|unable|not able|(?:did|does) not (?:open|start|reach|arrive|work|come|go|load|print|ring|hear)|nothing|nobody|waits?|waited|waiting|stood|stopped|still|blocked|delay\w*|deadline|due|lost|loses|workaround|by hand|on paper|instead|hindered|interrupt\w*|down|out of|offline|closed|at risk|risk|in doubt|trucks?|lorr(?:y|ies)|patients?|invoices?|orders?|bookings?|payroll|quotes?|tender|production|business|work (?:goes on|continues|stood)|(?:went|goes) on|kept (?:working|running)|slow(?:ly|ed)?|twice|again and again|contents?|safe|money|paid|urgent(?:ly)?|complain\w*|threaten\w*)\b/i,
  },
  {
    name: 'Priority',
    question: 'how urgent it is',
    told: /\bpriority\b|\bP[1-5]\b|\bsev(?:erity)?\b|\burgen(?:t|cy)\b|\bcritical\b/i,
  },
];

/** H1: the problem says who is affected, since when, what it stops and how urgent it is, or "unknown". */
export const problemSlotsRule = rule(
  'H1',
  (note) => {
    const problem = filledSection(note, PROBLEM);
    if (problem === undefined) return [];
    const missing = SLOTS.filter(({ told }) => !told.test(problem.text));
    if (missing.length === 0) return [];
    return [
      {
        ...placeOfSection(problem),
        message: `The next engineer will not know ${listed(missing.map(({ question }) => question))}.`,
        ...addLine(
          note,
          problem,
          'paragraph',
          missing.map(({ name }) => `${name}: unknown.`).join(' '),
        ),
      },
    ];
  },
  ESCALATION,
);

const REASON =
  /\b(?:escalat\w*|hand(?:ed|ing)?[- ]?(?:over|off)|passed (?:on|to|up))\b[^.\n]{0,120}\b(?:because|for|as|due|since|reason|so that|to (?:the )?(?:vendor|supplier|manufacturer|provider|security|network|server|application|on-site|field)|needs?|lack\w*|beyond|no (?:access|time|rights|permission)|access|skill|time|risk|vendor|hardware|policy)\b|\breason for (?:the )?escalation\b|\bescalation reason\b|\bwhy (?:it is |this is )?escalated\b/i;

/** H2: why the work is handed over. */
export const reasonRule = rule(
  'H2',
  (note) => {
    const problem = filledSection(note, PROBLEM);
    if (problem === undefined || isTold(note, REASON)) return [];
    return [
      {
        ...placeOfSection(problem),
        message:
          'The next engineer will not know why this comes to them. Say it in one sentence: access, skill, time, risk, vendor, hardware or policy.',
        ...addLine(note, problem, 'paragraph', reasonOf(note)),
      },
    ];
  },
  ESCALATION,
);

/** What the record lets one say; the technician sees the words before they press. */
function reasonOf({ bundle }: NoteView): string {
  const outcomes = bundle.fixes_tried.map((fix) => fix.outcome);
  if (outcomes.includes('worked')) return 'Escalated for time: what is left has to be followed up.';
  if (outcomes.includes('pending') || outcomes.includes('applied'))
    return 'Escalated for time: the result of the last fix is still to come.';
  if (outcomes.includes('failed')) return 'Escalated for skill: what was tried did not help.';
  return 'Reason for escalation: not stated.';
}

const RECURRENCE =
  /\b(?:recur\w*|reoccur\w*|similar tickets?|earlier tickets?|prior tickets?|previous tickets?|older tickets?|past tickets?|(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)) (?:ticket|time|report|call|occurrence)|last 14 days|(?:happened|seen|reported|occurred|had it|known) before|not (?:the )?first time|repeat(?:ed)? (?:ticket|problem|issue)|same (?:problem|fault|error|issue|symptom)\b.{0,40}\b(?:before|earlier|ticket|last)|no (?:similar|earlier|prior|previous|other) tickets?|tickets? (?:#?\d{3,}|searched|not searched)|history of)\b/i;

/** H10: whether it happened before. */
export const recurrenceRule = rule(
  'H10',
  (note) => {
    const problem = filledSection(note, PROBLEM);
    if (problem === undefined || isTold(note, RECURRENCE)) return [];
    return [
      {
        ...placeOfSection(problem),
        message:
          'The next engineer will not know whether this happened before. Name earlier tickets, or say that nobody searched.',
        ...addLine(
          note,
          problem,
          'paragraph',
          'Similar tickets of the last 14 days: not searched.',
        ),
      },
    ];
  },
  ESCALATION,
);

function listed(parts: readonly string[]): string {
  const [last = ''] = parts.slice(-1);
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
