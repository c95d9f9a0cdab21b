import type { Sample } from './sample.ts';

export const mfaLoop: Sample = {
  title: 'Sign-in approval comes up again and again for one user',
  intake:
    'Priya at Northgate Dental has to approve the sign-in on her phone each time she opens a document, about twenty times a day since she got a new phone. Her colleagues are asked once a day.',
  summary: '',
  domain: 'identity',
  ticket_ref: null,
  hours_ago: 30,
  play({ say, know, suggest, verdict, close }) {
    say(
      'Her account lists two phones for sign-in approval, the old one and the new one. The old one is the default.',
    );
    know(
      'user_report',
      'The user has to approve the sign-in about twenty times a day since the change of phone.',
      'Phone call with the user',
    );
    know(
      'diagnostic_check',
      'The account lists the old phone and the new phone for sign-in approval, with the old one as the default.',
      'Security info page of the account',
    );
    know(
      'diagnostic_check',
      'The workstation is no longer registered with the account, so that no sign-in is remembered.',
      'Device list of the account',
      { role: 'cause' },
    );
    const register = suggest({
      title: 'Remove the old phone and register the workstation again',
      description:
        'Delete the old phone from the security info, make the new one the default, disconnect and reconnect the work account in Windows, then sign in once.',
      confidence: 84,
    });
    verdict(register, 'worked', '', 'Removed the old phone and registered the workstation again.');
    say(
      'Removed the old phone, reconnected the work account, one approval, and no more since. She opened five documents while I watched.',
    );
    know(
      'user_report',
      'After the change the user was asked once and then opened five documents without a further approval.',
      'Remote session with the user',
      { role: 'confirmation' },
    );
    close(
      'resolve',
      `## Problem

The sign-in had to be approved on the phone about twenty times a day after the change of phone.

## What we confirmed

- The account still listed the old phone as the default for sign-in approval.
- The workstation was no longer registered with the account, so that no sign-in was remembered.

## Root cause

The workstation was no longer registered with the account, so that each sign-in had to be approved anew.

## Resolution

- The old phone was removed from the account and the workstation was registered again.
- Five documents were then opened without a further approval, verified with the user.
`,
    );
  },
};
