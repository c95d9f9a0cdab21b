import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const installedSoftware: TemplateContent = {
  name: 'Find installed software',
  language: 'powershell',
  description:
    'Programs of this computer and of the signed-in user whose name holds a text, with version and date. Reads only.',
  body: String.raw`$Keys = @(
  'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*',
  'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*',
  'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'
)
$Found = @(Get-ItemProperty -Path $Keys -ErrorAction SilentlyContinue |
  Where-Object { $_.DisplayName -and $_.DisplayName.IndexOf($NamePart, [StringComparison]::OrdinalIgnoreCase) -ge 0 })
Write-Output ('{0} programs hold {1} in their name.' -f $Found.Count, $NamePart)
$Found | Sort-Object -Property DisplayName |
  Format-Table -AutoSize DisplayName, DisplayVersion, Publisher, InstallDate | Out-String | Write-Output
`,
  parameters: [
    parameter('NamePart', 'string', 'Part of the name', {
      required: true,
      help: 'For example Reader.',
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
