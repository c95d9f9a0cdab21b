import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const updateRolledBack: Scenario = {
  id: 'update-rolled-back',
  situation:
    'A cumulative update rolls itself back on one server of three; the recovery partition is suspected, nothing is applied yet.',
  session: () =>
    session({
      title: 'KB5091157 rolls back on HLM-APP03',
      domain: 'server',
      ticket_ref: null,
      intake:
        'Own monitoring, no ticket: patch report of 18 November lists HLM-APP03 as missing KB5091157 for the second window. Customer: Holloway Mills (bakery), order entry runs on it. Not noticed by users yet.',
      summary: 'KB5091157 was rolled back on HLM-APP03 on 11 and 18 November.',
      customer_summary: 'A monthly Windows update undid itself twice on one of your servers.',
      affected: 'HLM-APP03, which runs order entry',
      impact: 'none so far',
    })
      .fact('technician', 'HLM-APP01 and HLM-APP02 took KB5091157 on 11 November at the first try.')
      .checked(
        'Read the Setup event log',
        'Setup log on HLM-APP03: KB5091157 failed twice with 0x800f0922, on 11 and 18 November, and was rolled back.',
      )
      .fact('script_output', 'DISM RestoreHealth: no component store corruption detected.', {
        source_summary: 'Repair-ComponentStore.ps1',
      })
      .ran('Repair-ComponentStore.ps1', 'no corruption found, nothing repaired')
      .fix('Reset the Windows Update components', {
        description: 'Renames SoftwareDistribution and catroot2.',
        confidence: 45,
        outcome: 'failed',
        outcome_note: 'the update rolled back at 3:48 with 0x800f0922 as before',
      })
      .checked(
        'Mount the EFI partition and measure it',
        'The EFI system partition of HLM-APP03 has 3 MB free of 100 MB.',
      )
      .checked(
        'Measure the EFI partition of a server that took the update',
        'The EFI system partition of HLM-APP01 has 61 MB free of 100 MB.',
      )
      .fact(
        'technician',
        'The rest of the EFI space on HLM-APP03 might be old firmware capsules.',
        {
          status: 'proposed',
        },
      )
      .fix('Free space on the EFI system partition', {
        description: '0x800f0922 is also given when the EFI partition has too little room.',
        confidence: 65,
      })
      .generated('Clear-EfiFirmwareFolder.ps1', {
        changes_system: true,
        undo: 'copy the folder back from the copy that the script makes first',
      })
      .check('Name what fills the EFI partition of HLM-APP03')
      .name('HLM-APP01', 'host')
      .name('HLM-APP02', 'host')
      .name('HLM-APP03', 'host', 'the order entry server'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'A monthly Windows update was missing on one of your servers because it undid itself twice, on 11 and 18 November.',
            'session',
            'fact:2',
          ),
          s('Users had not noticed.', 'session'),
        ),
      ],
      [
        bullet('Two comparable servers took the update at the first try.', 'fact:1'),
        bullet('The Windows files of the server are intact.', 'fact:3'),
        bullet(
          'A small system partition on this server is nearly full, unlike on a server that took the update.',
          'fact:4',
          'fact:5',
        ),
      ],
      [fixed('no_root_cause')],
      [
        line(
          s('The update is not installed yet.', 'fact:2', 'fix:1'),
          s('The order entry keeps running.', 'session'),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'KB5091157 was rolled back on HLM-APP03 at Holloway Mills on 11 and 18 November with 0x800f0922.',
            'session',
            'fact:2',
          ),
          s('Affected: HLM-APP03, which runs order entry.', 'session'),
          s('Impact: none so far.', 'session'),
        ),
      ],
      [
        bullet('HLM-APP01 and HLM-APP02 took KB5091157 on 11 November at the first try.', 'fact:1'),
        bullet('On HLM-APP03 it failed with 0x800f0922 on 11 and 18 November.', 'fact:2'),
        bullet('DISM detected no component store corruption.', 'fact:3'),
        bullet('The EFI system partition of HLM-APP03 has 3 MB free of 100 MB.', 'fact:4'),
        bullet('That of HLM-APP01 has 61 MB free of 100 MB.', 'fact:5'),
      ],
      [
        bullet(
          'Read the Setup event log: two failures with 0x800f0922, each rolled back.',
          'fact:2',
        ),
        bullet(
          'Measured the EFI partition here and on HLM-APP01: 3 MB against 61 MB free.',
          'fact:4',
          'fact:5',
        ),
        bullet('Ran Repair-ComponentStore.ps1: no corruption found, nothing repaired.', 'script:1'),
        bullet(
          s(
            'Reset the Windows Update components: did not help, rolled back at 3:48 with 0x800f0922.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
      ],
      [
        line(
          s('Free space on the EFI system partition (65% confidence), not tried yet.', 'fix:2'),
          s(
            'For it: 3 MB free here against 61 MB on a server that took the update.',
            'fact:4',
            'fact:5',
          ),
          s('Against it: no log line names the partition so far.', 'fact:2'),
        ),
      ],
      [
        bullet(
          'Name what fills the EFI partition of HLM-APP03 (server engineer, before the next patch window).',
          'check:4',
          'fact:4',
        ),
        bullet(
          'Review Clear-EfiFirmwareFolder.ps1, which is prepared but not run; it makes a copy first.',
          'script:2',
        ),
        bullet(
          'Take a snapshot of HLM-APP03, then retry KB5091157 in the next window.',
          'fact:2',
          'fix:2',
        ),
        bullet(
          'If it rolls back with room on the partition, collect the setup log and open a vendor case.',
          'fact:4',
          'fact:2',
        ),
      ],
    ],
  },
};
