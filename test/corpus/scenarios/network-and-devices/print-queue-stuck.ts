import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario } from '../../scenario.ts';

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
    })
      .fact('ticket', 'Reported at 13:05 on 18 November by dispatch.')
      .fact(
        'user_report',
        'More than 40 delivery notes wait in the queue of WH-2 and cannot be deleted.',
      )
      .fact(
        'diagnostic_check',
        'At 13:22 the queue on HAL-PS01 held 43 jobs, the first one 61 MB from a supplier PDF.',
        {
          source_summary: 'Opened the queue on the print server',
        },
      )
      .ran('Get-SpoolState.ps1', 'spooler running, 43 jobs, event 372 logged at 12:51')
      .generated('Restart-SpoolerClean.ps1', {
        changes_system: true,
        undo: 'jobs that were cleared must be printed anew',
      })
      .fix('Restart the spooler and clear the queue', {
        description: 'The first job blocks the others.',
        confidence: 80,
        outcome: 'dismissed',
        outcome_note: 'the queue had emptied before it was applied',
      })
      .fact(
        'diagnostic_check',
        'At 13:31 the queue was empty; the printer log shows 42 jobs printed and one cancelled at the device at 13:26.',
      )
      .fact(
        'user_report',
        'Szymon says that nobody touched the printer as far as he knows and the lorry has left.',
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'On 18 November delivery notes did not come out of the warehouse printer. More than 40 of them waited in the queue and could not be deleted.',
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
        bullet('The queue came free before we made any change.', 'fact:4', 'fact:5'),
        bullet('The lorry has left, as Szymon told us.', 'fact:5'),
        bullet(
          'One job was cancelled. Please check whether a delivery note is missing and print it once more.',
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
          'The queue of WH-2 at Haldane Logistics stood still with more than 40 delivery notes, reported at 13:05 on 18 November; dispatch could not load a lorry. It came free by itself. Number of users and priority: unknown.',
          'session',
          'fact:1',
          'fact:2',
          'fact:4',
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
          'The user reports that nobody touched the printer as far as known, which does not fit the cancelled job.',
          'fact:5',
          'fact:4',
        ),
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
          'Read event 372 of 12:51 on HAL-PS01 in full and note the document (tier 2, tomorrow).',
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
          'If the queue stops again, save the first job before Restart-SpoolerClean.ps1, which has not been run so far; cleared jobs must be printed anew.',
          'script:2',
          'fact:3',
        ),
      ],
    ],
  },
};
