import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const splitDnsIntranet: Scenario = {
  id: 'split-dns-intranet',
  situation:
    'Over the VPN the intranet name leads to the public web site; the rule that would send the name inside was prepared and not yet tried. Local session, no ticket.',
  session: () =>
    session({
      title: 'Intranet opens the public site over VPN',
      domain: 'vpn',
      ticket_ref: null,
      intake:
        'Walk-in from HR at Ashgrove College: from home, over VPN, portal.ashgrove.example opens the public web site, not the staff portal. In the building all good. Mapped drives work over VPN.',
    })
      .fact(
        'user_report',
        'At home the staff portal address shows the public web site with the VPN on.',
      )
      .checked(
        'Look the name up at home and in the building',
        'On LAP-077 over VPN portal.ashgrove.example resolves to 198.51.100.80, inside to 10.20.4.15.',
        {
          customer_wording:
            'Over the VPN the address led to the public site, in the building to the portal.',
        },
      )
      .checked(
        'Open the inner address over VPN',
        'Opening https://10.20.4.15 over VPN shows the staff portal.',
      )
      .fact('technician', 'The VPN has been in split mode since the change of 9 November.')
      .fact('user_report', 'A colleague with a private Mac sees the same.', { status: 'proposed' })
      .fix('Flush the DNS cache', {
        confidence: 35,
        outcome: 'failed',
        outcome_note: 'the name led to the public address once more after the flush',
      })
      .fix('Add a name resolution rule for ashgrove.example', {
        description: 'Sends names of the domain to 10.20.4.2 while the VPN is up.',
        confidence: 85,
      })
      .generated('Add-NameRule.ps1', {
        parameters: [{ name: 'NameServer', secret: false, value: '10.20.4.2' }],
        changes_system: true,
        undo: 'remove the rule for ashgrove.example',
      })
      .check('Try Add-NameRule.ps1 on LAP-077 first'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'At home, with the VPN on, the address of the staff portal opened the public web site.',
            'session',
            'fact:1',
          ),
          s('In the building the portal opened as expected.', 'session'),
        ),
      ],
      [
        bullet(
          'Over the VPN the address led to the public site, in the building to the portal.',
          'fact:2',
        ),
        bullet('The portal itself could be reached over the VPN.', 'fact:3'),
        bullet('The VPN was changed on 9 November.', 'fact:4'),
      ],
      [fixed('no_root_cause')],
      [
        bullet(
          'Clearing the stored addresses did not help; a new rule for the address is planned.',
          'fix:1',
          'fix:2',
        ),
        bullet(
          'Until then please use the portal in the building; the mapped drives work over the VPN.',
          'session',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'Over the VPN portal.ashgrove.example opened the public web site for HR at Ashgrove College; in the building the staff portal opened, and mapped drives worked.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('The user reports the public web site at home with the VPN on.', 'fact:1'),
        bullet(
          'LAP-077 over VPN: portal.ashgrove.example is 198.51.100.80; inside it is 10.20.4.15.',
          'fact:2',
        ),
        bullet('https://10.20.4.15 over VPN shows the staff portal.', 'fact:3'),
        bullet('The VPN is in split mode since the change of 9 November.', 'fact:4'),
      ],
      [
        bullet('Looked the name up at home and in the building: two different answers.', 'fact:2'),
        bullet(
          'Opened the inner address over VPN: the portal came up, so the route is fine.',
          'fact:3',
        ),
        bullet(
          s(
            'Flush the DNS cache: did not help, the name led to the public address after it.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
      ],
      [
        line(
          s(
            'Add a name resolution rule for ashgrove.example (85% confidence), not tried yet.',
            'fix:2',
          ),
          s(
            'For it: the name resolves to the public address over VPN only, and the inner address is reachable.',
            'fact:2',
            'fact:3',
          ),
          s(
            'Against it: the user gave no date, so the link to 9 November is open.',
            'session',
            'fact:4',
          ),
        ),
      ],
      [
        bullet('Try the suggested fix: Add a name resolution rule for ashgrove.example.', 'fix:2'),
        bullet(
          'Try Add-NameRule.ps1 with 10.20.4.2 on LAP-077 first; it is prepared but not run (today).',
          'check:3',
          'script:1',
        ),
        bullet(
          'If the portal opens on LAP-077, roll the rule out to all VPN laptops after an announcement.',
          'fix:2',
          'fact:2',
        ),
        bullet(
          'If the name still leads to 198.51.100.80, look at the DNS order of the VPN profile changed on 9 November.',
          'fact:2',
          'fact:4',
        ),
      ],
    ],
  },
};
