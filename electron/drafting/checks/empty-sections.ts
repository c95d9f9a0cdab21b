import { FIXED_SENTENCES, NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { RESOLVE_SENTENCES } from '../fixed-sentences.ts';
import { groupFacts } from '../local/fact-lines.ts';
import { hypothesisFix } from '../local/hypothesis.ts';
import { tellableFixes } from '../local/resolution-steps.ts';
import { itemsIn, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const [, CONFIRMED_FOR_CUSTOMER, ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;
const [, CONFIRMED, TRIED, HYPOTHESIS] = NOTE_HEADINGS.escalate;

/**
 * S2: no section is empty, and a sentence that says "nothing" stands only where the record has
 * nothing. Beside lines of the technician's own it warns: they may know what the record does not.
 */
export const emptySectionsRule = rule('S2', (note) => [
  ...emptySections(note),
  ...untrueSentences(note),
]);

/** The fixed sentence for a section that has nothing to tell, as the record stands; null where none is true. */
export function emptySentence(note: NoteView, section: string): string | null {
  return (
    sentencesFor(note, section).find(({ contradiction }) => contradiction === null)?.text ?? null
  );
}

interface FixedSentence {
  readonly text: string;
  /** What on record speaks against it. */
  readonly contradiction: string | null;
}

function sentencesFor({ bundle }: NoteView, section: string): FixedSentence[] {
  const facts = groupFacts(bundle.facts).length;
  const onRecord = (count: number, what: string) =>
    count === 0 ? null : `${what} on record: ${count}`;
  switch (section) {
    case CONFIRMED:
      return [
        {
          text: FIXED_SENTENCES.nothing_confirmed,
          contradiction: onRecord(facts, 'confirmed facts'),
        },
      ];
    case CONFIRMED_FOR_CUSTOMER:
      return [
        {
          text: FIXED_SENTENCES.nothing_confirmed,
          contradiction: onRecord(facts, 'confirmed facts'),
        },
        ...[RESOLVE_SENTENCES.checks_kept_internally, RESOLVE_SENTENCES.told_below].map((text) => ({
          text,
          contradiction: facts > 0 ? null : 'no fact is confirmed',
        })),
      ];
    case TRIED: {
      const checks = onRecord(groupFacts(bundle.diagnostic_checks).length, 'diagnostic checks');
      const fixes = onRecord(bundle.fixes_tried.length, 'fixes tried');
      const scripts = onRecord(bundle.scripts.filter((script) => script.ran).length, 'scripts run');
      return [{ text: FIXED_SENTENCES.nothing_tried, contradiction: checks ?? fixes ?? scripts }];
    }
    case HYPOTHESIS: {
      const fix = hypothesisFix(bundle);
      return [
        {
          text: FIXED_SENTENCES.no_hypothesis,
          contradiction: fix === null ? null : `the suggested fix “${fix.title}” leads`,
        },
      ];
    }
    case ROOT_CAUSE:
      return [{ text: FIXED_SENTENCES.no_root_cause, contradiction: null }];
    case RESOLUTION:
      return [
        {
          text: RESOLVE_SENTENCES.no_change_recorded,
          contradiction: onRecord(tellableFixes(bundle).length, 'fixes applied'),
        },
      ];
    default:
      return [];
  }
}

function emptySections(note: NoteView): Fault[] {
  const filled = new Set(
    note.items.filter((item) => /\S/.test(item.block.text)).map((item) => item.heading),
  );
  return note.headings.flatMap(({ name, block }, index): Fault[] => {
    if (name === null || filled.has(index) || note.tangled !== null) return [];
    const sentence = emptySentence(note, name);
    return [
      {
        from: block.from,
        to: block.to,
        message: `“${name}” is empty. Say what is known, or that nothing is.`,
        ...(sentence === null
          ? {}
          : {
              repair: {
                label: `Insert “${sentence}”`,
                from: block.to,
                to: block.to,
                replacement: `\n${sentence}`,
              },
            }),
      },
    ];
  });
}

function untrueSentences(note: NoteView): Fault[] {
  return NOTE_HEADINGS[note.kind].flatMap((section): Fault[] => {
    const items = itemsIn(note, section);
    const told = items.filter((item) => item.provenance === 'fixed');
    return told.flatMap((item): Fault[] => {
      const text = item.block.text.trim();
      const known = sentencesFor(note, section).find((sentence) => sentence.text === text);
      if (known === undefined)
        return [fault(note, item, `“${text}” does not belong under “${section}”.`)];
      if (known.contradiction !== null) {
        return [fault(note, item, `The note says “${text}”, but ${known.contradiction}.`)];
      }
      return items.length > told.length && text !== RESOLVE_SENTENCES.checks_kept_internally
        ? [
            {
              ...fault(note, item, `“${text}” stands beside other lines. Delete what is not so.`),
              level: 'warn',
            },
          ]
        : [];
    });
  });
}

function fault(note: NoteView, item: NoteItem, message: string): Fault {
  const line = note.lines[item.line - 1];
  const from = line?.from ?? item.block.from;
  const end = line?.to ?? item.block.to;
  return {
    from,
    to: end,
    message,
    repair: {
      label: 'Delete this line',
      from,
      to: Math.min(note.markdown.length, end + 1),
      replacement: '',
    },
  };
}
