import { NOTE_HEADINGS } from '../../../../shared/notes/sections.ts';
import { hypothesisFix } from '../../local/hypothesis.ts';
import { rule } from '../rule.ts';
import { addLine, filledSection, placeOfSection } from './insert.ts';

const [, , , HYPOTHESIS] = NOTE_HEADINGS.escalate;

const FOR =
  /\b(?:for it|in favou?r|speaks? for|spoke for|what speaks|supports?|supported by|fits|points? to|because|since|as the|evidence|explains?|consistent with|matches|shown by|borne out|confirmed by|therefore|so that|which is why|due to|rests on)\b/i;
const AGAINST =
  /\b(?:against|contradict\w*|does not (?:fit|explain)|not explained|however|but|although|though|doubts?|doubtful|open question|unexplained|still unclear|untested|not (?:yet )?(?:proven|tested|checked)|except|on the other hand|exception)\b/i;

/** H5: the hypothesis has its confidence, and what speaks for it and against it. */
export const hypothesisDetailsRule = rule(
  'H5',
  (note) => {
    const section = filledSection(note, HYPOTHESIS);
    if (section === undefined) return [];
    if (section.items.every((item) => item.provenance === 'fixed')) return [];
    const fix = hypothesisFix(note.bundle);
    const missing = [
      ...(fix !== null && !/\d\s?%|\bper ?cent\b|\bconfiden/i.test(section.text)
        ? [{ what: 'how sure it is', line: `Confidence: ${fix.confidence} %.` }]
        : []),
      ...(FOR.test(section.text)
        ? []
        : [{ what: 'what speaks for it', line: 'For it: not recorded.' }]),
      ...(AGAINST.test(section.text)
        ? []
        : [{ what: 'what speaks against it', line: 'Against it: nothing on record.' }]),
    ];
    if (missing.length === 0) return [];
    return [
      {
        ...placeOfSection(section),
        message: `The next engineer cannot weigh this hypothesis without ${missing.map(({ what }) => what).join(' and ')}.`,
        ...addLine(note, section, 'paragraph', missing.map(({ line }) => line).join(' ')),
      },
    ];
  },
  { level: 'warn', kinds: ['escalate'] },
);
