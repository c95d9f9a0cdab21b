import type { TemplateContent } from '../../../shared/domain/script-template.ts';

export const pendingReboot: TemplateContent = {
  name: 'Is a restart pending?',
  language: 'powershell',
  description:
    'Whether Windows waits for a restart, on account of what, and since when it runs. Reads only.',
  body: String.raw`$Reasons = @()
$Manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
if (Test-Path -Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending') { $Reasons += 'Windows components' }
if (Test-Path -Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired') { $Reasons += 'Windows Update' }
if ((Get-ItemProperty -Path $Manager).PendingFileRenameOperations) { $Reasons += 'files to be replaced' }
$Names = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName'
$Active = (Get-ItemProperty -Path (Join-Path $Names 'ActiveComputerName')).ComputerName
$Next = (Get-ItemProperty -Path (Join-Path $Names 'ComputerName')).ComputerName
if ($Active -ne $Next) { $Reasons += ('a new computer name: {0}' -f $Next) }
$Started = (Get-CimInstance -ClassName Win32_OperatingSystem).LastBootUpTime
Write-Output ('Running since {0:yyyy-MM-dd HH:mm}, {1:N1} days.' -f $Started, ((Get-Date) - $Started).TotalDays)
if ($Reasons.Count -gt 0) { Write-Output ('A restart is pending: {0}' -f ($Reasons -join ', ')) } else { Write-Output 'No restart is pending.' }
`,
  parameters: [],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
