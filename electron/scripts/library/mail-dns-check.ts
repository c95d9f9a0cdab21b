import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const mailDnsCheck: TemplateContent = {
  name: 'Mail records of a domain',
  language: 'powershell',
  description:
    'MX, SPF, DMARC and, for the usual Microsoft 365 selectors or one of yours, DKIM of a domain. Reads only.',
  body: `function Show-Record([string]$Title, [string]$Name, [string]$Type, [string]$Pattern) {
  Write-Output ('{0} ({1}):' -f $Title, $Name)
  try {
    $Records = @(Resolve-DnsName -Name $Name -Type $Type -DnsOnly -ErrorAction Stop)
    $Lines = @($Records | ForEach-Object {
      if ($_.Strings) { $_.Strings -join '' } elseif ($_.NameExchange) { '{0} {1}' -f $_.Preference, $_.NameExchange } elseif ($_.NameHost) { 'points to {0}' -f $_.NameHost }
    } | Where-Object { $_ -match $Pattern })
    if ($Lines.Count -eq 0) { Write-Output '  none' }
    if ($Lines.Count -gt 1 -and $Type -eq 'TXT') { Write-Output ('  {0} of them; there must be one.' -f $Lines.Count) }
    $Lines | ForEach-Object { Write-Output ('  {0}' -f $_) }
  } catch {
    Write-Output ('  none: {0}' -f $_.Exception.Message)
  }
}

Show-Record 'MX' $MailDomain 'MX' '.'
Show-Record 'SPF' $MailDomain 'TXT' '^v=spf1'
Show-Record 'DMARC' ('_dmarc.{0}' -f $MailDomain) 'TXT' '^v=DMARC1'
$Selectors = @('selector1', 'selector2')
if ($Selector) { $Selectors = @($Selector) }
foreach ($One in $Selectors) {
  Show-Record 'DKIM' ('{0}._domainkey.{1}' -f $One, $MailDomain) 'TXT' '.'
}
`,
  parameters: [
    parameter('MailDomain', 'host', 'Domain', { required: true, help: 'For example example.com.' }),
    parameter('Selector', 'host', 'DKIM selector', { help: 'Empty for selector1 and selector2.' }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
