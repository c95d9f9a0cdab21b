import { spansOf, type TextSpan } from './spans.ts';

/** What a computer's name says of it. `device`: a firewall, switch, printer, or a name that does not say. */
export type HostClass = 'workstation' | 'server' | 'device';

export interface HostName extends TextSpan {
  readonly host_class: HostClass;
}

const WORKSTATION = new Set('desk desktop laptop lap lt nb pc ws wks wkst tab'.split(' '));
const SERVER = new Set(
  'srv svr server dc fs ps lic sync file rds rdsh ts term sql db ex exch mail web app hv hyperv esx esxi vm vmhost host ctx citrix vdi bkp backup bdr'.split(
    ' ',
  ),
);
const DEVICE = new Set('nas san fw sw ap wap rtr prt prn print vpn proxy dns dhcp utm'.split(' '));

/** Prefixes that mean a computer even in small letters, and with a single digit. */
const STRONG = new Set(
  'desk desktop laptop pc ws wks srv svr dc fs rds rdsh nas esx esxi hv'.split(' '),
);

/** What looks like NAME-12 and is no computer. */
const NO_HOST = new Set(
  'kb cve iso utf http https err error event rfc sha aes tls ssl case step page port room floor vlan line code tick ticket incident covid windows office build type class part model level tier phase unit option version slot drive disk bay rack rj cat usb chg inc req prb task'.split(
    ' ',
  ),
);

const TOKEN =
  /(?<![\w.\\/@-])[A-Za-z](?=[\w-]{0,80}\d)[A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*(?![\w@\\]|[-_][A-Za-z0-9])/g;
const DOMAIN_NAME =
  /(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:local|lan|internal|corp|intra|intranet|localdomain|localhost)(?![\w-]|\.\w)/gi;

/** Computer names of the forms that MSPs use: DESK-114, RDS02, NGD-DC01, fs01.northgate.local. Not every name has such a form. */
export function findHosts(text: string): HostName[] {
  const found: HostName[] = [];
  for (const token of /\d/.test(text) ? spansOf(text, TOKEN) : []) {
    const host_class = classify(token.text);
    if (host_class !== undefined) found.push({ ...token, host_class });
  }
  if (DOMAIN_HINT.test(text)) {
    for (const name of spansOf(text, DOMAIN_NAME)) {
      const host_class = classify(name.text.split('.')[0] ?? '') ?? 'device';
      found.push({ ...name, host_class });
    }
  }
  return found;
}

const DOMAIN_HINT = /\.(?:local|lan|internal|corp|intra)/i;

function classify(name: string): HostClass | undefined {
  const capitals = name === name.toUpperCase();
  const segments = name.toLowerCase().split(/[-_]/);
  // The segment with the number names the machine; those before it, the customer: VM-LAP08.
  const inOrder = [...segments.entries()].toSorted(
    ([, one], [, other]) => Number(/\d$/.test(other)) - Number(/\d$/.test(one)),
  );
  for (const [index, segment] of inOrder) {
    const [, letters = '', digits = ''] = segment.match(/^([a-z]+)(\d{0,6})$/) ?? [];
    const host_class = classOf(letters);
    if (host_class === undefined) continue;
    const strong = STRONG.has(letters);
    if (!strong && !capitals) continue;
    if (digits !== '') {
      const telling = strong || digits.length > 1 || segments.length > 1;
      if (telling && !isYear(digits)) return host_class;
    } else if (segments.length > 1) {
      const next = segments.slice(index + 1).find((later) => /\d/.test(later)) ?? '';
      if (next !== '' && !isYear(next)) return host_class;
    }
  }
  const [first = '', last = ''] = segments;
  const numbered = segments.length === 2 && /^[a-z]{4,15}$/.test(first) && /^\d{2,3}$/.test(last);
  // QMS-LIC01, and the padded numbers of a naming scheme: FD-01, CA04.
  const scheme =
    /^[a-z]{2,8}(?:-[a-z]{2,8})*-[a-z]{2,8}0?\d{2}$/.test(name.toLowerCase()) ||
    /^[a-z]{2,4}-?0\d$/.test(name.toLowerCase());
  return capitals && (numbered || scheme) && !NO_HOST.has(first.replace(/\d+$/, ''))
    ? 'device'
    : undefined;
}

function classOf(letters: string): HostClass | undefined {
  if (WORKSTATION.has(letters)) return 'workstation';
  if (SERVER.has(letters)) return 'server';
  return DEVICE.has(letters) ? 'device' : undefined;
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d(?:r2)?$/.test(digits);
}
