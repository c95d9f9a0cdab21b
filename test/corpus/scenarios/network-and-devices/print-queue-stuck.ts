import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const printQueueStuck: Scenario = {
  id: 'print-queue-stuck',
  situation:
    'A print queue hung and came free by itself before anyone had changed a thing; the cause was not found.',
  session: () =>
    session({
      title: 'Nothing comes out of the warehouse printer',
      domain: 'printing',
      ticket_ref: '53077',
      intake:
        'Delivery notes stuck!! 40+ jobs in the que, nothing comes out, lorry waits in the yard. printer WH-2. Deleting doesnt work, they say "deleting" forever.\n\nsent from my phone\nSzymon, dispatch, Haldane Logistics',
      summary:
        'The queue of the warehouse printer WH-2 stood still with more than 40 delivery notes.',
    })
      .fact('ticket', 'Reported at 13:05 on 18 November by dispatch.')
      .fact(
        'user_report',
        'More than 40 delivery notes wait in the queue of WH-2 and cannot be deleted.',
      )
      .checked(
        'Open the queue on the print server',
        'At 13:22 the queue on HAL-PS01 held 43 jobs, the first one 61 MB from a supplier PDF.',
      )
      .ran('Get-SpoolState.ps1', 'spooler running, 43 jobs, event 372 logged at 12:51')
      .generated('Restart-SpoolerClean.ps1', {
        changes_system: true,
        undo: 'jobs that were cleared must be printed again',
      })
      .fix('Restart the spooler and clear the queue', {
        description: 'The first job blocks the others.',
        confidence: 80,
        outcome: 'dismissed',
        outcome_note: 'the queue had emptied before it was applied',
      })
      .checked(
        'Look at the queue and the printer log',
        'At 13:31 the queue was empty; the printer log shows 42 jobs printed and one cancelled at the device at 13:26.',
        { role: 'confirmation' },
      )
      .fact(
        'user_report',
        'Szymon says that nobody touched the printer as far as he knows and the lorry has left.',
      )
      .name('HAL-PS01', 'host', 'the print server')
      .name('WH-2', 'host', 'the warehouse printer'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'On 18 November the warehouse printer did not print; more than 40 delivery notes waited in its queue and could not be deleted.',
          'session',
          'fact:1',
          'fact:2',
        ),
      ],
      [
        bullet('At 13:22 there were 43 jobs in the queue, the first one very large.', 'fact:3'),
        bullet(
          'At 13:31 the queue was empty: 42 jobs had been printed, and one had been cancelled at the printer.',
          'fact:4',
        ),
      ],
      [fixed('no_root_cause')],
      [
        bullet('The queue came free by itself before we made any change.', 'fact:4', 'fix:1'),
        bullet('The lorry has left, as Szymon reported.', 'fact:5'),
        bullet(
          'One job was cancelled; please check whether a delivery note is missing and print it again.',
          'fact:4',
        ),
        bullet(
          'If the queue stops again, please call us before anything is deleted, so that we can see the cause.',
          'fact:4',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The queue of WH-2 at Haldane Logistics stood still with more than 40 delivery notes while a lorry waited, reported at 13:05 on 18 November.',
            'session',
            'fact:1',
            'fact:2',
          ),
          s('It came free by itself.', 'fact:4', 'fix:1'),
        ),
      ],
      [
        bullet('Reported by dispatch at 13:05 on 18 November (ticket).', 'fact:1'),
        bullet('The user reports more than 40 jobs on WH-2 that cannot be deleted.', 'fact:2'),
        bullet('13:22: 43 jobs on HAL-PS01, the first 61 MB from a supplier PDF.', 'fact:3'),
        bullet(
          '13:31: queue empty; 42 jobs printed, one cancelled at the device at 13:26.',
          'fact:4',
        ),
        bullet(
          'Szymon reports that nobody touched the printer as far as he knows, which does not fit the cancelled job.',
          'fact:5',
          'fact:4',
        ),
        bullet('The lorry has left.', 'fact:5'),
      ],
      [
        bullet('Opened the queue on the print server: 43 jobs behind a 61 MB one.', 'fact:3'),
        bullet('Ran Get-SpoolState.ps1: spooler running, 43 jobs, event 372 at 12:51.', 'script:1'),
        bullet(
          'Looked at the queue and the printer log at 13:31: empty, one job cancelled at 13:26.',
          'fact:4',
        ),
      ],
      [fixed('no_hypothesis')],
      [
        bullet(
          'Read event 372 of 12:51 on HAL-PS01 in full and note the document (tomorrow).',
          'script:1',
          'fact:3',
        ),
        bullet(
          'Ask dispatch who sent the supplier PDF of 61 MB and whether it was cancelled at the panel.',
          'fact:3',
          'fact:4',
          'fact:5',
        ),
        bullet(
          'If the queue stops again, save the first job before running Restart-SpoolerClean.ps1, which is prepared but not run; cleared jobs must be printed again.',
          'script:2',
          'fact:3',
        ),
      ],
    ],
  },
};
