import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const dnsFlushAndTest: TemplateContent = {
  name: 'Flush DNS and test a name',
  language: 'powershell',
  description:
    'Empties the DNS cache of this computer, then resolves a name over the configured servers and, if one is given, over another server, so that the two answers can be compared.',
  body: `Clear-DnsClientCache
Write-Output 'The DNS cache is empty.'
Get-DnsClientServerAddress -AddressFamily IPv4 |
  Where-Object { $_.ServerAddresses } |
  ForEach-Object { Write-Output ('{0}: {1}' -f $_.InterfaceAlias, ($_.ServerAddresses -join ', ')) }

function Show-Answer([string]$Title, [hashtable]$Question) {
  Write-Output $Title
  try {
    Resolve-DnsName @Question -ErrorAction Stop |
      Where-Object { $_.Section -eq 'Answer' } |
      Format-Table -AutoSize Name, Type, TTL, IPAddress, NameHost |
      Out-String |
      Write-Output
  } catch {
    Write-Output ('  No answer: {0}' -f $_.Exception.Message)
  }
}

Show-Answer 'Configured servers:' @{ Name = $HostName; DnsOnly = $true }
if ($CompareServer) {
  Show-Answer ('Over {0}:' -f $CompareServer) @{ Name = $HostName; DnsOnly = $true; Server = $CompareServer }
}
`,
  parameters: [
    parameter('HostName', 'host', 'Name to resolve', { required: true }),
    parameter('CompareServer', 'host', 'Compare with this DNS server', {
      help: 'For example 1.1.1.1. Empty for none.',
    }),
  ],
  changes_system: true,
  undo: 'Nothing to undo: the DNS cache fills again by itself.',
  needs_administrator: false,
};
