import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const adLockoutFinder: TemplateContent = {
  name: 'Find the source of an AD lock-out',
  language: 'powershell',
  description:
    'The state of an account, and the computers that locked it out, from the security log of the domain controller that holds the PDC role. Reads only. Needs the ActiveDirectory module and the right to read that log.',
  body: `Import-Module -Name ActiveDirectory -ErrorAction Stop
try {
  $Account = Get-ADUser -Identity $UserName -Properties LockedOut, BadLogonCount, LastBadPasswordAttempt, PasswordLastSet, PasswordExpired -ErrorAction Stop
} catch {
  Write-Output ('The account cannot be read: {0}' -f $_.Exception.Message)
  return
}
$Account |
  Format-List SamAccountName, Enabled, LockedOut, BadLogonCount, LastBadPasswordAttempt, PasswordLastSet, PasswordExpired |
  Out-String | Write-Output

$Pdc = (Get-ADDomain).PDCEmulator
Write-Output ('Lock-outs on {0} in the last {1} hours:' -f $Pdc, $Hours)
$Query = @{ LogName = 'Security'; Id = 4740; StartTime = (Get-Date).AddHours(-$Hours) }
try {
  $Events = @(Get-WinEvent -ComputerName $Pdc -FilterHashtable $Query -ErrorAction Stop |
    Where-Object { $_.Properties[0].Value -eq $Account.SamAccountName })
  if ($Events.Count -eq 0) {
    Write-Output '  none'
  } else {
    $Events | ForEach-Object {
      [pscustomobject]@{ Time = $_.TimeCreated; Computer = $_.Properties[1].Value }
    } | Format-Table -AutoSize | Out-String | Write-Output
  }
} catch {
  Write-Output ('  {0}' -f $_.Exception.Message)
}
`,
  parameters: [
    parameter('UserName', 'string', 'User', {
      required: true,
      help: 'The account name, for example anna.berg.',
    }),
    parameter('Hours', 'number', 'Hours to look back', {
      default_value: '24',
      minimum: 1,
      maximum: 720,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: true,
};
