import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const switchLoop: Scenario = {
  id: 'switch-loop',
  situation:
    'The network of one floor comes and goes; a patch cable between two wall sockets made a loop. The first suspicion, the switch, was wrong.',
  session: () =>
    session({
      title: 'Network on ground floor keeps coming and going',
      domain: 'network',
      ticket_ref: '49958',
      intake:
        'Network gone on the whole ground floor, back for 2 min, gone again. Since 08:20. 23 people are standing around and looking at me. Last time this took you FOUR hours, I expect somebody here within the hour or we will talk to your boss!\n\nM. Thistlewood\nPlant manager\nOrrin Castings Ltd',
      summary: 'The network on the ground floor came and went from 08:20 on 18 November.',
      affected: '23 people on the ground floor',
      priority: 'the plant manager wants somebody on site within the hour',
    })
      .fact(
        'ticket',
        'Ground floor without a network since 08:20 on 18 November, 23 people affected.',
      )
      .fact('user_report', 'Phones restart by themselves and computers lose their drives.')
      .fact(
        'script_output',
        'ORC-SW02: port 14 changed state 318 times between 08:19 and 09:02; MAC flapping reported between ports 14 and 21.',
        { source_summary: 'Log of the floor switch' },
      )
      .fact('user_report', 'An electrician worked at the switch cabinet yesterday.', {
        chosen_audience: 'internal',
      })
      .fix('Replace the floor switch', {
        description: 'Flapping ports can come from a dying switch.',
        confidence: 40,
        outcome: 'failed',
        outcome_note: 'the spare showed the same flapping on ports 14 and 21 after five minutes',
      })
      .checked(
        'Follow both sockets on site',
        'In room G.07 one patch cable joined wall sockets 14 and 21, and a desk had been moved there on Tuesday evening.',
        { role: 'cause' },
      )
      .fact(
        'technician',
        'Loop protection was off on ORC-SW02, the electrician had only worked on the lighting circuit.',
      )
      .fix('Remove the cable and turn on loop protection', {
        description: 'Take the loop out, then have the switch block a new one by itself.',
        confidence: 96,
        outcome: 'worked',
        outcome_note: 'no port has changed state since 09:48',
      })
      .checked(
        'Look for state changes after the fix',
        'ORC-SW02 shows 0 state changes from 09:48 to 10:30.',
      )
      .fact('user_report', 'Mr Thistlewood confirmed at 10:15 that the whole floor is working.', {
        role: 'confirmation',
      })
      .name('ORC-SW02', 'host', 'the floor switch'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'From 08:20 on 18 November the network on the ground floor came and went.',
            'session',
            'fact:1',
          ),
          s(
            '23 people were affected, phones restarted and computers lost their drives.',
            'fact:1',
            'fact:2',
          ),
        ),
      ],
      [
        bullet('In one room a cable joined two network sockets in the wall.', 'fact:5'),
        bullet('Protection against such a loop was not turned on.', 'fact:6'),
      ],
      [
        line(
          'The cable between the two sockets sent the network traffic round in a circle.',
          'fact:5',
        ),
      ],
      [
        bullet(
          'We removed the cable and turned on loop protection, so that such a cable no longer stops the floor.',
          'fix:2',
        ),
        bullet('The network has been stable since 09:48.', 'fact:7', 'fix:2'),
        bullet('Mr Thistlewood confirmed at 10:15 that the whole floor is working.', 'fact:8'),
        bullet('Please tell us before desks with network cables are moved.', 'fact:5'),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The ground floor of Orrin Castings lost its network again and again from 08:20 on 18 November.',
            'session',
            'fact:1',
          ),
          s('Affected: 23 people on the ground floor.', 'session'),
          s('Priority: the plant manager wants somebody on site within the hour.', 'session'),
        ),
      ],
      [
        bullet('Ground floor down since 08:20 on 18 November, 23 people (ticket).', 'fact:1'),
        bullet('The user reports phones restarting and lost drives.', 'fact:2'),
        bullet(
          'ORC-SW02: 318 state changes on port 14 between 08:19 and 09:02, MAC flapping between ports 14 and 21.',
          'fact:3',
        ),
        bullet(
          'The user reports that an electrician worked at the cabinet; he had only worked on the lighting circuit.',
          'fact:4',
          'fact:6',
        ),
        bullet(
          'Room G.07: one patch cable joined sockets 14 and 21; a desk was moved there on Tuesday evening.',
          'fact:5',
        ),
        bullet('Loop protection was off on ORC-SW02.', 'fact:6'),
        bullet('ORC-SW02: 0 state changes from 09:48 to 10:30.', 'fact:7'),
        bullet('Mr Thistlewood confirmed at 10:15 that the whole floor is working.', 'fact:8'),
      ],
      [
        bullet('Read the switch log: flapping between ports 14 and 21.', 'fact:3'),
        bullet(
          s(
            'Replace the floor switch: did not help, the spare flapped on the same ports.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet('Followed both sockets on site: cable between 14 and 21 in G.07.', 'fact:5'),
        bullet(
          'Remove the cable and turn on loop protection: worked, no port has changed state since 09:48.',
          'fix:2',
          'fact:7',
        ),
      ],
      [
        line(
          s('Remove the cable and turn on loop protection (96% confidence): it worked.', 'fix:2'),
          s(
            'For it: the cable joined the two flapping ports and the log is quiet since.',
            'fact:3',
            'fact:5',
            'fact:7',
          ),
          s('Against it: nothing on record.', 'fix:2'),
        ),
      ],
      [
        bullet(
          'Turn on loop protection on the other switches of Orrin Castings in the next maintenance window.',
          'fact:6',
          'session',
        ),
        bullet('Inform the account manager of the complaint today.', 'session'),
        bullet('If port 14 or 21 flaps once more, look in G.07 first.', 'fact:3', 'fact:5'),
      ],
    ],
  },
};
