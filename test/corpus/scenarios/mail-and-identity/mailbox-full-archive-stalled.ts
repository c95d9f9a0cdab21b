import { NINE_O_CLOCK, session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const mailboxFullArchiveStalled: Scenario = {
  id: 'mailbox-full-archive-stalled',
  situation:
    'A full mailbox blocks sending because a forgotten retention hold keeps the archive empty; the likely fix touches mail that the user wants left alone.',
  session: () =>
    session({
      title: 'Mailbox full, cannot send',
      domain: 'email',
      ticket_ref: '48830',
      intake:
        'hello, i cannot send, it says my mailbox is full. i deleted loads yesterday and it still says full. i do the payroll and the file has to go to the bureau by 15:00 thursday.\n\nThanks\nAgnes Whitlow\nTarn & Holm Veterinary\n\nThis email and any attachments are confidential and intended for the addressee only.',
      impact: 'the payroll file is due at the bureau by 15:00 on Thursday',
    })
      .fact(
        'user_report',
        'Agnes deleted a large amount of mail on 17 November, and still cannot send.',
      )
      .checked(
        'Read the mailbox statistics',
        'The mailbox holds 49.6 GB of 50 GB, of which 21.3 GB lie in Deleted Items.',
      )
      .fix('Empty Deleted Items', {
        description: 'That would free 21.3 GB at once.',
        confidence: 60,
        superseded_at: NINE_O_CLOCK + 5 * 60_000,
      })
      .fact(
        'user_report',
        'Agnes keeps payroll mails in Deleted Items on purpose and asks that nothing there is removed.',
        { chosen_audience: 'internal' },
      )
      .checked(
        'Look at the online archive and its policy',
        'The online archive is enabled and holds 0 items; the archive policy moves mail older than 2 years.',
      )
      .checked(
        'Look at the retention settings of the mailbox',
        'Retention hold has been on for this mailbox since 3 March, so the archive policy is not applied.',
        { role: 'cause' },
      )
      .fact(
        'ticket',
        'Ticket 41977 of 3 March: retention hold turned on during parental leave, to be taken off on her return.',
        { chosen_audience: 'internal' },
      )
      .fix('Take the retention hold off and start the archive run', {
        description:
          'The archive has room. How much of the mail is older than 2 years is not known.',
        confidence: 65,
      })
      .generated('Start-ArchiveRun.ps1', {
        parameters: [{ name: 'Mailbox', secret: false, value: 'agnes.whitlow' }],
        changes_system: true,
        undo: 'turn retention hold on again; mail already moved stays in the archive',
      })
      .check('Ask Agnes whether payroll mails in Deleted Items may move to the archive'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Ms Whitlow could not send mail because her mailbox was reported as full, and deleting mail on 17 November did not help.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('The mailbox was nearly full, with 49.6 GB of 50 GB in use.', 'fact:2'),
        bullet('Deleted mail still counted, since it lay in Deleted Items.', 'fact:2'),
        bullet('The online archive was ready, but empty.', 'fact:4'),
      ],
      [
        line(
          'Automatic archiving had been paused for this mailbox since 3 March, during a leave, and had not been resumed.',
          'fact:5',
          'fact:6',
        ),
      ],
      [
        bullet(
          'Nothing has been changed so far; restarting the archive is prepared on our side.',
          'fix:2',
          'script:1',
        ),
        bullet(
          'Please tell us whether payroll mails in Deleted Items that are older than 2 years may move to the archive.',
          'fact:3',
          'fact:4',
        ),
        bullet(
          'Please tell us early if the payroll file is ready before 15:00 on Thursday, so that we can find a way to send it.',
          'session',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Agnes Whitlow of Tarn & Holm Veterinary could not send mail because her mailbox was full.',
            'session',
          ),
          s('Impact: the payroll file is due at the bureau by 15:00 on Thursday.', 'session'),
        ),
      ],
      [
        bullet(
          'The user reports that she deleted much mail on 17 November and still cannot send.',
          'fact:1',
        ),
        bullet('The mailbox holds 49.6 GB of 50 GB, 21.3 GB of it in Deleted Items.', 'fact:2'),
        bullet(
          'The user reports that payroll mails lie in Deleted Items on purpose; nothing there may be removed.',
          'fact:3',
        ),
        bullet(
          'The online archive is enabled and holds 0 items; its policy moves mail older than 2 years.',
          'fact:4',
        ),
        bullet('Retention hold has been on since 3 March, so the policy is not applied.', 'fact:5'),
        bullet(
          'Retention hold was turned on for parental leave, to be taken off on her return (ticket 41977).',
          'fact:6',
        ),
      ],
      [
        bullet('Read the mailbox statistics: 49.6 GB of 50 GB in use.', 'fact:2'),
        bullet('Looked at the archive: enabled, 0 items.', 'fact:4'),
        bullet('Looked at the retention settings: hold on since 3 March.', 'fact:5'),
      ],
      [
        line(
          s(
            'Take the retention hold off and start the archive run (65% confidence), not tried yet.',
            'fix:2',
          ),
          s(
            'The hold and the empty archive speak for it; against it, old payroll mails in Deleted Items would move to the archive too, which Agnes may not want.',
            'fact:3',
            'fact:4',
            'fact:5',
          ),
        ),
      ],
      [
        bullet(
          'Ask Agnes whether payroll mails in Deleted Items may move to the archive (service desk, today).',
          'check:4',
          'fact:3',
        ),
        bullet(
          'Run Start-ArchiveRun.ps1 when she agrees; it is prepared but not run.',
          'script:1',
          'fix:2',
        ),
        bullet(
          'If the run frees too little before 15:00 on Thursday, ask Agnes which large folders outside Deleted Items may go.',
          'session',
          'fact:3',
        ),
        bullet(
          'Suggest a payroll folder to Agnes, since Deleted Items is no place to keep mail.',
          'fact:3',
        ),
      ],
    ],
  },
};
