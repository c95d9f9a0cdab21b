import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario } from '../../scenario.ts';

export const laptopSwollenBattery: Scenario = {
  id: 'laptop-swollen-battery',
  situation:
    'A swollen battery lifts the touchpad of a laptop; the user got a spare, the vendor replaces the battery, others of the batch must be looked at.',
  session: () =>
    session({
      title: 'Touchpad of laptop bulges out',
      domain: 'hardware',
      ticket_ref: '46021',
      intake:
        'Hi there! Funny one: my touchpad does not click any more and the laptop does not close properly, the bottom is kind of round. It gets warm too but works. I can bring it in on Thursday?\n\nCheers,\nDr. Noor Whitcombe\nPellworm Veterinary Group',
    })
      .fact(
        'user_report',
        'The touchpad does not click and the lid does not close; the bottom is round and warm.',
      )
      .fact(
        'technician',
        'Asked the user at 09:06 to shut LAP-PVG-19 down, unplug it and leave it on a stone floor.',
      )
      .fact(
        'diagnostic_check',
        'On site the case of LAP-PVG-19 gapes by about 6 mm above the battery, and the battery has swollen.',
        {
          source_summary: 'Looked into the gap without opening the laptop',
        },
      )
      .fact(
        'diagnostic_check',
        'The battery is part L19-4470, made in March 2023; the vendor recalls batches up to June 2023.',
        {
          source_summary: 'Compared the serial number with the recall page of the vendor',
        },
      )
      .fix('Give the user a spare and have the vendor replace the battery', {
        description: 'Spare laptop at once, battery under the recall.',
        confidence: 97,
        outcome: 'pending',
        outcome_note: 'the vendor collects the laptop on 20 November, case RC-88213',
      })
      .fact('user_report', 'Dr. Whitcombe works on the spare LAP-PVG-31 with all files and mail.')
      .fact(
        'script_output',
        'Inventory: 7 laptops of Pellworm carry a battery made before June 2023.',
        {
          source_summary: 'Battery report of the monitoring agent',
        },
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'The touchpad of the laptop did not click any more, the lid did not close, and the bottom was round and warm.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('The case stood open by about 6 mm above the battery.', 'fact:3'),
        bullet('The battery belongs to a batch that the vendor has recalled.', 'fact:4'),
      ],
      [
        line(
          'The battery had swollen and pressed against the touchpad and the case.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet('The laptop was switched off and taken out of use for safety.', 'fact:2'),
        bullet(
          'Dr. Whitcombe told us that she works on a spare laptop with all files and mail.',
          'fact:5',
        ),
        bullet('The vendor collects the laptop on 20 November and replaces the battery.', 'fix:1'),
        bullet(
          'Please do not charge or press the old laptop. Seven laptops of your company have batteries of that age; we will contact you about them.',
          'fact:2',
          'fact:6',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'The battery of LAP-PVG-19 swelled and lifted the touchpad; one user was affected and has a spare. Start unknown. It is a fire risk until it is collected. Priority: unknown.',
          'session',
          'fact:1',
          'fact:3',
          'fact:5',
        ),
      ],
      [
        bullet(
          'The user reports a dead touchpad click, a lid that does not close and a round, warm bottom.',
          'fact:1',
        ),
        bullet('LAP-PVG-19 was shut down and unplugged at 09:06 on our advice.', 'fact:2'),
        bullet('The case gapes by about 6 mm above the battery, which has swollen.', 'fact:3'),
        bullet('Battery L19-4470 of March 2023, covered by the recall up to June 2023.', 'fact:4'),
        bullet(
          'The user reports working on the spare LAP-PVG-31 with all files and mail.',
          'fact:5',
        ),
        bullet('7 laptops of Pellworm have a battery made before June 2023.', 'fact:6'),
      ],
      [
        bullet(
          'Looked into the gap without opening the laptop: the battery has swollen.',
          'fact:3',
        ),
        bullet('Compared the serial number with the recall page: covered.', 'fact:4'),
        bullet(
          'Give the user a spare and have the vendor replace the battery: pending, the vendor collects on 20 November, case RC-88213.',
          'fix:1',
        ),
      ],
      [
        line(
          'Give the user a spare and have the vendor replace the battery (97 % confidence), pending. For it: the swollen battery and the recall. Against it: nothing on record.',
          'fix:1',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet(
          'Keep LAP-PVG-19 unplugged and away from anything that burns until the vendor collects it on 20 November (workshop).',
          'fact:2',
          'fix:1',
        ),
        bullet(
          'Ask the customer today for a date to inspect the 7 laptops from the inventory.',
          'fact:6',
        ),
        bullet('Add the 7 batteries to case RC-88213 with the vendor.', 'fact:6', 'fix:1'),
        bullet(
          'If one of them is swollen, have it shut down and unplugged at once and bring a spare.',
          'fact:6',
          'fact:2',
        ),
      ],
    ],
  },
};
