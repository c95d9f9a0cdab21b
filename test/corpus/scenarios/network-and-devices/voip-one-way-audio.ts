import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario } from '../../scenario.ts';

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
      })
      .fact(
        'diagnostic_check',
        '7 of 10 test calls from a mobile were one-way, on three different telephones.',
        {
          source_summary: 'Test calls between 10:05 and 10:25',
        },
      )
      .fact(
        'diagnostic_check',
        'A capture on SWF-FW02 shows the private address 192.168.12.30 in the call set-up of a bad call.',
        {
          source_summary: 'Packet capture of two calls',
        },
      )
      .fact(
        'user_report',
        'Mrs. Adeyemi says one family got through well at 9, so it may depend on the caller.',
      )
      .fix('Turn off the SIP helper on the firewall', {
        description: 'The helper rewrites some calls and leaves the private address in others.',
        confidence: 65,
      })
      .fact(
        'technician',
        'Changes to SWF-FW02 are allowed after 18:00 only; Mrs. Adeyemi was promised a call by 19:00.',
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since the evening of Friday 13 November outside callers could often not hear the staff, while the staff heard them. Internal calls were fine.',
          'fact:1',
          'fact:2',
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
          'The problem is not solved yet. We plan a change on the firewall, which is possible after 18:00 only.',
          'fix:2',
          'fact:7',
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
          'Outside callers of Still Waters Funeral Care could not hear the staff on many calls since the evening of Friday 13 November; six telephones are affected, and families who ring cannot be served. Priority 2.',
          'session',
          'fact:1',
          'fact:2',
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
          'Replace the handset at the front desk: did not help, the next two outside calls were one-way too. Ruled out.',
          'fix:1',
        ),
        bullet('Test calls between 10:05 and 10:25: 7 of 10 one-way.', 'fact:4'),
        bullet('Packet capture of two calls: private address in the bad one.', 'fact:5'),
      ],
      [
        line(
          'Turn off the SIP helper on the firewall (65 % confidence), not tried yet. For it: it began with SWF-FW02, and 192.168.12.30 stands in the call set-up. Against it: some calls are good, and they may depend on the caller.',
          'fix:2',
          'fact:3',
          'fact:5',
          'fact:6',
        ),
      ],
      [
        bullet(
          'Turn off the SIP helper on SWF-FW02 after 18:00 and repeat the 10 test calls (network engineer on duty).',
          'fix:2',
          'fact:4',
          'fact:7',
        ),
        bullet('Call Mrs. Adeyemi by 19:00 with the result, good or bad.', 'fact:7'),
        bullet(
          'If calls are still one-way, send the capture to the telephone provider and ask how it treats 192.168.12.30.',
          'fact:5',
        ),
      ],
    ],
  },
};
