import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const domainControllerClock: Scenario = {
  id: 'domain-controller-clock',
  situation:
    'Sign-ins fail across an office because the main domain controller took its time from the hypervisor, nine minutes off.',
  session: () =>
    session({
      title: 'Nobody can log on - clocks wrong',
      domain: 'identity',
      ticket_ref: '52163',
      intake:
        'good morning\n\nnobody here can log in since we came in at 7.30, it says something about time difference between client and server. the wall clock and my phone say 7:41, my pc says 7:32. those already logged in cant open the S drive. this is the SECOND time this year and frankly we are getting tired of it.\n\nRoswitha Achterberg\nAchterberg & Daughters, print finishing\n\nSent from my phone',
      summary:
        'From 7.30 nobody in the office could sign in, and the S drive did not open for people already signed in.',
    })
      .fact('user_report', 'All 22 workstations show 7:32 while phones show 7:41.')
      .checked(
        'Compare the clock of ACH-DC01 with 0.pool.ntp.org',
        'ACH-DC01 was 9 minutes behind an outside time source.',
      )
      .checked(
        'Compare the clock of ACH-DC02 too',
        'ACH-DC02 was 2 seconds off the outside time source.',
      )
      .fact('user_report', 'The internet provider changed the router yesterday, that must be it.', {
        chosen_audience: 'internal',
      })
      .fix('Point the workstations at ACH-DC02', {
        description: 'Would restore sign-ins but leave the wrong clock in place.',
        confidence: 40,
        superseded_at: Date.UTC(2026, 10, 18, 9, 20),
      })
      .checked(
        'Query the time source of ACH-DC01',
        'The time source of ACH-DC01, which holds the PDC emulator role, is VM IC Time Synchronization Provider.',
      )
      .fact(
        'technician',
        'The wrong clock was caused by the host ACH-HV01: it had lost its own time source after a mainboard swap on 13 November and passed its time on to ACH-DC01.',
        {
          role: 'cause',
          customer_wording:
            'The main sign-in server took its time from the hardware it runs on, whose clock was wrong since a mainboard swap on 13 November.',
        },
      )
      .fix('Take ACH-DC01 off host time and sync it with NTP', {
        description: 'Turn off time synchronisation for the guest and set an outside NTP source.',
        confidence: 94,
        outcome: 'worked',
        outcome_note: 'offset below 1 second at 8:26, a test sign-in on ACH-WS07 went through',
        customer_done: 'Set the main sign-in server to take its time from an outside time service',
      })
      .ran('Set-PdcTimeSource.ps1', 'source is now 0.pool.ntp.org, offset 0.3 seconds', {
        parameters: [
          { name: 'Peer', secret: false, value: '0.pool.ntp.org' },
          { name: 'DomainAdminPassword', secret: true, value: null },
        ],
        changes_system: true,
        undo: 'set the type back to NT5DS and turn guest time synchronisation on',
      })
      .fact('user_report', 'Everybody is signed in and the S drive opens.', {
        role: 'confirmation',
      })
      .fact('technician', 'The clock of ACH-HV01 itself is still 9 minutes behind.')
      .name('ACH-DC01', 'host', 'the main sign-in server')
      .name('ACH-HV01', 'host'),
  secrets: ['Quarry.Nettle.0417', 'u7!Pelican-Sail'],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'From 7.30 nobody could sign in, with a message about a time difference, and people already signed in could not open the S drive.',
          'session',
        ),
      ],
      [
        bullet(
          'All 22 workstations were reported to show a time nine minutes behind.',
          'fact:1',
          'fact:2',
        ),
        bullet(
          'The clock of the main sign-in server was nine minutes behind the real time.',
          'fact:2',
        ),
        bullet('The clock of the second sign-in server was right.', 'fact:3'),
      ],
      [
        line(
          'The main sign-in server took its time from the hardware it runs on, whose clock had been wrong since a mainboard swap on 13 November.',
          'fact:5',
          'fact:6',
        ),
      ],
      [
        bullet(
          'We set the main sign-in server to take its time from an outside time service.',
          'fix:2',
          'script:1',
        ),
        bullet('Its clock was right afterwards, and a test sign-in went through.', 'fix:2'),
        bullet('You told us that everybody is signed in and the S drive opens.', 'fact:7'),
        bullet('The clock of the hardware still has to be set.', 'fact:8'),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'From 7.30 nobody at Achterberg & Daughters could sign in, and the S drive did not open for people already signed in.',
            'session',
          ),
          s('All 22 workstations were 9 minutes behind.', 'fact:1', 'fact:2'),
          s('The customer says it is the second time this year.', 'session'),
        ),
      ],
      [
        bullet('The user reports 7:32 on all 22 workstations while phones showed 7:41.', 'fact:1'),
        bullet('ACH-DC01 was 9 minutes behind an outside time source.', 'fact:2'),
        bullet('ACH-DC02 was 2 seconds off it.', 'fact:3'),
        bullet(
          'The user reports a router change the day before and blames it; nothing else on record points there.',
          'fact:4',
        ),
        bullet(
          'ACH-DC01, the PDC emulator, took its time from VM IC Time Synchronization Provider.',
          'fact:5',
        ),
        bullet(
          'The cause: ACH-HV01 lost its time source after a mainboard swap on 13 November and passed its time on to ACH-DC01.',
          'fact:6',
        ),
        bullet('The user reports that everybody is signed in and the S drive opens.', 'fact:7'),
        bullet('The clock of ACH-HV01 is still 9 minutes behind.', 'fact:8'),
      ],
      [
        bullet(
          'Measured both domain controllers against 0.pool.ntp.org: 9 minutes and 2 seconds off.',
          'fact:2',
          'fact:3',
        ),
        bullet('Queried the time source of ACH-DC01: the host.', 'fact:5'),
        bullet(
          'Take ACH-DC01 off host time and sync it with NTP: worked, offset below 1 second at 8:26, test sign-in on ACH-WS07.',
          'fix:2',
        ),
        bullet(
          s(
            'Ran Set-PdcTimeSource.ps1: source is now 0.pool.ntp.org, offset 0.3 seconds.',
            'script:1',
          ),
          s(
            'To undo, set the type back to NT5DS and turn guest time synchronisation on.',
            'script:1',
          ),
        ),
      ],
      [
        line(
          s(
            'Take ACH-DC01 off host time and sync it with NTP (94% confidence): it worked.',
            'fix:2',
          ),
          s(
            'The time source and the healthy clock of ACH-DC02 speak for it; nothing on record speaks against it.',
            'fact:3',
            'fact:5',
          ),
        ),
      ],
      [
        bullet(
          'Set an NTP source on ACH-HV01 today (server engineer); its clock is still wrong.',
          'fact:8',
          'fix:2',
        ),
        bullet('Look up the earlier incident of this year and compare the cause.', 'session'),
        bullet(
          'If the clocks drift again, query the time source of ACH-DC01 before anything else.',
          'fact:5',
          'fact:2',
        ),
      ],
    ],
  },
};
