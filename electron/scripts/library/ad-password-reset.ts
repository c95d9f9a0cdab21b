import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const adPasswordReset: TemplateContent = {
  name: 'Reset an AD password',
  language: 'powershell',
  description:
    'Sets a new password for one Active Directory account and, on request, unlocks it and has the user change the password at the next sign-in. Needs the ActiveDirectory module and the right to reset passwords.',
  body: `Import-Module -Name ActiveDirectory -ErrorAction Stop
try {
  $Account = Get-ADUser -Identity $UserName -Properties LockedOut, PasswordNeverExpires -ErrorAction Stop
  Write-Output ('{0} ({1}), enabled: {2}, locked out: {3}' -f $Account.Name, $Account.SamAccountName, $Account.Enabled, $Account.LockedOut)
  Set-ADAccountPassword -Identity $Account -Reset -NewPassword $NewPassword -ErrorAction Stop
  Write-Output 'The password was set.'
  if ($Unlock -and $Account.LockedOut) {
    Unlock-ADAccount -Identity $Account -ErrorAction Stop
    Write-Output 'The account was unlocked.'
  }
  if ($ChangeAtLogon) {
    if ($Account.PasswordNeverExpires) {
      Write-Output 'The password never expires, so a change at the next sign-in cannot be asked for.'
    } else {
      Set-ADUser -Identity $Account -ChangePasswordAtLogon $true -ErrorAction Stop
      Write-Output 'The user has to change it at the next sign-in.'
    }
  }
} catch {
  Write-Output ('Stopped: {0}' -f $_.Exception.Message)
}
`,
  parameters: [
    parameter('UserName', 'string', 'User', {
      required: true,
      help: 'The account name, for example anna.berg.',
    }),
    parameter('NewPassword', 'password', 'New password', {
      help: 'Empty: the script asks for it when it runs.',
    }),
    parameter('ChangeAtLogon', 'switch', 'The user changes it at the next sign-in', {
      default_value: 'true',
    }),
    parameter('Unlock', 'switch', 'Unlock the account', { default_value: 'true' }),
  ],
  changes_system: true,
  undo: 'The former password cannot be brought back. Set another one the same way; to take the forced change back: Set-ADUser with -ChangePasswordAtLogon $false.',
  needs_administrator: false,
};
