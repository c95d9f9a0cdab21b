import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario } from '../../scenario.ts';

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
      }),
  secrets: ['optic-Heron-read'],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'The power supply unit under the servers had beeped since lunch. Nobody was hindered.',
          'session',
        ),
      ],
      [fixed('nothing_confirmed')],
      [fixed('no_root_cause')],
      [line('No change has been made yet. Please do not press the button for now.', 'session')],
    ],
    escalate: [
      [
        line(
          'A UPS at Wexcombe Opticians beeped 4 times every 30 seconds since lunch. Nobody was hindered. The front desk asked for a visit. Priority: unknown.',
          'session',
        ),
      ],
      [fixed('nothing_confirmed')],
      [fixed('nothing_tried')],
      [fixed('no_hypothesis')],
      [
        bullet('Call Abioye and ask what the display of the UPS shows.', 'session'),
        bullet(
          'Review and run Get-UpsStatus.ps1 against 10.61.0.9; it was generated only.',
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
