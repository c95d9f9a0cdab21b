import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario } from '../../scenario.ts';

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
    })
      .fact('technician', 'HLM-APP01 and HLM-APP02 took KB5091157 on 11 November at the first try.')
      .fact(
        'diagnostic_check',
        'Setup log on HLM-APP03: KB5091157 failed twice with 0x800f0922, on 11 and 18 November, and was rolled back.',
        { source_summary: 'Read the Setup event log' },
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
      .fact('diagnostic_check', 'The EFI system partition of HLM-APP03 has 3 MB free of 100 MB.', {
        source_summary: 'Mounted the EFI partition and measured it',
      })
      .fact('diagnostic_check', 'The EFI system partition of HLM-APP01 has 61 MB free of 100 MB.', {
        source_summary: 'Same measurement on a server that took the update',
      })
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
      }),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'A monthly Windows update was missing on one of your servers because it undid itself twice, on 11 and 18 November. Users were not affected.',
          'session',
          'fact:2',
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
          'The update is not installed yet, and the work goes on. The order entry keeps running, and there is nothing you need to do.',
          'fact:2',
          'session',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'KB5091157 was rolled back on HLM-APP03 on 11 and 18 November with 0x800f0922. One server was affected, the one that runs order entry at Holloway Mills; users had not noticed. Priority: unknown.',
          'session',
          'fact:2',
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
          'Reset the Windows Update components: did not help, rolled back at 3:48 with 0x800f0922. Ruled out.',
          'fix:1',
        ),
      ],
      [
        line(
          'Free space on the EFI system partition (65 % confidence), not tried yet. For it: 3 MB free here against 61 MB on a server that took the update. Against it: no log line names the partition so far.',
          'fix:2',
          'fact:2',
          'fact:4',
          'fact:5',
        ),
      ],
      [
        bullet(
          'Look into the EFI partition of HLM-APP03 and name what fills it (server engineer, before the next patch window).',
          'fact:4',
        ),
        bullet(
          'Review Clear-EfiFirmwareFolder.ps1, generated and not run; it makes a copy first.',
          'script:2',
          'fix:2',
        ),
        bullet(
          'Take a snapshot of HLM-APP03, then retry KB5091157 in the next window.',
          'fact:2',
          'fix:2',
        ),
        bullet(
          'If it rolls back with room on the partition, collect the CBS log and open a vendor case.',
          'fact:4',
          'fact:2',
        ),
      ],
    ],
  },
};
