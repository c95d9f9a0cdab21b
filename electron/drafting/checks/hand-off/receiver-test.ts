import { FIXED_SENTENCES } from '../../../../shared/notes/sections.ts';
import { countWords } from '../../language/sentences.ts';
import { startsAsStep } from '../../language/steps.ts';
import type { NoteDocument } from '../../note-document.ts';

/** The questions that an engineer who reads nothing but the package must be able to answer. */
export interface ReceiverAnswers {
  readonly what_is_broken: boolean;
  readonly what_must_not_be_repeated: boolean;
  readonly what_do_i_do_first: boolean;
}

const RESULT =
  /[:;,]\s|\b(?:worked|works|helped?|fail\w*|ruled out|not|no|showed?|shows|found|removed|returned|result|outcome|but|and|was|were|is|are|has|had)\b/i;

/** H11, the receiver's test: which of the three questions an escalation package answers by itself. */
export function receiverTest({ sections }: Pick<NoteDocument, 'sections'>): ReceiverAnswers {
  const [problem = [], , tried = [], , next = []] = sections;
  const [first] = next.filter((block) => /\S/.test(block.text));
  return {
    what_is_broken: problem.some(
      ({ text }) => countWords(text.replace(/\b\w+: unknown\.?/gi, '')) >= 4,
    ),
    what_must_not_be_repeated:
      tried.length > 0 &&
      tried.every(({ text }) => text === FIXED_SENTENCES.nothing_tried || RESULT.test(text)),
    what_do_i_do_first:
      first !== undefined && startsAsStep(first.text) && countWords(first.text) >= 3,
  };
}
