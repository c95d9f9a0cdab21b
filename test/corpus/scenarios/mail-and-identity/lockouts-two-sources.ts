import { NINE_O_CLOCK, session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const lockoutsTwoSources: Scenario = {
  id: 'lockouts-two-sources',
  situation:
    'An account locks several times a day after a password change; two old sign-ins feed it, and the user remembers the second one late.',
  session: () =>
    session({
      title: 'Dispatch account locks several times a day',
      domain: 'identity',
      ticket_ref: '48841',
      intake:
        'Hi all - Marek in dispatch gets locked out 4-5 times a day since his password change on Thursday the 12th. We unlock him, half an hour later locked again. Trucks wait at the gate every time so please treat as high.\n\nKind regards\nHelle Vang\nDriftwood Haulage\nswitchboard 01632 960900',
      summary:
        'The account of Marek in dispatch was locked four to five times a day after his password change on 12 November.',
      impact: 'trucks wait at the gate',
      priority: 'high, asks the customer',
    })
      .checked(
        'Read the security log of the domain controller',
        'Event 4740 on DRF-DC01: 23 lock-outs of m.sobczak since 12 November, 16 with caller computer DRF-RDS02, 7 with an empty caller.',
      )
      .fact('user_report', 'Marek says that he uses his desktop PC only, and no phone for mail.', {
        chosen_audience: 'internal',
      })
      .checked(
        'List the sessions on DRF-RDS02',
        'A disconnected session of m.sobczak has been open on DRF-RDS02 since 10 November.',
        { role: 'cause' },
      )
      .fix('Sign off the old session on DRF-RDS02', {
        description: 'It still works with the password from before 12 November.',
        confidence: 80,
        outcome: 'partly',
        outcome_note:
          'no lock-out from DRF-RDS02 since 09:20, those with an empty caller went on at 09:44',
        superseded_at: NINE_O_CLOCK + 10 * 60_000,
      })
      .ran('Close-StaleSession.ps1', 'session 14 of m.sobczak signed off', {
        changes_system: true,
        undo: 'nothing to undo; unsaved work in the session is lost',
      })
      .fact(
        'script_output',
        'Find-FailedLogon.ps1: event 4771 with failure code 0x18 from 10.40.8.61 every 30 minutes.',
      )
      .ran('Find-FailedLogon.ps1', 'one source, 10.40.8.61', {
        parameters: [
          { name: 'Account', secret: false, value: 'm.sobczak' },
          { name: 'AdminPassword', secret: true, value: null },
        ],
      })
      .checked(
        'Look up who has the lease of 10.40.8.61',
        '10.40.8.61 is a Wi-Fi lease of an Android phone.',
      )
      .fact(
        'user_report',
        'Marek now recalls that mail is set up on his private phone, which he uses at the gate.',
      )
      .fix('Remove the mail account from the private phone', {
        description: 'The phone tries the old password again and again.',
        confidence: 88,
        outcome: 'applied',
        outcome_note: 'Marek removed the account at 10:15',
        done: 'Had Marek remove the mail account from the private phone',
      })
      .fact('diagnostic_check', 'No event 4740 for m.sobczak between 10:15 and 10:55.')
      .generated('Watch-Lockout.ps1')
      .check('Look for event 4740 this afternoon and tomorrow morning')
      .name('DRF-DC01', 'host')
      .name('DRF-RDS02', 'host', 'the remote desktop server')
      .name('m.sobczak', 'account'),
  secrets: ['Ballast!Quay-47'],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since his password change on 12 November, Marek in dispatch had been locked out four to five times a day, while trucks waited at the gate.',
          'session',
        ),
      ],
      [
        bullet('There were 23 lock-outs, and they came from two places.', 'fact:1'),
        bullet('A remote session from 10 November had stayed open in the background.', 'fact:3'),
        bullet(
          'A phone on the Wi-Fi kept trying to sign in every 30 minutes, and Marek recalled that mail is set up on his.',
          'fact:4',
          'fact:5',
          'fact:6',
        ),
      ],
      [
        line(
          s(
            'A remote session from 10 November still used the old password and caused 16 of the 23 lock-outs.',
            'fact:1',
            'fact:3',
            'fix:1',
          ),
          s(
            'The other 7 are most likely due to the phone; this is not certain yet.',
            'fact:1',
            'fact:4',
            'fact:6',
          ),
        ),
      ],
      [
        bullet('We closed the old session.', 'fix:1', 'script:1'),
        bullet('Marek removed the mail account from his private phone at 10:15.', 'fix:2'),
        bullet(
          s('No lock-out was recorded from 10:15 to 10:55.', 'fact:7'),
          s(
            'That is too short to be certain, so please call us at once if it happens again.',
            'fact:7',
          ),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The account of Marek in dispatch at Driftwood Haulage locked four to five times a day since his password change on Thursday the 12th.',
            'session',
          ),
          s('Impact: trucks wait at the gate.', 'session'),
          s('Priority: high, asks the customer.', 'session'),
        ),
      ],
      [
        bullet(
          'Event 4740 on DRF-DC01: 23 lock-outs of m.sobczak since 12 November, 16 from DRF-RDS02, 7 with an empty caller.',
          'fact:1',
        ),
        bullet(
          'The user reports that he uses no phone for mail; he took this back later.',
          'fact:2',
          'fact:6',
        ),
        bullet('A disconnected session was open on DRF-RDS02 since 10 November.', 'fact:3'),
        bullet(
          'Event 4771, failure code 0x18, from 10.40.8.61 every 30 minutes (script output).',
          'fact:4',
        ),
        bullet('10.40.8.61 is a Wi-Fi lease of an Android phone.', 'fact:5'),
        bullet('The user reports that mail is set up on his private phone.', 'fact:6'),
        bullet('No event 4740 between 10:15 and 10:55.', 'fact:7'),
      ],
      [
        bullet('Read the security log of DRF-DC01: two kinds of callers.', 'fact:1'),
        bullet(
          s(
            'Sign off the old session on DRF-RDS02: helped in part, none from there since 09:20, but those with an empty caller went on.',
            'fix:1',
          ),
          s('Ruled out as the only cause.', 'fix:1'),
        ),
        bullet(
          'Remove the mail account from the private phone: applied at 10:15, result not known yet.',
          'fix:2',
        ),
        bullet(
          s('Ran Close-StaleSession.ps1: session 14 of m.sobczak signed off.', 'script:1'),
          s('Nothing to undo; unsaved work in the session is lost.', 'script:1'),
        ),
        bullet('Ran Find-FailedLogon.ps1: one source, 10.40.8.61.', 'script:2'),
      ],
      [
        line(
          s(
            'Remove the mail account from the private phone (88% confidence), applied, result not known yet.',
            'fix:2',
          ),
          s(
            'The attempts every 30 minutes and 40 quiet minutes speak for it; that the phone at 10.40.8.61 is his has not been checked.',
            'fact:4',
            'fact:5',
            'fact:7',
          ),
        ),
      ],
      [
        bullet(
          'Look for event 4740 this afternoon and tomorrow morning (next engineer).',
          'check:4',
          'fact:7',
        ),
        bullet(
          'Watch-Lockout.ps1 is prepared but not run; run it if nobody can look by hand.',
          'script:3',
        ),
        bullet(
          'If he is locked again, compare the address in event 4771 with the Wi-Fi lease of his phone.',
          'fact:4',
          'fact:5',
        ),
      ],
    ],
  },
};
