import { NINE_O_CLOCK, session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const calendarMissingOnPhone: Scenario = {
  id: 'calendar-missing-on-phone',
  situation:
    'A director misses recurring appointments on a new phone; his own account of it is too broad, there are two causes, and the fix solves most of it.',
  session: () =>
    session({
      title: 'Calendar of the managing director differs on his phone',
      domain: 'email',
      ticket_ref: '48815',
      intake:
        'Hi, Mr Okonjo (MD) missed the site meeting this morning bc his phone didnt show it. Outlook on his laptop has it. He says NOTHING has synced since the new phone. He is not happy, to put it mildly. Pls ring me not him.\n\nBeth Lindqvist\nPA to the MD, Castlemoor Civils\nMob 07700 900163\nSent from my iPhone',
      summary:
        'The new phone of Mr Okonjo did not show recurring appointments, and he missed a site meeting.',
      contact: 'Beth Lindqvist, not Mr Okonjo',
      since: '11 November',
    })
      .fact(
        'user_report',
        'Mr Okonjo says that nothing at all has synced since he got the new phone on 11 November.',
      )
      .checked(
        'Send a test message while Beth Lindqvist holds the phone',
        'Mail on the phone is up to date: a test message sent at 09:14 arrived within the minute.',
      )
      .checked(
        'Compare the calendars of phone and webmail',
        'The phone shows single appointments made after 11 November and none of the 14 recurring series made before.',
      )
      .fact(
        'technician',
        'The phone has iOS 26.1 and the mailbox twice: in Outlook for iOS and in the built-in Mail app.',
      )
      .ran('Get-MobileDevices.ps1', '2 device partnerships, 1 in quarantine')
      .fact(
        'script_output',
        'The partnership of the built-in app has been in quarantine since 11 November; the other one is allowed.',
        {
          role: 'cause',
          customer_wording:
            'The mailbox was on the phone twice, and one of the two was blocked from syncing.',
        },
      )
      .fix('Reset the Outlook account on the phone', {
        description: 'A fresh copy would bring back what was lost in the transfer.',
        confidence: 45,
        outcome: 'failed',
        outcome_note: 'the series were still missing at 09:41',
      })
      .fix('Wipe the phone and enrol it again', {
        confidence: 25,
        superseded_at: NINE_O_CLOCK + 9 * 60_000,
      })
      .fix('Remove the quarantined account and show the Outlook calendar', {
        description: 'The calendar app shows the account that is in quarantine.',
        confidence: 75,
        outcome: 'partly',
        outcome_note: '11 of the 14 series appeared, 3 are still missing',
      })
      .fact(
        'user_report',
        'Beth Lindqvist reports at 10:20 that the site meeting is on the phone, and that three team meetings are missing.',
        { role: 'confirmation' },
      )
      .fact(
        'diagnostic_check',
        'The 3 missing series were organised by a former colleague whose account was deleted on 30 October.',
      ),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          "Mr Okonjo's new phone did not show all of his appointments, and he missed a site meeting this morning.",
          'session',
        ),
      ],
      [
        bullet('Mail on the phone was up to date.', 'fact:2'),
        bullet(
          'Single appointments were shown; the 14 recurring series from before 11 November were not.',
          'fact:3',
        ),
      ],
      [
        line(
          s(
            'The mailbox was set up twice on the phone, and one of the two had been blocked from syncing since 11 November.',
            'fact:4',
            'fact:5',
          ),
          s(
            'Separately, 3 series belonged to the account of a former colleague, deleted on 30 October.',
            'fact:7',
          ),
        ),
      ],
      [
        bullet(
          'We removed the blocked account from the phone; 11 of the 14 series are back.',
          'fix:3',
        ),
        bullet(
          'Ms Lindqvist reported at 10:20 that the site meeting is on the phone and that three team meetings are missing.',
          'fact:6',
        ),
        bullet(
          'Please have someone in the team create the 3 missing series again, since their organiser no longer has an account.',
          'fact:7',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'The new phone of the managing director of Castlemoor Civils did not show his recurring appointments; he missed a site meeting this morning.',
            'session',
            'fact:3',
          ),
          s('Since: 11 November.', 'session'),
          s('Contact: Beth Lindqvist, not Mr Okonjo.', 'session'),
        ),
      ],
      [
        bullet(
          'Mr Okonjo says that nothing at all has synced since 11 November; the checks show otherwise.',
          'fact:1',
          'fact:2',
          'fact:3',
        ),
        bullet('Mail on the phone is up to date; a test sent at 09:14 arrived.', 'fact:2'),
        bullet(
          'Single appointments after 11 November are shown; none of the 14 older series were.',
          'fact:3',
        ),
        bullet(
          'The phone (iOS 26.1) had the mailbox in Outlook and in the built-in Mail app.',
          'fact:4',
        ),
        bullet(
          'The partnership of the built-in app has been in quarantine since 11 November (script output).',
          'fact:5',
        ),
        bullet(
          'Beth Lindqvist reports at 10:20 that the site meeting is there and three team meetings are missing.',
          'fact:6',
        ),
        bullet(
          'The 3 missing series were organised by a former colleague, account deleted on 30 October.',
          'fact:7',
        ),
      ],
      [
        bullet(
          'Sent a test message: arrived within the minute, so mail is not affected.',
          'fact:2',
        ),
        bullet(
          'Compared the calendars: only series from before 11 November were missing.',
          'fact:3',
        ),
        bullet(
          s(
            'Reset the Outlook account on the phone: did not help, the series were still missing at 09:41.',
            'fix:1',
          ),
          s('Ruled out.', 'fix:1'),
        ),
        bullet(
          'Remove the quarantined account and show the Outlook calendar: helped in part, 11 of the 14 series appeared.',
          'fix:3',
        ),
        bullet('Ran Get-MobileDevices.ps1: 2 partnerships, 1 in quarantine.', 'script:1'),
      ],
      [
        line(
          s(
            'Remove the quarantined account and show the Outlook calendar (75% confidence): it helped in part.',
            'fix:3',
          ),
          s(
            'The 11 series that came back speak for it; the 3 that did not have a cause of their own, the deleted organiser.',
            'fact:7',
            'fix:3',
          ),
        ),
      ],
      [
        bullet(
          'Ask Beth Lindqvist who should own the 3 series, and have that person create them again (service desk, today).',
          'fact:6',
          'fact:7',
        ),
        bullet(
          'If a series of an organiser who is still there goes missing, compare the phone with webmail before changing the account.',
          'fact:3',
          'fix:3',
        ),
        bullet('Check whether the deleted account organised meetings of others.', 'fact:7'),
      ],
    ],
  },
};
