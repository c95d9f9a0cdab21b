import type { TemplateContent } from '../../../shared/domain/script-template.ts';

export const networkReport: TemplateContent = {
  name: 'Network report (cmd)',
  language: 'cmd',
  description: 'Addresses, routes, neighbours and the proxy of this computer. Reads only.',
  body: `@ipconfig /all
@route print
@arp -a
@netsh winhttp show proxy
@netsh interface ipv4 show subinterfaces
`,
  parameters: [],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
