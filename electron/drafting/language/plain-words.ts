import { spansOf, type TextSpan } from './spans.ts';

/** A technician's word in a customer's note. */
export interface JargonWord extends TextSpan {
  /** What to write instead, fit into the sentence as it stands; null where no one word does. */
  readonly plain: string | null;
}

/** Words with a plain one that fits in their place. */
const PLAIN = new Map(
  `reboot=restart|reboots=restarts|rebooted=restarted|rebooting=restarting|power-cycled=turned off and on again|power cycled=turned off and on again
  creds=sign-in details|credentials=sign-in details|credential=sign-in|authenticate=sign in|authenticated=signed in|authentication=sign-in
  endpoint=computer|endpoints=computers|PSU=power supply|PSUs=power supplies|NIC=network card|NICs=network cards|SSD=drive|HDD=drive
  cert=certificate|certs=certificates|AV=antivirus program|MFA=two-step sign-in|2FA=two-step sign-in|spooler=print service
  provisioned=set up|provision=set up|provisioning=setting up|deprovisioned=removed|reimaged=set up again|reimage=set up again
  remediated=fixed|remediate=fix|remediation=repair|utilised=used|utilized=used|utilise=use|utilize=use|utilisation=use
  latency=delay|throughput=speed|VM=virtual computer|VMs=virtual computers|repro=repeat|reproduced=repeated
  misconfigured=set up wrongly|misconfiguration=wrong setting|config=settings|configs=settings|whitelisted=allowed|blacklisted=blocked
  allowlisted=allowed|whitelist=list of allowed items|purged=deleted|purge=delete|terminated=ended|instantiated=started|flushed=cleared
  uptime=running time|downtime=interruption|decommissioned=taken out of use|WAP=wireless access point|UPS=emergency power supply
  ISP=internet provider|LAN=local network|WLAN=wireless network|WAN=internet connection|DC=sign-in server|RDP=remote desktop|RDS=remote desktop
  hotfix=update|patched=updated|patching=updating|firmware=device software|synced=synchronised|GPO=central setting|GPOs=central settings
  subnet=network section|BSOD=blue error screen|OOM=lack of memory|I/O=reading and writing|failover=switch to the spare`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split('='))
    .map(([word = '', plain = '']) => [word.toLowerCase(), plain]),
);

/** Words that need a sentence of their own for most customers. */
const HARD =
  'DNS|DHCP|MTU|NTFS|SMBv?[123]?|SMTP|IMAP|DKIM|SPF|DMARC|MX records?|CNAME|LDAP|Active Directory|Kerberos|NTLM|VLANs?|RAID|LUN|NAT|IPsec|TLS|SSL|API|OAuth|SAML|SSO|EDR|hypervisor|daemon|cron|registry|OSTs?|PSTs?|conditional access|tenant|service principal|write-?back|replication|shadow copies|snapshot storage|packet loss|packets|stack trace|exception code|event id|kernel|BIOS|UEFI|TPM|EFI|DLL|CLI|PowerShell|SQL|ODBC|QoS|SIP|RTP|ALG|STP|spanning tree|ARP|ICMP|TCP|UDP|proxy|regex|hash|SHA-?256|SID|GUID|ACLs?|UNC';

const PLAIN_PATTERN = new RegExp(
  `(?<![\\w.@\\\\/-])(?:${[...PLAIN.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?![\\w@\\\\/-]|\\.\\w)`,
  'gi',
);
const HARD_PATTERN = new RegExp(`(?<![\\w.@\\\\/-])(?:${HARD})(?![\\w@\\\\/]|\\.\\w)`, 'g');

/** Jargon in a text, longest word first where two begin at one place. */
export function findJargon(text: string): JargonWord[] {
  const plain = spansOf(text, PLAIN_PATTERN)
    .filter(({ text: word }) => isMeant(word))
    .map((span) => ({ ...span, plain: inPlace(span, text) }));
  const hard = spansOf(text, HARD_PATTERN).map((span) => ({ ...span, plain: null }));
  return [
    ...plain,
    ...hard.filter((one) => !plain.some((other) => other.from < one.to && one.from < other.to)),
  ];
}

/** Short forms are meant in capitals only: "AV" is jargon, "av" is a typing error. */
function isMeant(word: string): boolean {
  return (
    word.length > 4 || word === word.toUpperCase() || /^(?:creds?|certs?|repro|cert)$/i.test(word)
  );
}

function inPlace({ from, text: word }: TextSpan, text: string): string | null {
  const plain = PLAIN.get(word.toLowerCase());
  if (plain === undefined) return null;
  // "An endpoint" would become "an computer".
  const article = /\b(an?) $/i.exec(text.slice(0, from))?.[1]?.toLowerCase();
  if (article !== undefined && (article === 'an') !== /^[aeiou]/i.test(plain)) return null;
  const capital =
    /^\p{Lu}\p{Ll}/u.test(word) && (from === 0 || /[.!?:]\s+$/.test(text.slice(0, from)));
  return capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}
