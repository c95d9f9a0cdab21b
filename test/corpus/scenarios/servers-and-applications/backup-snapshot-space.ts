import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario } from '../../scenario.ts';

export const backupSnapshotSpace: Scenario = {
  id: 'backup-snapshot-space',
  situation:
    'The nightly backup fails because the shadow copy storage is capped; the cap is raised and the next run has to prove it.',
  session: () =>
    session({
      title: 'Nightly server backup failing since Sunday',
      domain: 'backup',
      ticket_ref: '51907',
      intake:
        'Hello support,\n\nforwarding this again, thats the third one in a row. Are we backed up or not?? Please somebody call me, 01632 960 144.\n\nKind regards\nTheo Brandvold\nOffice manager, Saltmarsh Surveyors\n\n---------- Forwarded message ----------\nFrom: backup-alerts@saltmarsh.example\nSubject: [FAILED] SMS-FS01 nightly\n\nJob SMS-FS01 nightly finished with errors on 17/11/2026 22:41.\nError 0x8004231f: Insufficient storage available to create either the shadow copy storage file or other shadow copy data.',
    })
      .fact('ticket', 'The job SMS-FS01 nightly failed on 15, 16 and 17 November.')
      .fact(
        'diagnostic_check',
        'The last good restore point of SMS-FS01 is from 14 November, 22:58.',
        { source_summary: 'Looked through the restore points in the backup console' },
      )
      .fix('Restart the Volume Shadow Copy services', {
        description: 'A hung writer would be freed by a restart.',
        confidence: 50,
        outcome: 'failed',
        outcome_note: 'a test job at 09:40 stopped with the same error 0x8004231f',
      })
      .fact(
        'diagnostic_check',
        'Event 36 from volsnap: shadow copies of D: were aborted because the storage could not grow due to a user imposed limit.',
        { source_summary: 'Read the System log of SMS-FS01' },
      )
      .fact('script_output', 'Shadow copy storage of D: maximum 4 GB, used 4 GB.', {
        source_summary: 'Get-ShadowStorage.ps1',
      })
      .fact('technician', 'Volume D: itself has 212 GB free.')
      .ran('Get-ShadowStorage.ps1', 'listed the storage limits of C: and D:')
      .fix('Raise the shadow copy limit on D: to 60 GB', {
        description: 'The limit of 4 GB is used up, and the volume has room.',
        confidence: 82,
        outcome: 'pending',
        outcome_note: 'the nightly job at 22:00 has to run through first',
      })
      .ran('Set-ShadowStorage.ps1', 'the limit of D: is now 60 GB', {
        parameters: [{ name: 'MaxSize', secret: false, value: '60 GB' }],
        changes_system: true,
        undo: 'set the limit of D: back to 4 GB',
      })
      .fact(
        'technician',
        'Told Theo Brandvold by phone that no backup newer than 14 November exists, and that we will call him on the morning after the next run.',
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'The nightly backup of the file server had failed three times in a row, on 15, 16 and 17 November.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('The last good backup is from 14 November.', 'fact:2'),
        bullet('The space set aside for backup snapshots on the data drive was full.', 'fact:4'),
        bullet('The drive itself has plenty of free space.', 'fact:5'),
      ],
      [
        line(
          'A limit of 4 GB on the snapshot space of the data drive had been reached, so the backup could not take its snapshot.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet('We raised this limit to 60 GB.', 'fix:2', 'script:2'),
        bullet("The result will be known after tonight's backup at 22:00.", 'fix:2'),
        bullet(
          'Until then there is no backup newer than 14 November; we will call you in the morning after the run.',
          'fact:6',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'The nightly backup of SMS-FS01 failed on 15, 16 and 17 November with error 0x8004231f. The whole office was affected in that no newer restore point existed; daily work was not reported as hindered. Priority: unknown.',
          'session',
          'fact:1',
          'fact:2',
        ),
      ],
      [
        bullet('The job failed on 15, 16 and 17 November (ticket).', 'fact:1'),
        bullet('The last good restore point is from 14 November, 22:58.', 'fact:2'),
        bullet(
          'Event 36 from volsnap shows aborted shadow copies of D: due to a user imposed limit.',
          'fact:3',
        ),
        bullet('The shadow copy storage of D: was full: 4 GB of 4 GB used.', 'fact:4'),
        bullet('D: has 212 GB free.', 'fact:5'),
        bullet(
          'Theo Brandvold knows that no backup newer than 14 November exists, and expects our call on the morning after the next run.',
          'fact:6',
        ),
      ],
      [
        bullet('Looked through the restore points: newest from 14 November, 22:58.', 'fact:2'),
        bullet('Read the System log: volsnap event 36 for D:.', 'fact:3'),
        bullet(
          'Restart the Volume Shadow Copy services: did not help, a test job at 09:40 stopped with 0x8004231f. Ruled out.',
          'fix:1',
        ),
        bullet('Ran Get-ShadowStorage.ps1: it listed the limits of C: and D:.', 'script:1'),
        bullet(
          'Raise the shadow copy limit on D: to 60 GB: applied, waits for the nightly job at 22:00.',
          'fix:2',
        ),
        bullet(
          'Ran Set-ShadowStorage.ps1: the limit of D: is now 60 GB. To undo, set it back to 4 GB.',
          'script:2',
          'fact:4',
        ),
      ],
      [
        line(
          'Raise the shadow copy limit on D: to 60 GB (82 % confidence): applied, not yet proven. For it: the limit of 4 GB was used up, and event 36 names it. Against it: nothing on record.',
          'fix:2',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet('Check the job of SMS-FS01 tonight after 22:00 (on-call).', 'fix:2'),
        bullet(
          'Call Theo Brandvold tomorrow morning with the result (owner of the ticket).',
          'fact:6',
        ),
        bullet(
          'If the job stops with 0x8004231f once more, read the shadow storage of D: during the run and open a case with the backup vendor.',
          'session',
          'fact:4',
        ),
      ],
    ],
  },
};
