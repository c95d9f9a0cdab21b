import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const windowsUpdateState: TemplateContent = {
  name: 'Windows Update state',
  language: 'powershell',
  description:
    'The build of Windows, the updates that were installed last and, on request, those that are missing. Reads only; the search takes some minutes.',
  body: String.raw`$System = Get-CimInstance -ClassName Win32_OperatingSystem
$Version = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Write-Output ('{0}, build {1}.{2}' -f $System.Caption, $System.BuildNumber, $Version.UBR)
Write-Output ('Started: {0:yyyy-MM-dd HH:mm}' -f $System.LastBootUpTime)
Get-Service -Name wuauserv, bits | Format-Table -AutoSize Name, Status, StartType | Out-String | Write-Output
Write-Output 'Installed last:'
Get-HotFix | Sort-Object -Property InstalledOn -Descending | Select-Object -First 10 |
  Format-Table -AutoSize HotFixID, Description, InstalledOn | Out-String | Write-Output
if ($SearchMissing) {
  try {
    $Searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
    $Missing = $Searcher.Search('IsInstalled=0 and IsHidden=0').Updates
    Write-Output ('Missing: {0}' -f $Missing.Count)
    foreach ($Update in $Missing) { Write-Output ('  {0}' -f $Update.Title) }
  } catch {
    Write-Output ('The search failed: {0}' -f $_.Exception.Message)
  }
}
`,
  parameters: [
    parameter('SearchMissing', 'switch', 'Search for missing updates', { default_value: 'false' }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
