import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const mailboxPermissions: TemplateContent = {
  name: 'Mailbox permissions (Exchange Online)',
  language: 'powershell',
  description:
    'Who may open a mailbox, send as it or send on its behalf, and whether it forwards. Reads only. Needs a PowerShell that is connected with Connect-ExchangeOnline.',
  body: String.raw`if (-not (Get-Command -Name Get-MailboxPermission -ErrorAction SilentlyContinue)) {
  Write-Output 'Connect first with Connect-ExchangeOnline, then run this again.'
  return
}
try {
  $Found = Get-Mailbox -Identity $Mailbox -ErrorAction Stop
} catch {
  Write-Output ('The mailbox cannot be read: {0}' -f $_.Exception.Message)
  return
}
Write-Output ('{0} <{1}>, {2}' -f $Found.DisplayName, $Found.PrimarySmtpAddress, $Found.RecipientTypeDetails)
Write-Output ('Forwards to: {0} {1}' -f $Found.ForwardingAddress, $Found.ForwardingSmtpAddress)

$Id = $Found.ExchangeGuid.ToString()
Write-Output 'May open it:'
Get-MailboxPermission -Identity $Id |
  Where-Object { $_.User -notlike 'NT AUTHORITY\*' } |
  Format-Table -AutoSize User, AccessRights, Deny, IsInherited | Out-String | Write-Output

Write-Output 'May send as it:'
Get-RecipientPermission -Identity $Id |
  Where-Object { $_.Trustee -notlike 'NT AUTHORITY\*' } |
  Format-Table -AutoSize Trustee, AccessRights | Out-String | Write-Output

Write-Output 'May send on its behalf:'
@($Found.GrantSendOnBehalfTo) | ForEach-Object { Write-Output ('  {0}' -f $_) }
`,
  parameters: [
    parameter('Mailbox', 'string', 'Mailbox', {
      required: true,
      help: 'Its address, for example info@example.com.',
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
