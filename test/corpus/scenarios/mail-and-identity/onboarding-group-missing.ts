import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const onboardingGroupMissing: Scenario = {
  id: 'onboarding-group-missing',
  situation:
    'A new starter misses a drive and a team because of one misspelt word; most comes back with the fix, the rest by itself.',
  session: () =>
    session({
      title: 'New starter has no finance drive and no Finance team',
      domain: 'identity',
      ticket_ref: null,
      intake:
        'Teams chat from Ingrid (office mgr, Quillfeather Books): new guy Oluwaseun in Finance, laptop LT-0231, can log in but no Finance team, no F: drive, no sharepoint. Started monday. HR form says everything done??',
    })
      .fact('user_report', 'Oluwaseun sees the all-staff team only, and no F: drive.')
      .checked(
        'Look up the groups behind the drive and the team',
        'FIN-All is a dynamic group for the department Finance; it has 22 members, and he is not one of them.',
      )
      .checked(
        'Compare his department with the rule of the group',
        'His account has the department "Finanace".',
        { role: 'cause' },
      )
      .fact(
        'technician',
        'The onboarding form of 9 November has the same spelling; it is free text there.',
      )
      .fix('Correct the department to Finance', {
        description: 'The dynamic group takes him in as soon as the word fits.',
        confidence: 95,
        outcome: 'partly',
        outcome_note: 'FIN-All had 23 members at 09:58; the team was still missing at 10:25',
      })
      .ran('Set-Department.ps1', 'department set to Finance', {
        parameters: [
          { name: 'User', secret: false, value: 'oluwaseun.adeleke' },
          { name: 'Department', secret: false, value: 'Finance' },
        ],
        changes_system: true,
        undo: 'set the department back to the former spelling',
      })
      .checked(
        'Have him sign out and in again',
        'After signing out and in again at 10:20, the F: drive was mapped and SharePoint opened.',
        { chosen_audience: 'customer', role: 'confirmation' },
      )
      .fact('user_report', 'At 11:40 the Finance team had appeared without anyone touching it.', {
        role: 'confirmation',
      }),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Since he started on Monday, Oluwaseun could sign in but did not see the finance drive, SharePoint or the Finance team.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet(
          'The drive and the team are given automatically to everyone whose department is Finance.',
          'fact:2',
        ),
        bullet(
          'He was missing from the group, because his department was entered as "Finanace".',
          'fact:2',
          'fact:3',
        ),
      ],
      [
        line(
          'His department was misspelt in his account, so the automatic access passed him over.',
          'fact:2',
          'fact:3',
        ),
      ],
      [
        bullet('We corrected the department.', 'fix:1', 'script:1'),
        bullet('The drive and SharePoint were there after a new sign-in at 10:20.', 'fact:5'),
        bullet('By 11:40 the Finance team had appeared too.', 'fact:6'),
        bullet(
          'On your next onboarding form, please check the spelling of the department, since access follows from it.',
          'fact:4',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'Oluwaseun, new in Finance at Quillfeather Books, had no F: drive, no SharePoint and no Finance team since he started on Monday.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet('The user reports that he sees the all-staff team only, and no F: drive.', 'fact:1'),
        bullet(
          'FIN-All is a dynamic group for the department Finance, with 22 members, without him.',
          'fact:2',
        ),
        bullet('His account had the department "Finanace".', 'fact:3'),
        bullet('The onboarding form of 9 November has the same spelling, in free text.', 'fact:4'),
        bullet('After a new sign-in at 10:20, F: was mapped and SharePoint opened.', 'fact:5'),
        bullet('The user reports that the team had appeared by itself at 11:40.', 'fact:6'),
      ],
      [
        bullet('Looked up the groups behind the drive and the team: FIN-All for both.', 'fact:2'),
        bullet('Compared his department with the rule: it did not match.', 'fact:3'),
        bullet('Had him sign out and in again at 10:20: drive and SharePoint there.', 'fact:5'),
        bullet(
          'Correct the department to Finance: helped in part, FIN-All had 23 members at 09:58; the team was still missing at 10:25.',
          'fix:1',
        ),
        bullet(
          s('Ran Set-Department.ps1: department set to Finance.', 'script:1'),
          s('To undo, set it back to the former spelling.', 'script:1'),
        ),
      ],
      [
        line(
          s(
            'Correct the department to Finance (95% confidence): it helped in part at first.',
            'fix:1',
          ),
          s(
            'The drive and SharePoint speak for it; the team came by 11:40 without anyone touching it, most likely after a delay, which is not proven.',
            'fact:5',
            'fact:6',
          ),
        ),
      ],
      [
        bullet(
          'Ask HR at Quillfeather Books to make the department a list to pick from.',
          'fact:4',
          'session',
        ),
        bullet(
          'Look for other accounts whose department fits no group rule (this week).',
          'fact:3',
        ),
        bullet(
          'If a new starter lacks a team next time, give it two hours after FIN-All shows the member before looking further.',
          'fix:1',
          'fact:6',
        ),
      ],
    ],
  },
};
