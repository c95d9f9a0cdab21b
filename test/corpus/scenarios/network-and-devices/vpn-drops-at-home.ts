import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const vpnDropsAtHome: Scenario = {
  id: 'vpn-drops-at-home',
  situation:
    'The VPN drops at home; power saving of the wireless adapter was half of it, the home Wi-Fi itself is the other half and not ours.',
  session: () =>
    session({
      title: 'VPN drops several times a day when working from home',
      domain: 'vpn',
      ticket_ref: '51877',
      intake:
        'Hello,\n\nit is me again about the VPN. It throws me out five or six times a day when i work from home, always in the middle of a client file, and then i have to log in to everything again. In the office its perfect. You closed my last ticket (51204) and nothing was better, honestly this is getting on my nerves.\n\nPetra Halloran\nCalder & Finch Accountants\n020 7946 0112 ext 14',
    })
      .fact('ticket', 'Second ticket on this subject; 51204 was closed on 30 October.', {
        chosen_audience: 'internal',
      })
      .fact(
        'user_report',
        'The VPN disconnects five or six times a day, only when she works from home. Video calls freeze for some seconds just before.',
      )
      .checked(
        'Read the VPN client log of both days',
        'The client log on LT-0231 shows 11 disconnects on 16 and 17 November, all with the reason DPD timeout.',
      )
      .fix('Update the VPN client', {
        description: 'The release notes name a fix for lost tunnels.',
        confidence: 50,
        outcome: 'failed',
        outcome_note: 'version 7.4.2 dropped twice within the first hour',
      })
      .checked(
        'Ping the home router over Wi-Fi and over a cable',
        'A test to the home router lost 9 of 200 packets over Wi-Fi and 0 of 200 over a cable.',
      )
      .fix('Turn off power saving on the wireless adapter', {
        description: 'The adapter goes to sleep and the tunnel misses its keep-alives.',
        confidence: 78,
        outcome: 'partly',
        outcome_note: 'two drops on 17 November after the change, before it were four until noon',
      })
      .ran('Set-WlanPowerMode.ps1', 'wireless adapter set to maximum performance on LT-0231', {
        parameters: [{ name: 'Mode', secret: false, value: 'Maximum' }],
        changes_system: true,
        undo: 'run it once more with the mode Balanced',
      })
      .fact(
        'user_report',
        'This morning there was one drop on Wi-Fi and none in three hours on the cable.',
        { role: 'confirmation' },
      )
      .fact(
        'technician',
        'The loss on the home Wi-Fi is what ends the tunnel; the home router belongs to the user and is not under contract.',
        { role: 'cause' },
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'At home the VPN had disconnected five or six times a day, and every program had to be signed in to again.',
            'session',
            'fact:2',
          ),
          s('In the office it was stable.', 'session'),
        ),
      ],
      [
        bullet(
          'The connection between the laptop and the home router lost data over Wi-Fi and none over a cable.',
          'fact:4',
        ),
        bullet(
          'This morning there was one disconnect on Wi-Fi and none in three hours on the cable.',
          'fact:5',
        ),
      ],
      [
        line(
          s(
            'The Wi-Fi at home loses data, and that ends the VPN connection.',
            'fact:4',
            'fact:6',
            'fact:2',
          ),
          s('A power-saving setting of the laptop was a part of it.', 'fix:2'),
        ),
      ],
      [
        bullet(
          s('We turned off power saving for the wireless adapter.', 'fix:2', 'script:1'),
          s('The disconnects became fewer, but did not stop on Wi-Fi.', 'fix:2', 'fact:5'),
        ),
        bullet(
          'Please use a network cable for the laptop at home until the Wi-Fi there has been improved.',
          'fact:5',
        ),
        bullet(
          'The home router is not under contract; your internet provider can help with it.',
          'fact:6',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The VPN on LT-0231 dropped five or six times a day at the home of Petra Halloran, always in the middle of a client file; the office was not affected.',
            'session',
            'fact:2',
            'fact:3',
          ),
          s('Second ticket after 51204.', 'session', 'fact:1'),
        ),
      ],
      [
        bullet(
          'Earlier ticket on the same subject: 51204, closed on 30 October (ticket).',
          'fact:1',
        ),
        bullet(
          'The user reports drops only at home, with video calls freezing for some seconds before each.',
          'fact:2',
        ),
        bullet(
          'Client log of LT-0231: 11 disconnects on 16 and 17 November, all DPD timeout.',
          'fact:3',
        ),
        bullet('Home router: 9 of 200 packets lost over Wi-Fi, 0 of 200 over a cable.', 'fact:4'),
        bullet(
          'The user reports one drop on Wi-Fi this morning, none in three hours on the cable.',
          'fact:5',
        ),
        bullet(
          'The loss on the home Wi-Fi ends the tunnel; the home router is the user’s own and not under contract.',
          'fact:6',
        ),
      ],
      [
        bullet('Read the VPN client log of both days: only DPD timeouts.', 'fact:3'),
        bullet('Pinged the home router both ways: loss on Wi-Fi only.', 'fact:4'),
        bullet(
          s(
            'Update the VPN client: did not help, 7.4.2 dropped twice within the first hour.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet(
          'Turn off power saving on the wireless adapter: helped in part, two drops on 17 November after the change against four before noon.',
          'fix:2',
        ),
        bullet(
          s('Ran Set-WlanPowerMode.ps1: adapter on maximum performance on LT-0231.', 'script:1'),
          s('To undo, run it once more with the mode Balanced.', 'script:1'),
        ),
      ],
      [
        line(
          s(
            'Turn off power saving on the wireless adapter (78% confidence): it helped in part.',
            'fix:2',
          ),
          s('For it: fewer drops since the change.', 'fix:2'),
          s(
            'Against it as the whole cause: drops go on over Wi-Fi while the cable is clean, which points to the home Wi-Fi.',
            'fact:4',
            'fact:5',
            'fact:6',
          ),
        ),
      ],
      [
        bullet(
          'Ask the user to stay on the cable until Friday and count the drops (service desk, tomorrow).',
          'fact:5',
        ),
        bullet(
          'Agree with the account manager whether we advise on a private router, since it is not under contract.',
          'fact:6',
        ),
        bullet(
          'If the VPN drops on the cable too, take a trace on the VPN gateway at the time of a DPD timeout.',
          'fact:3',
          'fact:5',
        ),
      ],
    ],
  },
};
