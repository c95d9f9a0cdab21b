import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

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
      summary: 'The nightly backup of SMS-FS01 failed on 15, 16 and 17 November.',
      customer_summary: 'The nightly backup of the file server failed on 15, 16 and 17 November.',
      promised: 'a call to Theo Brandvold on the morning after the next run',
      contact: 'Theo Brandvold, 01632 960 144',
    })
      .fact('ticket', 'The job SMS-FS01 nightly failed on 15, 16 and 17 November.')
      .checked(
        'Look through the restore points in the backup console',
        'The last good restore point of SMS-FS01 is from 14 November, 22:58.',
      )
      .fix('Restart the Volume Shadow Copy services', {
        description: 'A hung writer would be freed by a restart.',
        confidence: 50,
        outcome: 'failed',
        outcome_note: 'a test job at 09:40 stopped with the same error 0x8004231f',
      })
      .checked(
        'Read the System log of SMS-FS01',
        'Event 36 from volsnap: shadow copies of D: were aborted because the storage could not grow due to a user imposed limit.',
      )
      .fact('script_output', 'Shadow copy storage of D: maximum 4 GB, used 4 GB.', {
        source_summary: 'Get-ShadowStorage.ps1',
        role: 'cause',
        customer_wording:
          'The space set aside for backup snapshots was limited to 4 GB and used up.',
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
      )
      .check('Check the job of SMS-FS01 tonight after 22:00')
      .check('Call Theo Brandvold with the result')
      .name('SMS-FS01', 'host', 'the file server'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'The nightly backup of the file server had failed three times, on 15, 16 and 17 November.',
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
          'The space for backup snapshots of the data drive was limited to 4 GB and used up, so the backup could not take its snapshot.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet('We raised this limit to 60 GB.', 'fix:2', 'script:2'),
        bullet('The result will be known after the nightly backup at 22:00.', 'fix:2'),
        bullet(
          'Until then there is no backup newer than 14 November; we will call you on the morning after the run.',
          'fact:2',
          'fact:6',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The nightly backup of SMS-FS01 failed on 15, 16 and 17 November with error 0x8004231f.',
            'session',
            'fact:1',
          ),
          s(
            'Promised to the customer: a call to Theo Brandvold on the morning after the next run.',
            'session',
            'fact:6',
          ),
          s('Contact: Theo Brandvold, 01632 960 144.', 'session'),
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
          s(
            'Restart the Volume Shadow Copy services: did not help, a test job at 09:40 stopped with 0x8004231f.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet('Ran Get-ShadowStorage.ps1: it listed the limits of C: and D:.', 'script:1'),
        bullet(
          'Raise the shadow copy limit on D: to 60 GB: pending, waits for the nightly job at 22:00.',
          'fix:2',
        ),
        bullet(
          s('Ran Set-ShadowStorage.ps1: the limit of D: is now 60 GB.', 'script:2'),
          s('To undo, set it back to 4 GB.', 'script:2'),
        ),
      ],
      [
        line(
          s('Raise the shadow copy limit on D: to 60 GB (82% confidence): pending.', 'fix:2'),
          s('For it: the limit of 4 GB was used up, and event 36 names it.', 'fact:3', 'fact:4'),
          s('Against it: nothing on record.', 'fix:2'),
        ),
      ],
      [
        bullet('Check the job of SMS-FS01 tonight after 22:00 (on-call).', 'check:3', 'fix:2'),
        bullet(
          'Call Theo Brandvold tomorrow morning with the result (owner of the ticket).',
          'check:4',
          'fact:6',
        ),
        bullet(
          'If the job stops with 0x8004231f again, read the shadow storage of D: during the run and open a case with the backup vendor.',
          'session',
          'fact:4',
        ),
      ],
    ],
  },
};
