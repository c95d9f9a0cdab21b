import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const officeSignInReset: TemplateContent = {
  name: 'Reset the Office sign-in',
  language: 'powershell',
  description:
    'Takes the Office identity of the signed-in user away and, on request, its saved Office credentials, so that Office asks to sign in anew. Does nothing while an Office program runs. Run it as the user, not as an administrator.',
  body: String.raw`$Running = @(Get-Process -Name OUTLOOK, WINWORD, EXCEL, POWERPNT, ONENOTE, MSACCESS, lync -ErrorAction SilentlyContinue)
if ($Running.Count -gt 0) {
  Write-Output ('Nothing was changed. Close these first: {0}' -f (($Running.Name | Sort-Object -Unique) -join ', '))
  return
}
$Key = 'HKCU:\Software\Microsoft\Office\16.0\Common\Identity'
if (Test-Path -Path $Key) {
  $Backup = Join-Path $env:USERPROFILE ('Office-identity-{0:yyyyMMdd-HHmmss}.reg' -f (Get-Date))
  & reg.exe export 'HKCU\Software\Microsoft\Office\16.0\Common\Identity' $Backup /y | Out-Null
  if (-not (Test-Path -LiteralPath $Backup)) {
    Write-Output 'Nothing was changed: the identity could not be saved first.'
    return
  }
  Write-Output ('Saved before: {0}' -f $Backup)
  Remove-Item -Path $Key -Recurse -Force
  Write-Output 'The Office identity was removed.'
} else {
  Write-Output 'There was no Office identity.'
}
if ($RemoveCredentials) {
  $Targets = @(& cmdkey.exe /list | Select-String -Pattern 'MicrosoftOffice1[56]_Data:\S+' | ForEach-Object { $_.Matches[0].Value })
  foreach ($Name in $Targets) {
    & cmdkey.exe "/delete:$Name" | Out-Null
    Write-Output ('Saved credential removed: {0}' -f $Name)
  }
  Write-Output ('{0} saved credentials were removed.' -f $Targets.Count)
}
`,
  parameters: [
    parameter('RemoveCredentials', 'switch', 'Remove saved Office credentials too', {
      default_value: 'true',
    }),
  ],
  changes_system: true,
  undo: 'Import the .reg file that the script names in its output (reg.exe import), and sign in to Office again. Removed credentials come back when the user signs in.',
  needs_administrator: false,
};
