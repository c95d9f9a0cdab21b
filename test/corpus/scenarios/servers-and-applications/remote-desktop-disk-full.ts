import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const remoteDesktopDiskFull: Scenario = {
  id: 'remote-desktop-disk-full',
  situation:
    'A session host runs out of disk from two causes, log files and profile disks; clearing one helped, the other waits for a decision.',
  session: () =>
    session({
      title: 'Remote desktop very slow, temporary profiles',
      domain: 'server',
      ticket_ref: '52110',
      intake:
        'Hi,\r\nsince about 8:15 half of us get a desktop with nothing on it and a message "We can\'t sign in to your account". The others say saving in Word takes forever. We are 14 people on that server.\r\n\r\nRegards\r\nPetra Lindqvist-Amoah\r\nFennel & Rye Wholesale\r\nTel. 01632 960 871',
      summary: 'From about 8:15 users of FRW-RDS01 received a temporary profile or saved slowly.',
      customer_summary:
        'From about 8:15 some people on the remote desktop server received an empty desktop, and saving was slow.',
      affected: '14 users',
      since: 'about 8:15',
    })
      .fact('ticket', '6 of 14 users received a temporary profile on FRW-RDS01 this morning.')
      .checked(
        'Open the drive properties on FRW-RDS01',
        'Drive C: of FRW-RDS01 has 0.4 GB free of 180 GB.',
        { role: 'cause' },
      )
      .fact(
        'script_output',
        'Largest folders: C:\\inetpub\\logs 61 GB, C:\\ProfileDisks 88 GB (23 files), C:\\Windows 24 GB.',
        {
          source_summary: 'Get-FolderSize.ps1',
          customer_wording: 'Old log files and user profiles took up most of the space.',
        },
      )
      .ran('Get-FolderSize.ps1', 'three folders hold 173 GB')
      .fix('Reboot the host', {
        confidence: 20,
        outcome: 'dismissed',
        outcome_note: 'would throw out 14 people and free nothing lasting',
      })
      .fix('Clear web server logs older than 30 days', {
        description: 'The logs were never pruned; the web role serves the gateway page only.',
        confidence: 75,
        outcome: 'partly',
        outcome_note:
          '58 GB came free and new sign-ins get their own profile; the profile disks keep growing',
        superseded_at: Date.UTC(2026, 10, 18, 9, 40),
        customer_done: 'Moved old log files to the archive',
      })
      .ran('Remove-OldIisLogs.ps1', '58 GB freed', {
        parameters: [
          { name: 'Days', secret: false, value: '30' },
          { name: 'ArchiveTo', secret: false, value: '\\\\FRW-NAS01\\archive\\iislogs' },
        ],
        changes_system: true,
        undo: 'copy the logs back from \\\\FRW-NAS01\\archive\\iislogs',
      })
      .fact('user_report', 'All six users have their usual desktop after signing in again.', {
        role: 'confirmation',
      })
      .fact(
        'technician',
        '9 of the 23 profile disks belong to people who left; the customer has to say which may go.',
      )
      .fix('Move the profile disks to drive E: and drop those of leavers', {
        description: 'E: is empty and has 400 GB; C: would keep 88 GB more room.',
        confidence: 88,
      })
      .generated('Move-ProfileDisks.ps1', {
        parameters: [{ name: 'Target', secret: false, value: 'E:\\ProfileDisks' }],
        changes_system: true,
        undo: 'move the files back to C:\\ProfileDisks',
      })
      .check('Get the list of leavers whose profile may go')
      .name('FRW-RDS01', 'host', 'the remote desktop server'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'From about 8:15 some of the 14 people on the remote desktop server received an empty temporary desktop, and for others saving was very slow.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('Six users received a temporary profile.', 'fact:1'),
        bullet('The system drive of the server was almost full.', 'fact:2'),
        bullet('Old log files and user profiles took up most of the space.', 'fact:3'),
      ],
      [
        line(
          'The system drive was almost full, because of old log files and growing user profiles.',
          'fact:2',
          'fact:3',
        ),
      ],
      [
        bullet('We moved old log files to the archive, which freed 58 GB.', 'fix:2', 'script:2'),
        bullet('All six users have their usual desktop after signing in again.', 'fact:4'),
        bullet(
          s('The user profiles keep growing.', 'fix:2'),
          s(
            'Please tell us which of the nine profiles of people who left may be deleted.',
            'fact:5',
          ),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Six users of FRW-RDS01 at Fennel & Rye Wholesale received a temporary profile and others saved slowly, because drive C: was full.',
            'session',
            'fact:1',
            'fact:2',
          ),
          s('Affected: 14 users.', 'session'),
          s('Since: about 8:15.', 'session'),
        ),
      ],
      [
        bullet('6 of 14 users received a temporary profile this morning (ticket).', 'fact:1'),
        bullet('C: of FRW-RDS01 had 0.4 GB free of 180 GB.', 'fact:2'),
        bullet('C:\\inetpub\\logs held 61 GB, C:\\ProfileDisks 88 GB in 23 files.', 'fact:3'),
        bullet('The users report their usual desktop after signing in again.', 'fact:4'),
        bullet(
          '9 of the 23 profile disks belong to leavers; the customer has to release them.',
          'fact:5',
        ),
      ],
      [
        bullet('Opened the drive properties: C: full but for 0.4 GB.', 'fact:2'),
        bullet('Ran Get-FolderSize.ps1: three folders hold 173 GB.', 'script:1'),
        bullet(
          s(
            'Clear web server logs older than 30 days: helped in part, 58 GB came free; the profile disks keep growing.',
            'fix:2',
          ),
          s('Replaced by the next fix.', 'fix:2'),
        ),
        bullet(
          s('Ran Remove-OldIisLogs.ps1: 58 GB freed.', 'script:2'),
          s('To undo, copy the logs back from \\\\FRW-NAS01\\archive\\iislogs.', 'script:2'),
        ),
      ],
      [
        line(
          s(
            'Move the profile disks to drive E: and drop those of leavers (88% confidence), not tried yet.',
            'fix:3',
          ),
          s('For it: they are the largest folder, 88 GB, and keep growing.', 'fact:3', 'fix:2'),
          s('Against it: the logs alone accounted for 61 GB.', 'fact:3'),
        ),
      ],
      [
        bullet(
          'Try the suggested fix: Move the profile disks to drive E: and drop those of leavers.',
          'fix:3',
        ),
        bullet(
          'Get the list of leavers whose profile may go from Petra Lindqvist-Amoah before deleting anything.',
          'check:2',
          'session',
          'fact:5',
        ),
        bullet(
          'Review Move-ProfileDisks.ps1, which is prepared but not run, and plan it for outside office hours.',
          'script:3',
        ),
        bullet(
          'If users get temporary profiles before that, check the free space of C: first.',
          'fact:1',
          'fact:2',
        ),
      ],
    ],
  },
};
