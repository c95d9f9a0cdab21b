import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, fixed, line, type Scenario, s } from '../../scenario.ts';

export const mappedDrivesMissing: Scenario = {
  id: 'mapped-drives-missing',
  situation:
    'Drive letters are missing for part of a team; reports contradict each other and no suggestion is above 30 %.',
  session: () =>
    session({
      title: 'M and T drive missing for finance',
      domain: 'workstation',
      ticket_ref: '52319',
      intake:
        'Dear all\n\nThe M: and T: drives have disappeared in finance. Some have them, some not, and Klaas had them at 9 but not after lunch. Restarting does nothing.\n\nBest wishes,\nOluwaseun Hartigan\nHead of Finance, Bexworth Housing\n\n> From: IT Support\n> Your ticket 52319 has been logged.',
      affected: '5 of 11 people in finance',
      since: '18 November',
    })
      .fact('ticket', '5 of 11 people in finance lack M: and T: on 18 November.')
      .fact('user_report', 'Everybody in finance had the drives on 17 November.')
      .fact('user_report', 'Only people with the new laptops are affected.', {
        chosen_audience: 'internal',
      })
      .checked(
        'Look at one new and one old laptop with the users',
        'BXH-LAP31 (new) has both drives; BXH-LAP12 (old) has neither.',
      )
      .fact(
        'script_output',
        'gpresult on BXH-LAP12: GPO "Finance drives" applied, item-level targeting for M: returned false.',
        { source_summary: 'Get-DriveMapReport.ps1' },
      )
      .ran('Get-DriveMapReport.ps1', 'report written to C:\\Temp\\drivemap-BXH-LAP12.html')
      .checked(
        'Open the share by its path on BXH-LAP12',
        '\\\\BXH-FS03\\Finance opens by its path on BXH-LAP12.',
      )
      .fix('Exclude the new laptops from Fast Logon', {
        confidence: 50,
        outcome: 'dismissed',
        outcome_note: 'a new laptop has its drives, an old one has not',
      })
      .fix('Add the users to the group GG-Finance-Drives again', {
        description: 'The targeting asks for this group; membership was not looked at yet.',
        confidence: 30,
      })
      .check('Compare the group membership of an affected and an unaffected user')
      .check('Ask Klaas what changed at lunch'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          s(
            'The M: and T: drives were missing for 5 of 11 people in finance on 18 November.',
            'session',
            'fact:1',
          ),
          s('Restarting made no difference.', 'session'),
        ),
      ],
      [
        bullet(
          'The problem is not tied to the new laptops: a new one has the drives, an old one lacks them.',
          'fact:4',
        ),
        bullet('The files themselves can be reached from an affected laptop.', 'fact:6'),
        bullet(
          'The rule that should connect the drives runs, but passes over the M: drive.',
          'fact:5',
        ),
      ],
      [fixed('no_root_cause')],
      [
        line(
          s('No change has been made yet.', 'session', 'fix:2'),
          s(
            'Your files are in place; call us if you need one of them urgently, so that we can open the folder with you.',
            'fact:6',
          ),
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'M: and T: were missing in finance at Bexworth Housing, for one person only since lunch; restarting made no difference.',
            'session',
          ),
          s('Affected: 5 of 11 people in finance.', 'session', 'fact:1'),
          s('Since: 18 November.', 'session', 'fact:1'),
        ),
      ],
      [
        bullet('5 of 11 people lack both drives (ticket).', 'fact:1'),
        bullet('The user reports that everybody had them on 17 November.', 'fact:2'),
        bullet(
          'The user reports that only new laptops are affected; a check contradicts this.',
          'fact:3',
          'fact:4',
        ),
        bullet('BXH-LAP31 (new) has both drives, BXH-LAP12 (old) has neither.', 'fact:4'),
        bullet(
          'On BXH-LAP12 the GPO "Finance drives" applied, and its item-level targeting for M: returned false.',
          'fact:5',
        ),
        bullet('\\\\BXH-FS03\\Finance opens by its path on BXH-LAP12.', 'fact:6'),
      ],
      [
        bullet(
          'Compared one new and one old laptop with the users: the age of the laptop does not decide.',
          'fact:4',
        ),
        bullet('Opened the share by hand on BXH-LAP12: it opens.', 'fact:6'),
        bullet(
          'Ran Get-DriveMapReport.ps1: report in C:\\Temp\\drivemap-BXH-LAP12.html.',
          'script:1',
        ),
      ],
      [fixed('no_hypothesis')],
      [
        bullet(
          'Read the targeting conditions of the GPO "Finance drives" and who changed them since 17 November.',
          'fact:5',
          'fact:2',
        ),
        bullet(
          'Compare the group membership of an affected and an unaffected user (second engineer, today).',
          'check:3',
          'fact:4',
        ),
        bullet(
          'Ask Klaas what changed at lunch, since he had the drives at 9.',
          'check:4',
          'session',
        ),
        bullet(
          'If finance cannot wait, open \\\\BXH-FS03\\Finance by its path as a workaround.',
          'fact:6',
        ),
      ],
    ],
  },
};
