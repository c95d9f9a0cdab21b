import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { parameter } from './parameter.ts';

export const certificateExpiry: TemplateContent = {
  name: 'Certificate of a host',
  language: 'bash',
  description:
    'Names, issuer and end of the certificate that a host shows, and how many days are left. Reads only. Needs openssl.',
  body: String.raw`Address="$TargetHost"
case "$TargetHost" in *:*) Address="[$TargetHost]" ;; esac
Certificate=$(timeout 20 openssl s_client -connect "$Address:$Port" -servername "$TargetHost" </dev/null 2>/dev/null | openssl x509 2>/dev/null)
if [ -z "$Certificate" ]; then
  echo "$TargetHost shows no certificate on port $Port."
  exit 1
fi
printf '%s\n' "$Certificate" | openssl x509 -noout -subject -issuer -startdate -enddate -serial
printf '%s\n' "$Certificate" | openssl x509 -noout -ext subjectAltName 2>/dev/null
End=$(printf '%s\n' "$Certificate" | openssl x509 -noout -enddate | cut -d= -f2)
Days=$(( ($(date -d "$End" +%s) - $(date +%s)) / 86400 ))
echo "Days left: $Days"
if [ "$Days" -lt "$WarnDays" ]; then
  echo "WARNING: fewer than $WarnDays days are left."
fi
`,
  parameters: [
    parameter('TargetHost', 'host', 'Host', { required: true }),
    parameter('Port', 'number', 'Port', {
      required: true,
      default_value: '443',
      minimum: 1,
      maximum: 65535,
    }),
    parameter('WarnDays', 'number', 'Warn when fewer days are left than', {
      required: true,
      default_value: '30',
      minimum: 0,
      maximum: 3650,
    }),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};
