import { NOTE_HEADINGS } from '../../../../shared/notes/sections.ts';
import { startsAsStep } from '../../language/steps.ts';
import type { NoteView } from '../note-view.ts';
import { type Fault, rule } from '../rule.ts';
import { addLine, type FilledSection, filledSection, isTold, placeOfSection } from './insert.ts';

const NEXT_STEPS = NOTE_HEADINGS.escalate[4];
const ESCALATION = { level: 'warn', kinds: ['escalate'] } as const;

const OWNER =
  /\bowners?\b|\((?:[^()]*\b)?(?:tier|level|line|l[1-4]|engineer|technician|team|desk|vendor|supplier|provider|customer|client|user|owner|manager|on-?call|on-?site|field|network|security|server|application|service desk|sales|us|we)\b[^()]*\)|\b(?:by|assigned to|goes to|task of|up to) (?:the |our |a )?(?:next |service |account |network |server |security |application )?(?:tier \d|engineer|vendor|supplier|provider|customer|client|user|team|desk|manager|owner)\b/i;
const WHEN =
  /\b(?:today|tonight|tomorrow|now|at once|immediately|first thing|as soon as|when|once|until|before|after|within|by (?:\d|noon|\w+day)|this (?:morning|afternoon|evening|week|month)|next (?:week|month|run|\w+day|maintenance|visit)|in (?:\w+ )?(?:hours?|days?|weeks?|months?|minutes?)|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\b\d{1,2}[:.]\d\d\b|\bon \d{1,2} \w+|\boutside (?:office|business|working) hours\b|\bwhen\b/i;

/** H6: each next step starts with a verb, and the steps have an owner and a time. */
export const nextStepDetailsRule = rule(
  'H6',
  (note) => {
    const section = filledSection(note, NEXT_STEPS);
    if (section === undefined) return [];
    return [...notActions(section), ...ownerAndTime(note, section)];
  },
  ESCALATION,
);

function notActions({ items }: FilledSection): Fault[] {
  return items
    .filter(({ block }) => block.kind === 'bullet' && !startsAsStep(block.text))
    .map(({ block }) => ({
      from: block.from,
      to: block.to,
      message: 'A step that starts with its verb is read as one: “Check …”, “Call …”, “If …, …”.',
    }));
}

function ownerAndTime(note: NoteView, section: FilledSection): Fault[] {
  const missing = [
    ...(OWNER.test(section.text)
      ? []
      : [{ what: 'who is to do them', line: 'Owner: the next engineer.' }]),
    ...(WHEN.test(section.text) ? [] : [{ what: 'by when', line: 'When: not agreed.' }]),
  ];
  if (missing.length === 0) return [];
  return [
    {
      ...placeOfSection(section),
      message: `The steps do not say ${missing.map(({ what }) => what).join(' and ')}.`,
      ...addLine(note, section, 'paragraph', missing.map(({ line }) => line).join(' ')),
    },
  ];
}

const URGENT =
  /\b(?:priority|prio|severity|sev)\s*[:=-]?\s*(?:[12]\b|critical|highest|emergency|very high)|\bP[12]\b|\b(?:critical|highest|emergency) priority\b/i;
const CONTINGENCY =
  /\b(?:if|in case|should (?:the|it|this|that)|unless|otherwise|else|fall ?back|plan b)\b/i;

/** H7: at priority 1 or 2, what to do if it goes wrong. */
export const contingencyRule = rule(
  'H7',
  (note) => {
    const section = filledSection(note, NEXT_STEPS);
    if (section === undefined || CONTINGENCY.test(section.text)) return [];
    const { title, summary, intake } = note.bundle;
    const isUrgent =
      [title, summary, intake].some((text) => URGENT.test(text)) || isTold(note, URGENT);
    if (!isUrgent) return [];
    return [
      {
        ...placeOfSection(section),
        message:
          'At this priority the next engineer needs a plan for when it goes wrong: “If …, then …”.',
        ...addLine(
          note,
          section,
          'paragraph',
          'If these steps do not help, then tell the customer and escalate further.',
        ),
      },
    ];
  },
  ESCALATION,
);

const PROMISE =
  /\b(?:promis\w*|call(?:ed|ing)?[- ]?back|call (?:them|her|him) (?:back|again|tomorrow|on|at)|we (?:will|would) (?:call|mail|write|report|tell|let)|told (?:the )?(?:user|customer|client|her|him|them|\p{Lu}\p{L}+)|agreed with|expects? (?:a|our|us|an answer|to hear|news|the)|knows that|was (?:told|informed|promised)|workaround|meanwhile|in the meantime|for now|keep (?:the )?(?:user|customer|client|her|him|them) (?:informed|posted))\b/iu;
const REACH =
  /\b(?:reach(?:ed|able)?|contact(?:ed|s)?|phone|call|ring|mail(?:ed)?|write to|ext(?:ension)?\.?|available|on site|in person|ask (?:the )?(?:user|customer|client|staff|\p{Lu}\p{L}+)|tell (?:the )?(?:user|customer|client|\p{Lu}\p{L}+)|with the (?:user|customer|client))\b|@|\b0\d{3,}/iu;

/** H9: what the customer was promised, and how to reach them. */
export const promisesRule = rule(
  'H9',
  (note) => {
    const section = filledSection(note, NEXT_STEPS);
    if (section === undefined) return [];
    const missing = [
      ...(isTold(note, PROMISE)
        ? []
        : [
            {
              what: 'what the customer was promised',
              line: 'Promised to the customer: nothing known.',
            },
          ]),
      ...(isTold(note, REACH)
        ? []
        : [{ what: 'how to reach them', line: 'Reach the customer: as the ticket says.' }]),
    ];
    if (missing.length === 0) return [];
    return [
      {
        ...placeOfSection(section),
        message: `The next engineer will not know ${missing.map(({ what }) => what).join(' and ')}.`,
        ...addLine(note, section, 'paragraph', missing.map(({ line }) => line).join(' ')),
      },
    ];
  },
  ESCALATION,
);
