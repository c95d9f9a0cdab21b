import type { Sample } from './sample.ts';

/** The rich one: every sort of thing that a session can hold. */
export const outlookPassword: Sample = {
  title: 'Outlook asks for a password after the mailbox migration',
  intake: `Maria from the front desk at Northgate Dental calls: since this morning Outlook on her workstation asks for her password every few minutes. She enters it, the window goes away and comes back.

Her mailbox was in Friday's migration batch. Nobody else at the practice has called.`,
  summary:
    'One user cannot use Outlook on her workstation since her mailbox was moved to Exchange Online.',
  domain: 'email',
  ticket_ref: '48213',
  hours_ago: 2,
  play({ say, know, propose, suggest, verdict, ran }) {
    say(
      'Called back. The prompt is the small grey Windows one, not the Microsoft 365 sign-in page. It shows her address filled in and comes up about every two minutes while Outlook is open.',
    );
    know(
      'ticket',
      'The mailbox was moved to Exchange Online in the migration batch on Friday evening.',
      'Change record of the migration',
      { role: 'finding' },
    );
    know(
      'user_report',
      'Outlook on DESK-114 asks for the password every few minutes since this morning.',
      'Phone call with the user',
    );
    say(
      'She got into Outlook on the web with the same password at once. Phone works too, it synchronised while we talked.',
    );
    know(
      'diagnostic_check',
      'Outlook on the web and the mail app on the phone work with the same password.',
      'Checked together with the user',
    );
    say(
      'First idea is a broken profile: Autodiscover may still hand out the old server to this one. Making a new profile is quick, so trying that before digging.',
    );
    const profile = suggest({
      title: 'Create a new Outlook profile',
      description:
        'Open Mail in the Control Panel, add a new profile with the user’s address, make it the default and start Outlook.',
      confidence: 55,
    });
    verdict(
      profile,
      'failed',
      'The new profile was created without an error, but the same prompt came up at its first start.',
      'Created a new Outlook profile.',
    );
    say('New profile, same prompt. So it is not the profile. Looking at the sign-in logs next.');
    know(
      'diagnostic_check',
      'The sign-in log shows legacy authentication from DESK-114 being blocked, while sign-ins from the phone use modern authentication and succeed.',
      'Microsoft Entra sign-in log, last 24 hours',
    );
    say(
      'Sign-in log is clear: DESK-114 still tries legacy authentication with an old token, and the tenant blocks that since the migration. Credential Manager holds two MicrosoftOffice16 entries from last year.',
    );
    know('technician', 'DESK-114 held two saved Office sign-ins from before the migration.', null, {
      role: 'cause',
      customer_wording:
        'The workstation still held two saved sign-ins from before the mailbox was moved.',
    });
    know(
      'script_output',
      'Modern authentication is switched on for Outlook on DESK-114: EnableADAL is 1.',
      'Get-OfficeAuthState.ps1',
    );
    const clear = suggest({
      title: 'Clear the saved Office sign-in and sign in again',
      description:
        'Close all Office programs, remove the MicrosoftOffice16 entries from Credential Manager and the token cache of the user’s Windows profile, start Outlook and sign in on the Microsoft 365 page.',
      confidence: 86,
    });
    ran({
      name: 'Clear-OfficeSignIn.ps1',
      language: 'powershell',
      body: `$targets = cmdkey /list | Select-String 'MicrosoftOffice16' | ForEach-Object { ($_ -split 'target=')[-1].Trim() }
foreach ($target in $targets) { cmdkey /delete:$target }
Remove-Item "$env:LOCALAPPDATA\\Microsoft\\TokenBroker\\Cache\\*" -Force
Write-Output "Removed $($targets.Count) saved sign-ins"`,
      outcome:
        'Removed 2 saved sign-ins. Outlook then opened the Microsoft 365 sign-in page in place of the grey prompt.',
    });
    verdict(
      clear,
      'applied',
      'Please tell us if the prompt comes back.',
      'Cleared the saved Office sign-ins and signed in again.',
    );
    say(
      'She is signed in again and Outlook shows new mail. She will leave it open and I call back after lunch to hear whether the prompt stays away.',
    );
    propose(
      'technician',
      'The other workstations at the practice hold no saved Office sign-ins from before the migration.',
      'Not checked yet',
    );
    say(
      'Before I close this: two more mailboxes of theirs are in the batch of next Friday, both on the same image. Worth clearing those beforehand.',
    );
  },
};
