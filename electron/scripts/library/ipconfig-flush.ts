import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const ipconfigFlush: TemplateContent = {
  name: 'Flush DNS and look up a name (cmd)',
  language: 'cmd',
  description:
    'Empties the DNS cache and looks a name up, for a computer where PowerShell is not at hand.',
  body: `@ipconfig /flushdns
@ipconfig /all
@nslookup %LookUp%
@ping -n 4 %LookUp%
`,
  parameters: [parameter('LookUp', 'host', 'Name to look up', { required: true })],
  changes_system: true,
  undo: 'Nothing to undo: the DNS cache fills again by itself.',
  needs_administrator: false,
};
