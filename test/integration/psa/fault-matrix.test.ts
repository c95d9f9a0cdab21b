import { beforeAll, describe, expect, it } from 'vitest';
import type { Psa } from '../../../electron/psa/index.ts';
import { AppError } from '../../../shared/errors.ts';
import { FAULT_CASES } from '../../faults/cases.ts';
import { type Matrix, playMatrix } from '../../faults/matrix.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await playMatrix();
}, 120_000);

const outcomesOf = (fault: string, step: string) =>
  matrix.rows
    .filter(({ the }) => the.fault === fault && the.step === step)
    .map(({ sights }) => sights[0]?.outcome);

describe('every fault at every step, for both kinds', () => {
  it('posts no second note, tells no false success, loses no draft, and always says what to do', () => {
    const broken = matrix.rows.flatMap(({ the, broken: rules }) =>
      rules.map((rule) => `${the.fault} / ${the.step} / ${the.kind}: ${rule}`),
    );
    expect(broken).toEqual([]);
    expect(matrix.rows).toHaveLength(FAULT_CASES.length);
  });

  it('sends nothing that the API does not take', () => {
    expect(matrix.violations).toEqual([]);
  });

  it.each([
    ['no network', 'post the note', 'OFFLINE'],
    ['cut before the work', 'post the note', 'PSA_OUTCOME_UNKNOWN'],
    ['429, wait 30 s', 'post the note', 'RATE_LIMITED'],
    ['stored as Discussion', 'post the note', 'PSA_REJECTED'],
    ['status ignored', 'change the status', 'PSA_STATUS_NOT_VERIFIED'],
    ['no network', 'read the ticket again', 'PSA_STATUS_NOT_VERIFIED'],
    ['merged meanwhile', 'read the ticket', 'PSA_REJECTED'],
  ])('%s at "%s" is told as %s', (fault, step, outcome) => {
    expect(outcomesOf(fault, step)).toEqual([outcome, outcome]);
  });

  it.each([
    ['cut after the work', 'post the note'],
    ['answer after the time-out', 'post the note'],
    ['work after the time-out', 'post the note'],
    ['newlines folded', 'post the note'],
    ['cut after the work', 'change the status'],
    ['404', 'read the note back'],
  ])('%s at "%s" does no harm', (fault, step) => {
    expect(outcomesOf(fault, step)).toEqual(['resolved', 'escalated']);
  });
});

describe('the rules find', () => {
  it.each<[string, string, (psa: Psa) => Psa, RegExp]>([
    [
      'a client that repeats a note which got no answer',
      'cut after the work / post the note',
      (psa) => ({
        ...psa,
        addNote: (...given) => psa.addNote(...given).catch(() => psa.addNote(...given)),
      }),
      /2 notes, and nobody asked/,
    ],
    [
      'a client that takes the answer for the ticket',
      'status ignored / change the status',
      (psa) => {
        let wanted = 0;
        return {
          ...psa,
          setStatus: (ticket, status, signal) => {
            wanted = status;
            return psa.setStatus(ticket, status, signal);
          },
          getTicket: async (...given) => {
            const ticket = await psa.getTicket(...given);
            const name = wanted === 19 ? 'Completed' : 'Escalated';
            return wanted === 0 ? ticket : { ...ticket, status: { id: wanted, name } };
          },
        };
      },
      /said to be (?:Completed|Escalated), is/,
    ],
    [
      'a client that says of a note sent that nothing was',
      'cut after the work / post the note',
      (psa) => ({
        ...psa,
        addNote: (...given) =>
          psa.addNote(...given).catch(() => {
            throw new AppError('OFFLINE', 'No network.');
          }),
      }),
      /the note is there, and the message does not say so/,
    ],
  ])('%s', async (_, wanted, bend, rule) => {
    const { rows } = await playMatrix(({ fault, step }) => `${fault} / ${step}` === wanted, bend);
    expect(rows).toHaveLength(2);
    for (const { broken } of rows) expect(broken.join('; ')).toMatch(rule);
  });
});
