import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const printerQueueReset: TemplateContent = {
  name: 'Reset the print queue',
  language: 'powershell',
  description:
    'Stops the print spooler, deletes every waiting job on this computer and starts the spooler again. Then lists the printers with their state.',
  body: String.raw`$Folder = Join-Path $env:SystemRoot 'System32\spool\PRINTERS'
try {
  Stop-Service -Name Spooler -Force -ErrorAction Stop
} catch {
  Write-Output ('Nothing was changed, the spooler did not stop: {0}' -f $_.Exception.Message)
  return
}
try {
  $Jobs = @(Get-ChildItem -LiteralPath $Folder -File -Force -ErrorAction Stop)
  $Jobs | Remove-Item -Force -ErrorAction Stop
  Write-Output ('{0} files of waiting jobs were deleted.' -f $Jobs.Count)
} catch {
  Write-Output ('Not all waiting jobs were deleted: {0}' -f $_.Exception.Message)
} finally {
  Start-Service -Name Spooler
}
Write-Output ('The spooler is {0}.' -f (Get-Service -Name Spooler).Status)
Get-Printer |
  Where-Object { -not $PrinterName -or $_.Name -eq $PrinterName } |
  Format-Table -AutoSize Name, PrinterStatus, JobCount, PortName |
  Out-String | Write-Output
`,
  parameters: [
    parameter('PrinterName', 'string', 'Printer to show afterwards', {
      help: 'Its whole name. Empty for all.',
    }),
  ],
  changes_system: true,
  undo: 'Deleted print jobs cannot be brought back; print them again. If the spooler does not run: Start-Service Spooler.',
  needs_administrator: true,
};
