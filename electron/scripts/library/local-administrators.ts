import type { TemplateContent } from '../../../shared/domain/script-template.ts';

export const localAdministrators: TemplateContent = {
  name: 'Local administrators',
  language: 'powershell',
  description:
    'The members of the group of local administrators, in whatever language Windows names it. Reads only.',
  body: `$Group = Get-LocalGroup -SID 'S-1-5-32-544'
Write-Output ('Members of {0} on {1}:' -f $Group.Name, $env:COMPUTERNAME)
try {
  Get-LocalGroupMember -Group $Group -ErrorAction Stop |
    Format-Table -AutoSize Name, ObjectClass, PrincipalSource, SID | Out-String | Write-Output
} catch {
  # An account that was deleted in the domain makes the cmdlet fail; this one shows it as a number.
  & net.exe localgroup $Group.Name
}
`,
  parameters: [],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
