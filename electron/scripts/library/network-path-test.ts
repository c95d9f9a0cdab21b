import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const networkPathTest: TemplateContent = {
  name: 'Test the path to a host',
  language: 'powershell',
  description:
    'Resolves a host, pings it and, if a port is given, tries to connect to it; on request the way there too. Reads only.',
  body: `try {
  $Addresses = [System.Net.Dns]::GetHostAddresses($Target) | ForEach-Object { $_.IPAddressToString }
  Write-Output ('{0} is {1}' -f $Target, ($Addresses -join ', '))
} catch {
  Write-Output ('{0} cannot be resolved: {1}' -f $Target, $_.Exception.Message)
}
$Answers = @(Test-Connection -ComputerName $Target -Count 4 -ErrorAction SilentlyContinue)
Write-Output ('Ping: {0} of 4 answered.' -f $Answers.Count)
$Answers | Format-Table -AutoSize | Out-String | Write-Output
if ($Port) {
  $Result = Test-NetConnection -ComputerName $Target -Port $Port -WarningAction SilentlyContinue
  $Word = 'closed or filtered'
  if ($Result.TcpTestSucceeded) { $Word = 'open' }
  Write-Output ('TCP port {0}: {1}' -f $Port, $Word)
}
if ($TraceRoute) {
  (Test-NetConnection -ComputerName $Target -TraceRoute -WarningAction SilentlyContinue).TraceRoute
}
`,
  parameters: [
    parameter('Target', 'host', 'Host', { required: true }),
    parameter('Port', 'number', 'TCP port', {
      minimum: 1,
      maximum: 65535,
      help: 'For example 443. Empty for none.',
    }),
    parameter('TraceRoute', 'switch', 'Trace the way there', { default_value: 'false' }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
