import type { FactRole } from '../../shared/domain/fact.ts';
import type { FakeAnswer } from '../fakes/anthropic.ts';

/** The conversation of the demo: what the technician types and presses, and what Claude says to it. */
export const TITLE = 'Accounting cannot print since this morning';
export const PROBLEM =
  'Since 08:30 nobody in accounting can print. Jobs stay in the queue and the printer says that it is ready.';

export const SAID = {
  first:
    'All five people in accounting are affected, other departments print normally. A test page from the panel of the printer comes out.',
  second: 'Deleting the first job does nothing. It hangs since 08:27.',
  third:
    'The queue is empty and all five print again. Ms Okafor has printed the month-end list and says that it is fine.',
} as const;

export const CHECK = {
  instruction: 'Look at the oldest job in the queue on the print server',
  result: 'The oldest job in the queue, a file of 214 MB, hangs in the state “Error - Deleting”.',
  output:
    'Id  Size     SubmittedTime  JobStatus\n17  214 MB   08:27:41       Error, Deleting\n18  1.2 MB   08:31:02       Spooled',
} as const;

export const RUN = {
  outcome: 'Deleted the 14 files of waiting jobs; the spooler runs.',
  output: '14 files of waiting jobs were deleted.\nThe spooler is Running.',
} as const;

const fact = (
  text: string,
  source_type: string,
  from_message: number,
  more: { readonly role?: FactRole; readonly customer_wording?: string } = {},
) => ({
  name: 'propose_fact',
  input: {
    ...{ text, source_type, from_message, source_summary: null },
    ...{ role: null, customer_wording: null, ...more },
  },
});

/** Claude's answers to one message of the technician: first the words and the tools, then the rest. */
export function answersTo(line: keyof typeof SAID, ids: Ids): FakeAnswer[] {
  return ANSWERS[line](ids).map((answer) => ({ ...answer, tokens_a_second: 90 }));
}

/** What the answers refer to, as the record numbers it. */
interface Ids {
  /** The message that is answered. */
  readonly message: number;
  /** The active fix; 0 while there is none. */
  readonly fix: number;
}

const ANSWERS: Readonly<Record<keyof typeof SAID, (ids: Ids) => readonly FakeAnswer[]>> = {
  first: ({ message }) => [
    {
      text: 'The page from the panel rules out the device itself, and one department alone rules out the server as a whole. That leaves **one queue**.\n\n',
      tools: [
        fact(
          'All five people in accounting are affected; other departments print normally.',
          'technician',
          message,
          {
            role: 'symptom',
            customer_wording:
              'All five people in accounting were affected; other departments printed normally.',
          },
        ),
        fact('A test page from the panel of the printer comes out.', 'technician', message, {
          customer_wording: 'A test page from the panel of the printer came out.',
        }),
        {
          name: 'suggest_check',
          input: {
            instruction: CHECK.instruction,
            meaning: 'A job in an error state at the top holds up all those behind it.',
          },
        },
      ],
    },
    {
      text: 'What stands at the top of that queue? On the print server:\n\n```powershell\nGet-PrintJob -PrinterName "Accounting" | Sort-Object SubmittedTime | Select-Object -First 3\n```',
    },
  ],
  second: ({ message }) => [
    {
      text: 'A job that cannot be deleted holds its file open in the spooler. Deleting it again will not help:\n\n1. stop the spooler,\n2. remove the files of the waiting jobs,\n3. start it again.\n\n**All 14 waiting jobs go with it**, so tell the department first. ',
      tools: [
        fact(
          'The first job hangs since 08:27, and deleting it does nothing.',
          'technician',
          message,
        ),
        {
          name: 'propose_fix',
          input: {
            title: 'Reset the print queue',
            description: 'Stop the spooler, remove the files of the waiting jobs, start it again.',
            confidence: 88,
          },
        },
        {
          name: 'propose_script',
          input: {
            template: 'shipped/printer-queue-reset',
            values: [],
            reason: 'It does the three steps in one go and lists the printers afterwards.',
          },
        },
      ],
    },
    { text: 'What does it print?' },
  ],
  third: ({ message, fix }) => [
    {
      text: 'Good. ',
      tools: [
        fact(
          'All five people in accounting print again; Ms Okafor printed the month-end list.',
          'user_report',
          message,
          { role: 'confirmation' },
        ),
        fact(
          'The cause was one print job that hung and held up all those behind it.',
          'technician',
          message,
          { role: 'cause' },
        ),
        {
          name: 'propose_outcome',
          input: { fix, outcome: 'worked', note: null, done: null, cause: null },
        },
      ],
    },
    { text: 'Confirm these, and the note has all that it needs.' },
  ],
};

const says = (text: string, ...evidence_ids: string[]) => ({ text, evidence_ids });

/** The package as Claude would word it half way, before the script ran. Rows count from 1 in a new home. */
export const ESCALATION_NOTE = {
  problem: [
    says('Nobody in accounting could print since 08:30; jobs stayed in the queue.', 'session'),
  ],
  confirmed: [
    [
      says(
        'All five people in accounting are affected; other departments print normally.',
        'fact:1',
      ),
    ],
    [says('A test page from the panel of the printer comes out.', 'fact:2')],
    [
      says(
        'The oldest job in the queue, a file of 214 MB, hangs in the state “Error - Deleting”.',
        'fact:3',
      ),
    ],
    [says('The first job hangs since 08:27, and deleting it does nothing.', 'fact:4')],
  ],
  for_and_against: [says('The first job hangs and deleting it does nothing.', 'fact:4')],
  next_steps: [
    [says('Check the queue again afterwards and have one person in accounting print.', 'fact:1')],
  ],
};

/** The note for the customer as Claude would word it at the end. */
export const RESOLUTION_NOTE = {
  problem: [
    says('Since 08:30 nobody in accounting could print; jobs stayed in the queue.', 'session'),
  ],
  confirmed: [
    [
      says(
        'All five people in accounting were affected; other departments printed normally.',
        'fact:1',
      ),
    ],
    [says('A test page from the panel of the printer came out.', 'fact:2')],
  ],
  root_cause: [says('One print job hung and held up all those behind it.', 'fact:6')],
  resolution: [
    [
      says(
        'The user reports: all five people in accounting print again, and Ms Okafor printed the month-end list.',
        'fact:5',
      ),
    ],
  ],
};
