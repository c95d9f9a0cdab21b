import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const bouncedByMailFlowRule: Scenario = {
  id: 'bounced-by-mail-flow-rule',
  situation:
    'Large attachments come back with 550 5.7.1; not the recipient refuses them, but a mail flow rule of the sender that was tightened.',
  session: () =>
    session({
      title: 'Drawings bounce back from the council',
      domain: 'email',
      ticket_ref: '48779',
      intake:
        "Morning,\n\nsee below, third time this week. We send drawings to the council and they come back. Worked fine until last Thursday. Tender closes Friday 20 Nov at noon so this is URGENT.\n\nTheo Brandreth\nLarchwood Joinery | Tel 01632 960418\n\n---------- Forwarded message ----------\nFrom: Microsoft Outlook\nSubject: Undeliverable: Tender 0611 drawings\n\nYour message to planning@brackwater-council.example couldn't be delivered.\nRemote server returned '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy'",
      summary: 'Mails with large drawings to the council and others came back as undeliverable.',
      since: '12 November',
      impact: 'a tender closes on Friday 20 November at noon',
      priority: 'urgent, says the customer',
    })
      .fact(
        'ticket',
        'Tickets 48702 and 48755 of the same week were closed as a problem on the recipient side.',
        { chosen_audience: 'internal' },
      )
      .fix('Ask the council to allow the sender', {
        description: 'Their filter may refuse large attachments.',
        confidence: 30,
        outcome: 'dismissed',
        outcome_note: 'the messages never left the tenant',
      })
      .checked(
        'Run a message trace in the Exchange admin center',
        '9 outbound messages to 4 domains failed with 550 5.7.1 between 12 and 18 November, each with an attachment over 15 MB.',
      )
      .checked(
        'Send a test message without attachment to the same recipient',
        'A test message without attachment to the same recipient was delivered in 8 seconds.',
      )
      .fact(
        'technician',
        'The mail flow rule "Block large outbound" was changed on 12 November at 16:40: its limit went from 25 MB to 15 MB, and its mode from test to enforce.',
        { role: 'cause' },
      )
      .fix('Put the mail flow rule back to 25 MB', {
        description: 'The rule rejects what it allowed before 12 November.',
        confidence: 90,
        outcome: 'worked',
        outcome_note: 'an 18 MB set of drawings was delivered at 10:22',
      })
      .ran('Set-LargeMailRule.ps1', 'limit of the rule is 25 MB, mode left at enforce', {
        parameters: [{ name: 'LimitMB', secret: false, value: '25' }],
        changes_system: true,
        undo: 'set the limit of the rule back to 15 MB',
      })
      .fact(
        'user_report',
        'Mr Brandreth confirmed at 10:40 that the council has received the drawings.',
        { role: 'confirmation' },
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since last Thursday, mails with large drawings to the council and others came back as undeliverable.',
          'session',
          'fact:2',
        ),
      ],
      [
        bullet(
          'Nine outgoing messages were returned between 12 and 18 November, all with a large attachment.',
          'fact:2',
        ),
        bullet(
          'A test message without an attachment reached the same recipient within seconds.',
          'fact:3',
        ),
      ],
      [
        line(
          s(
            'A rule in the mail system that limits the size of attachments had been tightened from 25 MB to 15 MB on 12 November.',
            'fact:4',
          ),
          s('It stopped larger attachments before they left.', 'fact:2', 'fact:4'),
        ),
      ],
      [
        bullet('We put the limit back to 25 MB.', 'fix:2', 'script:1'),
        bullet(
          s('An 18 MB set of drawings was then delivered at 10:22.', 'fix:2'),
          s(
            'Mr Brandreth confirmed at 10:40 that the council has received the drawings.',
            'fact:5',
          ),
        ),
        bullet(
          'Please send the other returned messages again; attachments of up to 25 MB go out.',
          'fact:2',
          'script:1',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Mails with large attachments from Larchwood Joinery were returned with 550 5.7.1: 9 messages to 4 domains.',
            'session',
            'fact:2',
          ),
          s('Since: 12 November.', 'session'),
          s('Impact: a tender closes on Friday 20 November at noon.', 'session'),
          s('Priority: urgent, says the customer.', 'session'),
        ),
      ],
      [
        bullet(
          'Message trace: 9 outbound messages to 4 domains failed with 550 5.7.1 between 12 and 18 November, each with an attachment over 15 MB.',
          'fact:2',
        ),
        bullet('A test message without attachment was delivered in 8 seconds.', 'fact:3'),
        bullet(
          'The mail flow rule "Block large outbound" went from 25 MB to 15 MB and from test to enforce on 12 November at 16:40.',
          'fact:4',
        ),
        bullet(
          'Tickets 48702 and 48755 of the same week were closed as a recipient problem (ticket).',
          'fact:1',
        ),
        bullet(
          'Mr Brandreth confirmed at 10:40 that the council has received the drawings.',
          'fact:5',
        ),
      ],
      [
        bullet(
          'Message trace: the failures are all large attachments, at several recipients.',
          'fact:2',
        ),
        bullet('Sent a test message without attachment: delivered.', 'fact:3'),
        bullet(
          'Put the mail flow rule back to 25 MB: worked, an 18 MB set of drawings was delivered at 10:22.',
          'fix:2',
        ),
        bullet(
          s('Ran Set-LargeMailRule.ps1: limit is 25 MB, mode left at enforce.', 'script:1'),
          s('To undo, set the limit of the rule back to 15 MB.', 'script:1'),
        ),
      ],
      [
        line(
          s('Put the mail flow rule back to 25 MB (90% confidence): it worked.', 'fix:2'),
          s(
            'The time of the rule change and the sizes of the failed messages speak for it; nothing on record speaks against it.',
            'fact:2',
            'fact:4',
          ),
        ),
      ],
      [
        bullet(
          'Find out who changed the rule on 12 November and whether 15 MB was wanted (customer success, this week).',
          'fact:4',
        ),
        bullet('Reopen 48702 and 48755 and link them to this ticket (service desk).', 'fact:1'),
        bullet(
          'If a message below 25 MB is returned again, trace that message before touching the rule.',
          'fact:2',
          'fix:2',
        ),
      ],
    ],
  },
};
