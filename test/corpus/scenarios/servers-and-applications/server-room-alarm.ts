import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const serverRoomAlarm: Scenario = {
  id: 'server-room-alarm',
  situation:
    'A UPS alarm is handed on at the end of a shift with nothing confirmed: only proposed facts and a script never run.',
  session: () =>
    session({
      title: 'UPS beeps four times every 30 seconds',
      domain: 'hardware',
      ticket_ref: '52498',
      intake:
        'the grey box under the servers beeps 4 times every 30 sec since lunch. nobody is hindered. can someone come or shall I press the button?\n\nAbioye, front desk, Wexcombe Opticians\n01632 960 417',
      contact: 'Abioye, front desk, 01632 960 417',
      escalation_reason: 'time',
      escalation_note: 'end of the shift',
    })
      .fact('ticket', 'The UPS WXO-UPS1 runs on battery.', { status: 'proposed' })
      .fact('user_report', 'The lights flickered before lunch.', { status: 'proposed' })
      .fact('user_report', 'The display shows E02.', { status: 'proposed' })
      .fact('technician', 'The battery was last replaced in 2020.', { status: 'proposed' })
      .fix('Press the alarm button for three seconds', {
        description: 'Silences the alarm; its reason would stay unknown.',
        confidence: 30,
      })
      .generated('Get-UpsStatus.ps1', {
        parameters: [
          { name: 'Address', secret: false, value: '10.61.0.9' },
          { name: 'SnmpCommunity', secret: true, value: null },
        ],
      })
      .check('Call Abioye and ask what the display of the UPS shows'),
  secrets: ['optic-Heron-read'],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s('The power supply unit under the servers had beeped since lunch.', 'session'),
          s('Nobody was hindered.', 'session'),
        ),
      ],
      [fixed('nothing_confirmed')],
      [fixed('no_root_cause')],
      [
        line(
          s('No change has been made yet.', 'session'),
          s('Please do not press the button for now.', 'session'),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'A UPS at Wexcombe Opticians beeped 4 times every 30 seconds since lunch; nobody was hindered.',
            'session',
          ),
          s('The front desk asked for a visit.', 'session'),
          s('Reason for escalation: time; end of the shift.', 'session'),
          s('Contact: Abioye, front desk, 01632 960 417.', 'session'),
        ),
      ],
      [fixed('nothing_confirmed')],
      [fixed('nothing_tried')],
      [fixed('no_hypothesis')],
      [
        bullet('Call Abioye and ask what the display of the UPS shows.', 'check:1'),
        bullet(
          'Get-UpsStatus.ps1 against 10.61.0.9 is prepared but not run; review and run it.',
          'script:1',
        ),
        bullet(
          'If the UPS runs on battery, shut the servers down in order before it is empty (on-call engineer).',
          'session',
        ),
      ],
    ],
  },
};
