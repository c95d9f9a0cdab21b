import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const dnsAfterIspChange: Scenario = {
  id: 'dns-after-isp-change',
  situation:
    'After a change of provider the server still asked the old provider for names, so web pages opened slowly or not at all.',
  session: () =>
    session({
      title: 'Internet slow or dead since the new line',
      domain: 'network',
      ticket_ref: '50466',
      intake:
        'hi all\nnew fibre went in saturday (installer said its all green) but since monday half the web pages dont open, the others take ages, then suddenly fine for a minute. Speedtest on my phone w/o wifi is great obviously. is it the new line?? All 18 of us have it.\ncheers\nTobias\n--\nTobias Renn | Lindqvist Glazing | 01632 960 288',
    })
      .fact('ticket', 'New fibre line of the provider went live on Saturday 14 November.')
      .fact('user_report', 'Web pages open slowly or not at all on all 18 workplaces since Monday.')
      .checked(
        'Run a speed and loss test on the firewall',
        'The line itself gives 480 Mbit/s down and loses no packets.',
      )
      .checked(
        'Read the DNS forwarders and query both',
        'LQG-DC01 forwards names to 203.0.113.53 and 203.0.113.54, which belong to the old provider and do not answer from the new line.',
        {
          role: 'cause',
          customer_wording:
            'Your server still asked the name service of the old provider, which does not answer from the new line.',
        },
      )
      .fix('Replace the DNS forwarders', {
        description: 'Enter the resolvers of the new provider on the domain controller.',
        confidence: 90,
        outcome: 'worked',
        outcome_note: 'ten test names answered in under 40 ms',
      })
      .ran('Set-DnsForwarder.ps1', 'forwarders on LQG-DC01 are 198.51.100.10 and 198.51.100.11', {
        parameters: [{ name: 'Server', secret: false, value: 'LQG-DC01' }],
        changes_system: true,
        undo: 'run it with the list saved in C:\\Temp\\forwarders-2026-11-18.txt',
      })
      .fact('script_output', 'Event 5504 on LQG-DC01: 212 entries yesterday, 0 since the change.')
      .fact(
        'user_report',
        'Tobias confirmed at 11:05 that pages open at once on four workplaces.',
        { role: 'confirmation' },
      )
      .name('LQG-DC01', 'host', 'your server'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since Monday web pages had opened slowly or not at all on all 18 workplaces, after the new fibre line went live on 14 November.',
          'session',
          'fact:1',
          'fact:2',
        ),
      ],
      [
        bullet('The new line itself was fast and lost no data.', 'fact:3'),
        bullet(
          'Your server still asked the name service of the old provider, which did not answer from the new line.',
          'fact:4',
        ),
      ],
      [
        line(
          'The name service settings on the server had not moved to the new provider together with the line.',
          'fact:1',
          'fact:4',
        ),
      ],
      [
        bullet(
          'We entered the name service of the new provider, and ten test names were answered at once.',
          'fix:1',
          'script:1',
        ),
        bullet('The errors on the server stopped after the change.', 'fact:5'),
        bullet('Tobias confirmed at 11:05 that pages open at once on four workplaces.', 'fact:6'),
        bullet('If a page is still slow on another computer, please tell us which one.', 'fact:6'),
      ],
    ],
    escalate: [
      [
        line(
          'Web pages opened slowly or not at all on all 18 workplaces of Lindqvist Glazing since Monday, after the new fibre line went live on Saturday 14 November.',
          'session',
          'fact:1',
          'fact:2',
        ),
      ],
      [
        bullet('New line live on Saturday 14 November (ticket).', 'fact:1'),
        bullet('The user reports slow or dead pages on all 18 workplaces since Monday.', 'fact:2'),
        bullet('The line gives 480 Mbit/s down and loses no packets.', 'fact:3'),
        bullet(
          'LQG-DC01 forwarded to 203.0.113.53 and 203.0.113.54 of the old provider; neither answers from the new line.',
          'fact:4',
        ),
        bullet('Event 5504 on LQG-DC01: 212 entries yesterday, 0 since the change.', 'fact:5'),
        bullet('Tobias confirmed at 11:05 that pages open at once on four workplaces.', 'fact:6'),
      ],
      [
        bullet('Ran a speed and loss test on the firewall: the line is clean.', 'fact:3'),
        bullet('Queried both forwarders of LQG-DC01: no answer.', 'fact:4'),
        bullet(
          'Replace the DNS forwarders: worked, ten test names answered in under 40 ms.',
          'fix:1',
        ),
        bullet(
          s(
            'Ran Set-DnsForwarder.ps1: LQG-DC01 now forwards to 198.51.100.10 and 198.51.100.11.',
            'script:1',
          ),
          s(
            'To undo, run it with the list saved in C:\\Temp\\forwarders-2026-11-18.txt.',
            'script:1',
          ),
        ),
      ],
      [
        line(
          s('Replace the DNS forwarders (90% confidence): it worked.', 'fix:1'),
          s('For it: the old resolvers did not answer and event 5504 stopped.', 'fact:4', 'fact:5'),
          s('Against it: nothing on record.', 'fix:1'),
        ),
      ],
      [
        bullet(
          'Search the firewall and the printers for the old resolvers 203.0.113.53 and 203.0.113.54 (tomorrow).',
          'fact:4',
        ),
        bullet(
          'Ask the customer about the other workplaces tomorrow morning (service desk).',
          'fact:2',
          'fact:6',
        ),
        bullet(
          'If event 5504 comes back, query 198.51.100.10 and 198.51.100.11 from LQG-DC01 and call the provider.',
          'fact:5',
          'script:1',
        ),
      ],
    ],
  },
};
