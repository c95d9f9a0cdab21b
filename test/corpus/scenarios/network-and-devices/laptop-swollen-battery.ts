import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

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
      summary:
        'The touchpad of the laptop of Dr. Whitcombe did not click, the lid did not close, and the bottom was round and warm.',
    })
      .fact(
        'user_report',
        'The touchpad does not click and the lid does not close; the bottom is round and warm.',
      )
      .fact(
        'technician',
        'Asked the user at 09:06 to shut LAP-PVG-19 down, unplug it and leave it on a stone floor.',
        { role: 'change' },
      )
      .checked(
        'Look into the gap without opening the laptop',
        'On site the case of LAP-PVG-19 gapes by about 6 mm above the battery, and the battery has swollen.',
        {
          role: 'cause',
          customer_wording: 'The battery has swollen and opened the case by about 6 mm.',
        },
      )
      .checked(
        'Compare the serial number with the recall page of the vendor',
        'The battery is part L19-4470, made in March 2023; the vendor recalls batches up to June 2023.',
      )
      .fix('Give the user a spare and have the vendor replace the battery', {
        description: 'Spare laptop at once, battery under the recall.',
        confidence: 97,
        outcome: 'pending',
        outcome_note: 'the vendor collects the laptop on 20 November, case RC-88213',
        done: 'Gave the user a spare and reported the battery to the vendor',
      })
      .fact('user_report', 'Dr. Whitcombe works on the spare LAP-PVG-31 with all files and mail.', {
        role: 'confirmation',
      })
      .fact(
        'script_output',
        'Inventory: 7 laptops of Pellworm carry a battery made before June 2023.',
        {
          source_summary: 'Battery report of the monitoring agent',
        },
      )
      .name('LAP-PVG-19', 'host'),
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
          'The battery had swollen and opened the case; it belongs to a recalled batch.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        bullet(
          'We asked Dr. Whitcombe to shut the laptop down and unplug it for safety.',
          'fact:2',
        ),
        bullet(
          'Dr. Whitcombe told us that she works on a spare laptop with all files and mail.',
          'fact:5',
        ),
        bullet('The vendor collects the laptop on 20 November to replace the battery.', 'fix:1'),
        bullet(
          s('Please do not charge or press the old laptop.', 'fact:3', 'fix:1'),
          s(
            'Seven laptops of your company have batteries of that age and should be inspected.',
            'fact:6',
          ),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The battery of LAP-PVG-19 swelled and lifted the touchpad; one user was affected and has a spare.',
            'session',
            'fact:3',
            'fact:5',
          ),
          s('It is a fire risk until it is collected.', 'fact:3'),
        ),
      ],
      [
        bullet(
          'The user reports a dead touchpad click, a lid that does not close and a round, warm bottom.',
          'fact:1',
        ),
        bullet(
          'The user was asked at 09:06 to shut LAP-PVG-19 down, unplug it and leave it on a stone floor.',
          'fact:2',
        ),
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
          s(
            'Give the user a spare and have the vendor replace the battery (97% confidence), pending.',
            'fix:1',
          ),
          s('For it: the swollen battery and the recall.', 'fact:3', 'fact:4'),
          s('Against it: nothing on record.', 'fix:1'),
        ),
      ],
      [
        bullet(
          'Keep LAP-PVG-19 unplugged and away from anything that burns until the vendor collects it on 20 November (workshop).',
          'fact:2',
          'fix:1',
        ),
        bullet(
          'Agree with the customer on a date to inspect the 7 laptops from the inventory.',
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
