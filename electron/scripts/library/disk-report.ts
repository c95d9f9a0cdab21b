import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const diskReport: TemplateContent = {
  name: 'Disk report',
  language: 'powershell',
  description: 'Free space of the local drives and the health that the disks report. Reads only.',
  body: `Get-CimInstance -ClassName Win32_LogicalDisk -Filter 'DriveType = 3' | ForEach-Object {
  $Free = 0
  if ($_.Size -gt 0) { $Free = 100 * $_.FreeSpace / $_.Size }
  $Mark = ''
  if ($Free -lt $WarnBelow) { $Mark = 'LOW' }
  [pscustomobject]@{
    Drive = $_.DeviceID
    Name = $_.VolumeName
    GB = [math]::Round($_.Size / 1GB, 1)
    FreeGB = [math]::Round($_.FreeSpace / 1GB, 1)
    FreePercent = [math]::Round($Free, 1)
    Mark = $Mark
  }
} | Format-Table -AutoSize | Out-String | Write-Output

try {
  Get-PhysicalDisk -ErrorAction Stop |
    Format-Table -AutoSize FriendlyName, MediaType, HealthStatus, OperationalStatus |
    Out-String | Write-Output
} catch {
  Write-Output ('The health of the disks cannot be read here: {0}' -f $_.Exception.Message)
}
`,
  parameters: [
    parameter('WarnBelow', 'number', 'Mark drives with less free space than (per cent)', {
      default_value: '10',
      minimum: 1,
      maximum: 99,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
