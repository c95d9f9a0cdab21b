import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const linuxDiskAndMemory: TemplateContent = {
  name: 'Linux: disk and memory',
  language: 'bash',
  description:
    'Load, memory, file systems with inodes, the largest folders below one, and the processes that take the most memory. Reads only.',
  body: String.raw`echo '== Load'
uptime
echo '== Memory'
free -h
echo '== File systems'
df -hT -x tmpfs -x devtmpfs -x squashfs -x overlay 2>/dev/null || df -h
echo '== Inodes'
df -i -x tmpfs -x devtmpfs -x squashfs -x overlay 2>/dev/null || df -i
echo "== Largest below $Folder"
if [ -d "$Folder" ]; then
  du -xk --max-depth=1 -- "$Folder" 2>/dev/null | sort -rn | head -n "$Most" |
    awk '{ size = $1; sub(/^[0-9]+[ \t]+/, ""); printf "%9.1f MB  %s\n", size / 1024, $0 }'
else
  echo "There is no folder $Folder."
fi
echo '== Most memory'
ps -eo pid,user,rss,comm --sort=-rss | head -n "$((Most + 1))"
`,
  parameters: [
    parameter('Folder', 'string', 'Largest folders below', {
      required: true,
      default_value: '/var',
    }),
    parameter('Most', 'number', 'Lines of each list', {
      required: true,
      default_value: '10',
      minimum: 1,
      maximum: 100,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
