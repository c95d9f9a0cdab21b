import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const sharedMailboxSendAs: Scenario = {
  id: 'shared-mailbox-send-as',
  situation:
    'A new colleague can read a shared mailbox and not send from it; the permission is granted and has not reached Outlook yet.',
  session: () =>
    session({
      title: 'Cannot send from the accounts mailbox',
      domain: 'email',
      ticket_ref: '48801',
      intake:
        'Hello support,\n\nI was moved to Accounts yesterday and can open accounts@pellhurst-lettings.example fine, but when I send from it I get "You do not have the permission to send the message on behalf of the specified user". Rent reminders go out on the 20th so pls before then.\n\nGwen Attwater\nPellhurst Lettings\nDDI 01632 960277',
    })
      .fact(
        'user_report',
        'Gwen can open and read the accounts mailbox, but each message sent from it comes back within a minute.',
      )
      .checked(
        'List the permissions of the shared mailbox',
        'Full access comes from the group SG-Accounts. Send As is granted to single accounts, and Gwen Attwater is not one of them.',
        {
          role: 'cause',
          customer_wording:
            'Ms Attwater was allowed to read the mailbox, but not to send in its name.',
        },
      )
      .fact('diagnostic_check', 'The bounce holds error 0x80070005-0x000004dc-0x00000524.')
      .ran('Get-SendAsEntries.ps1', '3 Send As entries, 1 of a deleted account')
      .fact(
        'script_output',
        'One of the 3 Send As entries is an orphan: S-1-5-21-1085031214-1563985344-725345543-2211.',
      )
      .fact('ticket', 'R. Inskip approved Send As for Gwen Attwater on ticket 48640.')
      .fix('Grant Send As on the accounts mailbox', {
        description: 'She has full access, and sending needs a permission of its own.',
        confidence: 85,
        outcome: 'pending',
        outcome_note: 'granted at 09:50, Outlook may take up to 60 minutes to see it',
      })
      .ran('Add-SendAs.ps1', 'Send As added for Gwen Attwater', {
        parameters: [
          { name: 'Mailbox', secret: false, value: 'accounts@pellhurst-lettings.example' },
        ],
        changes_system: true,
        undo: 'remove the Send As entry of Gwen Attwater from the accounts mailbox',
      })
      .fact('user_report', 'At 10:05 Gwen still got the same bounce in Outlook.')
      .checked(
        'Have Gwen send from webmail',
        'A message that Gwen sent from the accounts mailbox in webmail at 10:12 was delivered.',
        { role: 'confirmation' },
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'After her move to Accounts, Ms Attwater could read the accounts mailbox, but every message sent from it was returned.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet(
          'Ms Attwater had access to the mailbox, but was not among those allowed to send in its name.',
          'fact:2',
        ),
        bullet(
          'A message sent from the accounts mailbox in webmail at 10:12 was delivered.',
          'fact:7',
        ),
      ],
      [
        line(
          'Reading a shared mailbox and sending in its name are two permissions, and only the first had been granted.',
          'fact:2',
        ),
      ],
      [
        bullet(
          'We granted the missing permission at 09:50, as approved by R. Inskip.',
          'fix:1',
          'script:2',
          'fact:5',
        ),
        bullet(
          s('Outlook can take up to 60 minutes to notice.', 'fix:1'),
          s(
            'Ms Attwater still got a returned message there at 10:05, while webmail worked at 10:12.',
            'fact:6',
            'fact:7',
            'session',
          ),
        ),
        bullet(
          'Please send from webmail for now, and tell us if Outlook still returns messages once the 60 minutes are over.',
          'fact:7',
          'fix:1',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'Messages that Gwen Attwater of Pellhurst Lettings sent from the accounts mailbox were returned since her move to Accounts yesterday; rent reminders go out on the 20th.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet(
          'Full access comes from the group SG-Accounts; Send As is granted to single accounts, and hers was missing.',
          'fact:2',
        ),
        bullet('The bounce holds error 0x80070005-0x000004dc-0x00000524.', 'fact:3'),
        bullet(
          'One of the 3 Send As entries is an orphan: S-1-5-21-1085031214-1563985344-725345543-2211 (script output).',
          'fact:4',
        ),
        bullet('R. Inskip approved Send As on ticket 48640 (ticket).', 'fact:5'),
        bullet('The user reports the same bounce in Outlook at 10:05.', 'fact:6'),
        bullet('A message sent in webmail at 10:12 was delivered.', 'fact:7'),
      ],
      [
        bullet('Listed the permissions of the shared mailbox: no Send As for her.', 'fact:2'),
        bullet('Had her send from webmail after the change: delivered at 10:12.', 'fact:7'),
        bullet(
          'Grant Send As on the accounts mailbox: pending, granted at 09:50; Outlook may take up to 60 minutes to see it.',
          'fix:1',
        ),
        bullet('Ran Get-SendAsEntries.ps1: 3 entries, 1 of a deleted account.', 'script:1'),
        bullet(
          s('Ran Add-SendAs.ps1: Send As added for Gwen Attwater.', 'script:2'),
          s('To undo, remove her Send As entry from the accounts mailbox.', 'script:2'),
        ),
      ],
      [
        line(
          s('Grant Send As on the accounts mailbox (85% confidence), pending.', 'fix:1'),
          s(
            'The delivery from webmail speaks for it; the bounce in Outlook at 10:05, a quarter of an hour after the change, does not yet speak against it.',
            'fact:6',
            'fact:7',
            'fix:1',
          ),
        ),
      ],
      [
        bullet(
          'Ask Gwen to send a test from Outlook when the 60 minutes are over (service desk, today).',
          'fix:1',
          'fact:6',
        ),
        bullet(
          'If Outlook still bounces then, remove the stored accounts address from its suggestions and pick it from the address list again.',
          'fix:1',
          'fact:6',
        ),
        bullet('Ask R. Inskip whether the orphaned entry may go.', 'fact:4', 'fact:5'),
      ],
    ],
  },
};
