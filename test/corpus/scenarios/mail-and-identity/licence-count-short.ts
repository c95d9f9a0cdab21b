import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const licenceCountShort: Scenario = {
  id: 'licence-count-short',
  situation:
    'Two receptionists can only read documents because a renewal has two seats less; the distributor has to deliver.',
  session: () =>
    session({
      title: 'Word and Excel read-only at reception',
      domain: 'application',
      ticket_ref: '48893',
      intake:
        'Hi\n\nboth reception PCs say "Product deactivated" on top of Word since this morning and we cant type anything. Patients are signing paper forms. is it because we didnt pay??\n\nDariusz K.\nHeronsgate Physio - reception 01632 960550',
      promised: 'the seats by 16:00 today',
      impact: 'patients sign paper forms',
    })
      .fact('user_report', 'Dariusz and Saoirse both see the message, on FD-01 and FD-02.')
      .fact('user_report', 'Dariusz suspects that a bill was not paid.', {
        chosen_audience: 'internal',
      })
      .fix('Sign out of Office and activate again', {
        description: 'An activation can go stale.',
        confidence: 40,
        outcome: 'failed',
        outcome_note: 'the same message came back right after the sign-in',
      })
      .ran('Get-LicenceErrors.ps1', '2 users with CountViolation')
      .fact(
        'script_output',
        'Both accounts are in the group LIC-Office and have no licence: CountViolation since 18 November at 00:15.',
      )
      .checked('Open the licence page of the tenant', 'Business Premium: 35 seats, 35 assigned.')
      .fact(
        'ticket',
        'Renewal order 7731842 of 13 November lists 35 seats; the subscription before it had 37. The invoice is paid.',
        { role: 'cause' },
      )
      .fix('Add two seats to the subscription', {
        description: 'The group assigns them by itself.',
        confidence: 94,
        outcome: 'pending',
        outcome_note: 'ordered at 09:40; the distributor promises the seats by 16:00 today',
      })
      .fact(
        'user_report',
        'Dariusz reports that editing in the browser works on both PCs for now.',
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since this morning Word and Excel could not be used for typing on both reception computers and said that the product was deactivated.',
          'session',
        ),
      ],
      [
        bullet('The two accounts had no licence since 18 November.', 'fact:3'),
        bullet('All 35 licences were in use.', 'fact:4'),
        bullet('The invoice is paid, so this was not about a missed payment.', 'fact:5'),
      ],
      [
        line(
          'The renewed subscription has 35 seats where there were 37 before, so two people were left without one.',
          'fact:4',
          'fact:5',
        ),
      ],
      [
        bullet(
          s('We ordered two more seats at 09:40; they are promised by 16:00 today.', 'fix:2'),
          s('The two accounts get them by themselves.', 'fix:2'),
        ),
        bullet(
          'Until then, please work in the browser, which Dariusz reported to be possible on both computers.',
          'fact:6',
        ),
        bullet('If the message is still there after 16:00, please call us.', 'fix:2'),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Word and Excel on both reception PCs of Heronsgate Physio were read-only since this morning ("Product deactivated").',
            'session',
            'fact:1',
          ),
          s('Impact: patients sign paper forms.', 'session'),
          s('Promised to the customer: the seats by 16:00 today.', 'session'),
        ),
      ],
      [
        bullet('The user reports the message for two people, on FD-01 and FD-02.', 'fact:1'),
        bullet(
          'The user suspects an unpaid bill; the ticket says that the invoice is paid.',
          'fact:2',
          'fact:5',
        ),
        bullet(
          'Both accounts are in LIC-Office without a licence, CountViolation since 18 November at 00:15 (script output).',
          'fact:3',
        ),
        bullet('Business Premium: 35 seats, 35 assigned.', 'fact:4'),
        bullet('Renewal order 7731842 lists 35 seats; there were 37 before (ticket).', 'fact:5'),
        bullet('The user reports that editing in the browser works for now.', 'fact:6'),
      ],
      [
        bullet('Opened the licence page of the tenant: 35 of 35 assigned.', 'fact:4'),
        bullet(
          s(
            'Sign out of Office and activate again: did not help, the same message came back.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet(
          'Add two seats to the subscription: ordered at 09:40, the distributor promises them by 16:00 today.',
          'fix:2',
        ),
        bullet('Ran Get-LicenceErrors.ps1: 2 users with CountViolation.', 'script:1'),
      ],
      [
        line(
          s(
            'Add two seats to the subscription (94% confidence), pending with the distributor.',
            'fix:2',
          ),
          s(
            'CountViolation and the difference of 35 to 37 seats speak for it; nothing on record speaks against it.',
            'fact:3',
            'fact:4',
            'fact:5',
          ),
        ),
      ],
      [
        bullet(
          'Check at 16:00 that the seats have arrived and both accounts have one (service desk).',
          'fix:2',
          'fact:3',
        ),
        bullet(
          'If they are late, call the distributor about order 7731842 and tell Dariusz a new time.',
          'fix:2',
          'fact:5',
          'fact:6',
        ),
        bullet(
          'Ask sales why the renewal has two seats less before the next one is signed (account manager).',
          'fact:5',
        ),
      ],
    ],
  },
};
