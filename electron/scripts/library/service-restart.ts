import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const serviceRestart: TemplateContent = {
  name: 'Restart a Windows service',
  language: 'powershell',
  description:
    'Restarts one service by its name or display name, waits until it runs, and tells its state before and after. Services that depend on it are restarted with it. Does nothing where the name fits no service or several.',
  body: `$Found = @(Get-Service | Where-Object { $_.Name -eq $ServiceName -or $_.DisplayName -eq $ServiceName })
if ($Found.Count -ne 1) {
  Write-Output ('Nothing was changed: {0} services have the name {1}.' -f $Found.Count, $ServiceName)
  return
}
$Service = $Found[0]
Write-Output ('Before: {0} ({1}) is {2}.' -f $Service.DisplayName, $Service.Name, $Service.Status)
$Dependents = @($Service.DependentServices | Where-Object { $_.Status -eq 'Running' })
foreach ($Dependent in $Dependents) {
  Write-Output ('Depends on it and is restarted too: {0}' -f $Dependent.DisplayName)
}
try {
  Restart-Service -InputObject $Service -Force -ErrorAction Stop
  $Service.WaitForStatus('Running', [TimeSpan]::FromSeconds(60))
} catch {
  Write-Output ('The restart failed: {0}' -f $_.Exception.Message)
}
Start-Sleep -Seconds 3
$Service.Refresh()
Write-Output ('After: {0} is {1}.' -f $Service.DisplayName, $Service.Status)
foreach ($Dependent in $Dependents) {
  $Dependent.Refresh()
  Write-Output ('After: {0} is {1}.' -f $Dependent.DisplayName, $Dependent.Status)
}
`,
  parameters: [
    parameter('ServiceName', 'string', 'Service', {
      required: true,
      help: 'Its name or its whole display name, for example Spooler or Print Spooler.',
    }),
  ],
  changes_system: true,
  undo: 'The service was stopped for a moment and runs again. If it does not start: Start-Service with the name of the service, then look into the System event log.',
  needs_administrator: true,
};
