import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const voipOneWayAudio: Scenario = {
  id: 'voip-one-way-audio',
  situation:
    'Callers from outside cannot hear the staff since a firewall swap; the handset was not it, the leading idea waits for the evening window.',
  session: () =>
    session({
      title: 'Callers cannot hear us',
      domain: 'network',
      ticket_ref: '52951',
      intake:
        'Hello Support,\n\nsince friday evening people who ring us say they hear nothing, we hear them fine. internal calls ok. It is not every call. We are a funeral home, this is REALLY not acceptable for our families.\n\nSincerely,\nMrs. B. Adeyemi\nStill Waters Funeral Care, 01632 960 733',
      summary: 'Outside callers often could not hear the staff, while the staff heard them.',
      affected: 'six telephones',
      since: 'Friday 13 November in the evening',
      priority: '2',
      promised: 'a call to Mrs. Adeyemi by 19:00',
      escalation_reason: 'time',
      escalation_note: 'changes to the firewall are allowed after 18:00 only',
    })
      .fact('ticket', 'Priority 2. Since Friday 13 November in the evening, six telephones.')
      .fact(
        'user_report',
        'Outside callers hear nothing while the staff hear them; internal calls are fine. Not on every call.',
      )
      .fact(
        'technician',
        'The firewall SWF-FW02 was put in on Friday 13 November between 17:00 and 18:30.',
      )
      .fix('Replace the handset at the front desk', {
        confidence: 30,
        outcome: 'failed',
        outcome_note: 'the next two outside calls were one-way on the new handset too',
        left_in_place: true,
      })
      .checked(
        'Make test calls from a mobile',
        '7 of 10 test calls from a mobile were one-way, on three different telephones.',
        { customer_wording: '7 of 10 test calls from outside had sound in one direction only.' },
      )
      .checked(
        'Capture two calls on the firewall',
        'A capture on SWF-FW02 shows the private address 192.168.12.30 in the call set-up of a bad call.',
      )
      .fact(
        'user_report',
        'Mrs. Adeyemi says one family got through well at 9, so it may depend on the caller.',
        { chosen_audience: 'internal' },
      )
      .fix('Turn off the SIP helper on the firewall', {
        description: 'The helper rewrites some calls and leaves the private address in others.',
        confidence: 65,
      })
      .fact(
        'technician',
        'Changes to SWF-FW02 are allowed after 18:00 only; Mrs. Adeyemi was promised a call by 19:00.',
      )
      .check('Turn off the SIP helper after 18:00 and repeat the 10 test calls')
      .check('Call Mrs. Adeyemi by 19:00 with the result, good or bad')
      .name('SWF-FW02', 'host', 'the firewall'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'Since the evening of Friday 13 November outside callers could often not hear the staff, while the staff heard them.',
            'session',
            'fact:1',
            'fact:2',
          ),
          s('Internal calls were fine.', 'fact:2'),
        ),
      ],
      [
        bullet(
          '7 of 10 test calls from outside had sound in one direction only, on three different telephones.',
          'fact:4',
        ),
        bullet('A new firewall was put in on the same Friday.', 'fact:3'),
      ],
      [fixed('no_root_cause')],
      [
        bullet(
          s('The problem is not solved yet.', 'fix:2'),
          s(
            'We plan a change on the firewall, which is possible after 18:00 only.',
            'fix:2',
            'fact:7',
          ),
        ),
        bullet('We will call Mrs. Adeyemi by 19:00, as promised.', 'fact:7'),
        bullet(
          'Until then, please call families back if they cannot hear you; it does not happen on every call.',
          'fact:2',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Outside callers of Still Waters Funeral Care could not hear the staff on many calls.',
            'session',
            'fact:2',
          ),
          s('Affected: six telephones.', 'session', 'fact:1'),
          s('Since: Friday 13 November in the evening.', 'session', 'fact:1'),
          s('Priority: 2.', 'session', 'fact:1'),
          s(
            'Reason for escalation: time; changes to the firewall are allowed after 18:00 only.',
            'session',
            'fact:7',
          ),
          s('Promised to the customer: a call to Mrs. Adeyemi by 19:00.', 'session', 'fact:7'),
        ),
      ],
      [
        bullet('Priority 2, six telephones, since Friday 13 November (ticket).', 'fact:1'),
        bullet(
          'The user reports one-way sound on outside calls, not on every one; internal calls are fine.',
          'fact:2',
        ),
        bullet('SWF-FW02 was put in on Friday 13 November between 17:00 and 18:30.', 'fact:3'),
        bullet('7 of 10 test calls from a mobile were one-way, on three telephones.', 'fact:4'),
        bullet(
          'Call set-up of a bad call on SWF-FW02 carries the private address 192.168.12.30.',
          'fact:5',
        ),
        bullet('The user reports a good call at 9 and thinks it depends on the caller.', 'fact:6'),
        bullet(
          'Changes to SWF-FW02 after 18:00 only; a call by 19:00 was promised to Mrs. Adeyemi.',
          'fact:7',
        ),
      ],
      [
        bullet(
          s(
            'Replace the handset at the front desk: did not help, the next two outside calls were one-way too.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet('Test calls from a mobile: 7 of 10 one-way.', 'fact:4'),
        bullet('Packet capture of two calls: private address in the bad one.', 'fact:5'),
      ],
      [
        line(
          s('Turn off the SIP helper on the firewall (65% confidence), not tried yet.', 'fix:2'),
          s(
            'For it: it began with SWF-FW02, and 192.168.12.30 is in the call set-up.',
            'fact:1',
            'fact:3',
            'fact:5',
          ),
          s('Against it: some calls are good, and they may depend on the caller.', 'fact:6'),
        ),
      ],
      [
        bullet(
          'Turn off the SIP helper on SWF-FW02 after 18:00 and repeat the 10 test calls (network engineer on duty).',
          'check:3',
          'fix:2',
          'fact:7',
        ),
        bullet('Call Mrs. Adeyemi by 19:00 with the result, good or bad.', 'check:4', 'fact:7'),
        bullet(
          'If calls are still one-way, send the capture to the telephone provider and ask how it treats 192.168.12.30.',
          'fact:5',
        ),
        bullet(
          'Put the old handset back at the front desk; the new one made no difference.',
          'fix:1',
        ),
      ],
    ],
  },
};
