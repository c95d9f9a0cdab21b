import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const linuxService: TemplateContent = {
  name: 'Linux: check or restart a service',
  language: 'bash',
  description:
    'The state of a systemd service with its last log lines; on request it is restarted first.',
  body: `case "$ServiceName" in
  *[!A-Za-z0-9@._:-]*)
    echo "Nothing was changed: $ServiceName is no name of a service."
    exit 2
    ;;
esac
if ! systemctl cat -- "$ServiceName" >/dev/null 2>&1; then
  echo "Nothing was changed: there is no service $ServiceName here."
  exit 1
fi
echo "Before: $(systemctl is-active -- "$ServiceName")"
if [ "$Restart" = true ]; then
  if systemctl restart -- "$ServiceName"; then
    sleep 3
  else
    echo 'The restart failed.'
  fi
  echo "After: $(systemctl is-active -- "$ServiceName")"
fi
systemctl --no-pager --full --lines=0 status -- "$ServiceName"
echo '== Log'
journalctl --no-pager --unit="$ServiceName" --lines="$LogLines"
`,
  parameters: [
    parameter('ServiceName', 'string', 'Service', { required: true, help: 'For example nginx.' }),
    parameter('Restart', 'switch', 'Restart it', { default_value: 'false' }),
    parameter('LogLines', 'number', 'Log lines', {
      required: true,
      default_value: '20',
      minimum: 1,
      maximum: 500,
    }),
  ],
  changes_system: true,
  undo: 'Without a restart nothing was changed. The service was stopped for a moment and started again; if it does not start, its log lines say why.',
  needs_administrator: true,
};
