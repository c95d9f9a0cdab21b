import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const timeSyncCheck: TemplateContent = {
  name: 'Check the clock',
  language: 'powershell',
  description:
    'Where this computer takes its time from, when it last did, and how far it is from a time server. Reads only.',
  body: `Write-Output ('Now: {0:yyyy-MM-dd HH:mm:ss zzz}' -f (Get-Date))
Write-Output ('Time zone: {0}' -f [System.TimeZoneInfo]::Local.DisplayName)
$Service = Get-Service -Name W32Time
Write-Output ('Windows Time service: {0}' -f $Service.Status)
if ($Service.Status -eq 'Running') {
  & w32tm.exe /query /source
  & w32tm.exe /query /status
}
Write-Output ('Difference to {0}:' -f $TimeServer)
& w32tm.exe /stripchart "/computer:$TimeServer" /samples:3 /dataonly
`,
  parameters: [
    parameter('TimeServer', 'host', 'Compare with this time server', {
      required: true,
      default_value: 'time.windows.com',
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
