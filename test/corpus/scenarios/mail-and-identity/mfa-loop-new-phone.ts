import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const mfaLoopNewPhone: Scenario = {
  id: 'mfa-loop-new-phone',
  situation:
    'A call without a ticket: approvals still go to a phone that was traded in, and the only way in is a temporary pass.',
  session: () =>
    session({
      title: 'Approval request never arrives on the new phone',
      domain: 'identity',
      ticket_ref: null,
      intake:
        'Phone 08:55, Isolde Crane, Merrivale Opticians. New phone since Saturday. Microsoft asks her to approve, nothing arrives, "try again" goes round in circles. No mail, no Teams, booking portal locked too. Patients from 10:00.',
      summary:
        'Isolde Crane could not approve sign-ins on her new phone and could not open mail, Teams or the booking portal.',
    })
      .fact(
        'technician',
        'Identity checked by calling back the practice number on file and asking for the employee number.',
      )
      .fact(
        'user_report',
        'The sign-in page shows a number to enter, and no request comes up on the new phone.',
      )
      .checked(
        'Open the authentication methods of the account',
        'One Authenticator registration, for an iPhone 12 added in 2021, and no other method.',
      )
      .fact('user_report', 'The old phone was wiped and traded in on 14 November.')
      .fix('Restore the Authenticator backup on the new phone', {
        description: 'A backup would bring the registration along.',
        confidence: 50,
        outcome: 'failed',
        outcome_note: 'the backup lists the work account, but asks to sign in for it again',
      })
      .fix('Register Authenticator again with a temporary access pass', {
        description: 'The pass lets her sign in once without the old phone.',
        confidence: 90,
        outcome: 'worked',
        outcome_note: 'the new phone answered a test request at 09:31',
      })
      .ran('New-AccessPass.ps1', 'pass for one use within 60 minutes; old registration removed', {
        parameters: [
          {
            name: 'UserPrincipalName',
            secret: false,
            value: 'isolde.crane@merrivale-opticians.example',
          },
          { name: 'AccessPass', secret: true, value: null },
        ],
        changes_system: true,
        undo: 'the pass expires by itself; the old registration cannot be brought back',
      })
      .fact('user_report', 'Isolde confirmed that mail, Teams and the booking portal open.', {
        role: 'confirmation',
      })
      .fact(
        'technician',
        'A text message to the practice mobile was added as a second method at 09:40.',
        { role: 'change' },
      )
      .fact('technician', 'The approvals were tied to the old phone, which had been traded in.', {
        role: 'cause',
      }),
  secrets: ['k7#Vp2!xQe'],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since Saturday, when she changed to a new phone, Ms Crane could not approve sign-ins and had no access to mail, Teams and the booking portal.',
          'session',
          'fact:2',
        ),
      ],
      [
        bullet(
          'The account still sent its approval requests to the old phone, and no other method was set up.',
          'fact:3',
        ),
        bullet(
          'Ms Crane told us that the old phone was traded in on 14 November.',
          'fact:4',
          'session',
        ),
      ],
      [line('The approvals were tied to the old phone, which had been traded in.', 'fact:7')],
      [
        bullet(
          'After checking her identity we registered the new phone; it answered a test request at 09:31.',
          'fact:1',
          'fix:2',
          'script:1',
        ),
        bullet(
          'Ms Crane confirmed that mail, Teams and the booking portal open.',
          'fact:5',
          'session',
        ),
        bullet(
          s('We added a text message to the practice mobile as a second method.', 'fact:6'),
          s('Please call us before a phone is traded in next time.', 'fact:4'),
        ),
      ],
    ],
    escalate: [
      [
        line(
          'Isolde Crane of Merrivale Opticians could not approve sign-ins since she got a new phone on Saturday, and could not open mail, Teams or the booking portal; she had patients from 10:00.',
          'session',
          'fact:2',
        ),
      ],
      [
        bullet(
          'Identity checked by a call back to the practice number on file and the employee number.',
          'fact:1',
        ),
        bullet('The user reports that no request comes up on the new phone.', 'fact:2'),
        bullet('Only method was Authenticator on an iPhone 12 added in 2021.', 'fact:3'),
        bullet(
          'The user reports that the old phone was wiped and traded in on 14 November.',
          'fact:4',
        ),
        bullet('Isolde confirmed that mail, Teams and the booking portal open.', 'fact:5'),
        bullet('A text message to the practice mobile was added at 09:40.', 'fact:6'),
        bullet('The approvals were tied to the old phone.', 'fact:7'),
      ],
      [
        bullet(
          'Opened the authentication methods of the account: one registration, the old phone.',
          'fact:3',
        ),
        bullet(
          s(
            'Restore the Authenticator backup on the new phone: did not help, it asks to sign in for the work account again.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet(
          'Register Authenticator again with a temporary access pass: worked, the new phone answered a test request at 09:31.',
          'fix:2',
        ),
        bullet(
          s(
            'Ran New-AccessPass.ps1: pass for one use within 60 minutes, old registration removed.',
            'script:1',
          ),
          s('The pass expires by itself; the old registration cannot be brought back.', 'script:1'),
        ),
      ],
      [
        line(
          s(
            'Register Authenticator again with a temporary access pass (90% confidence): it worked.',
            'fix:2',
          ),
          s(
            'The single registration of the old phone speaks for it; nothing on record speaks against it.',
            'fact:3',
            'fact:4',
          ),
        ),
      ],
      [
        bullet(
          'Open a ticket for this call, since there is none yet (service desk, today).',
          'session',
        ),
        bullet(
          'Check who else at Merrivale Opticians has a single method (account manager, this week).',
          'fact:3',
          'session',
        ),
        bullet(
          'If requests stop arriving again, use the text message first, then issue a new pass.',
          'fact:6',
          'fix:2',
        ),
      ],
    ],
  },
};
