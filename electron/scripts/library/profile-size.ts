import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const profileSize: TemplateContent = {
  name: 'User profile sizes',
  language: 'powershell',
  description:
    'Sizes of the user profiles on this computer with the time of their last use, and the largest folders of one user. Reads only. Large profiles take some minutes.',
  body: String.raw`function Get-FolderSize([string]$Path) {
  $Sum = Get-ChildItem -LiteralPath $Path -Recurse -Force -File -ErrorAction SilentlyContinue |
    Measure-Object -Property Length -Sum
  [long]$Sum.Sum
}

$Profiles = @(Get-CimInstance -ClassName Win32_UserProfile | Where-Object { -not $_.Special })
$Profiles | ForEach-Object {
  [pscustomobject]@{
    Profile = $_.LocalPath
    GB = [math]::Round((Get-FolderSize $_.LocalPath) / 1GB, 2)
    LastUse = $_.LastUseTime
    Loaded = $_.Loaded
  }
} | Sort-Object -Property GB -Descending | Format-Table -AutoSize | Out-String | Write-Output

if ($UserName) {
  $Own = @($Profiles | Where-Object { (Split-Path -Path $_.LocalPath -Leaf) -eq $UserName })
  if ($Own.Count -eq 0) {
    Write-Output ('There is no profile folder named {0}.' -f $UserName)
  } else {
    Write-Output ('Largest folders of {0}:' -f $UserName)
    $Root = $Own[0].LocalPath
    @($Root, (Join-Path $Root 'AppData\Local'), (Join-Path $Root 'AppData\Roaming')) |
      Where-Object { Test-Path -LiteralPath $_ } |
      ForEach-Object { Get-ChildItem -LiteralPath $_ -Directory -Force -ErrorAction SilentlyContinue } |
      ForEach-Object {
        [pscustomobject]@{ Folder = $_.FullName; GB = [math]::Round((Get-FolderSize $_.FullName) / 1GB, 2) }
      } |
      Sort-Object -Property GB -Descending |
      Select-Object -First $MostFolders |
      Format-Table -AutoSize | Out-String | Write-Output
  }
}
`,
  parameters: [
    parameter('UserName', 'string', 'Largest folders of this user', {
      help: 'The name of the profile folder, for example anna. Empty for none.',
    }),
    parameter('MostFolders', 'number', 'Folders to list', {
      default_value: '10',
      minimum: 1,
      maximum: 100,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: true,
};
