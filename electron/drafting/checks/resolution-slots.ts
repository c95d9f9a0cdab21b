import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { userVerifications } from '../language/claims.ts';
import { countWords } from '../language/sentences.ts';
import { addLine, filledSection, placeOfSection } from './hand-off/insert.ts';
import type { NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const [PROBLEM, , ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;
const SHORTEST_PROBLEM = 3;

const VERIFIED =
  /\b(?:verif\w*|confirm\w*|tested|test|checked|reported|told us|said|tried it|(?:works?|worked|working|opens?|opened|runs?|ran|prints?|printed|starts?|started|connects?|connected|arrive[sd]?|loads?|syncs?|synced|signs? in|signed in|stay(?:s|ed)?|complete[sd]?|finished|came through|are back|is back|has been quiet|quiet) (?:again|now|normally|since|without|on|in|for|at|as|with|open|and|there|it|,|\.|$)|(?:no|not|never|without)\b[^.]{0,30}\b(?:since|again|further|more|any ?more|error|prompt|problem)|since then|will be known|is not known yet|remains? to be|still to be|cannot be verified|not (?:yet )?verified|after (?:that|this|the change))\b/i;
const FOR_CUSTOMER =
  /\byou\b|\byour side\b|\bplease\b|\bno (?:further |more |other )?(?:action|steps?|work)\b|\bnothing (?:more |else |further )?(?:needs?|has|to do|is needed|is required|remains)\b|\b(?:contact|call|tell|write to|let) us\b|\b(?:staff|users?|everyone) (?:can|should|may|need)\b/i;

/**
 * R1: what the customer wants of a resolution note: what they saw, the cause or that it is not known,
 * what was done, how that was verified, and what they have to do now. One finding for each that is missing.
 */
export const resolutionSlotsRule = rule(
  'R1',
  (note) => [...shortProblem(note), ...causeOfNothing(note), ...resolutionSlots(note)],
  { level: 'warn', kinds: ['resolve'] },
);

function shortProblem(note: NoteView): Fault[] {
  const section = filledSection(note, PROBLEM);
  if (section === undefined || countWords(section.text) >= SHORTEST_PROBLEM) return [];
  return [{ ...placeOfSection(section), message: 'Say what the user saw, in a whole sentence.' }];
}

const NO_CAUSE = /^(?:unknown|none|no|n\/a|unclear|-|see above)\W*$/i;

function causeOfNothing(note: NoteView): Fault[] {
  const section = filledSection(note, ROOT_CAUSE);
  const [item] = section?.items ?? [];
  if (section === undefined || item === undefined || !NO_CAUSE.test(section.text)) return [];
  const line = note.lines[item.line - 1];
  return [
    {
      ...placeOfSection(section),
      message: 'Say the cause, or that it was not determined.',
      ...(line === undefined || section.items.length > 1
        ? {}
        : {
            repair: {
              label: `Write “${FIXED_SENTENCES.no_root_cause}”`,
              from: line.from,
              to: line.to,
              replacement: FIXED_SENTENCES.no_root_cause,
            },
          }),
    },
  ];
}

function resolutionSlots(note: NoteView): Fault[] {
  const section = filledSection(note, RESOLUTION);
  if (section === undefined) return [];
  const place = placeOfSection(section);
  const done = section.items.some((item) => item.provenance === 'fixed');
  const verified = done || VERIFIED.test(section.text);
  const faults: Fault[] = [];
  if (!verified) {
    const line =
      userVerifications(note.bundle).length > 0
        ? 'The user reported that it works.'
        : 'Please tell us if the problem comes back; the result is not verified yet.';
    faults.push({
      ...place,
      message: 'The customer will ask how it was verified. Say it, or say that it was not.',
      ...addLine(note, section, 'bullet', line),
    });
  }
  if (!FOR_CUSTOMER.test(section.text)) {
    faults.push({
      ...place,
      message: 'The customer will ask what they have to do now.',
      ...addLine(note, section, 'bullet', 'You do not need to do anything.'),
    });
  }
  return faults;
}
