import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const eventLogErrors: TemplateContent = {
  name: 'Recent errors in the event log',
  language: 'powershell',
  description:
    'Errors and critical events of the last hours, counted by source, then the newest of them. Reads only.',
  body: String.raw`$Query = @{ LogName = $EventLog; Level = 1, 2; StartTime = (Get-Date).AddHours(-$Hours) }
try {
  $Events = @(Get-WinEvent -FilterHashtable $Query -MaxEvents 2000 -ErrorAction Stop)
} catch {
  Write-Output ('{0}: {1}' -f $EventLog, $_.Exception.Message)
  return
}
Write-Output ('{0} errors in {1} in the last {2} hours:' -f $Events.Count, $EventLog, $Hours)
$Events | Group-Object -Property ProviderName, Id |
  Sort-Object -Property Count -Descending |
  Select-Object -First 20 -Property Count, Name |
  Format-Table -AutoSize | Out-String | Write-Output
$Events | Select-Object -First $MostEvents | ForEach-Object {
  $Text = ([string]$_.Message -split "\r?\n")[0]
  Write-Output ('{0:yyyy-MM-dd HH:mm:ss}  {1} {2}  {3}' -f $_.TimeCreated, $_.ProviderName, $_.Id, $Text)
}
`,
  parameters: [
    parameter('EventLog', 'choice', 'Log', {
      required: true,
      choices: ['System', 'Application'],
      default_value: 'System',
    }),
    parameter('Hours', 'number', 'Hours to look back', {
      required: true,
      default_value: '24',
      minimum: 1,
      maximum: 720,
    }),
    parameter('MostEvents', 'number', 'Newest events to show', {
      required: true,
      default_value: '15',
      minimum: 1,
      maximum: 200,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
