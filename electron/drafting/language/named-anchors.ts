import { LRUCache } from 'lru-cache';
import { numbersOf } from './anchors.ts';
import { findHosts } from './hosts.ts';
import { spansOf, type TextSpan } from './spans.ts';
import { conceptsOf, sharedCount } from './stems.ts';

/** An anchor without a digit: a month, a weekday, a number in words, the name of a product. */
export interface NamedAnchor extends TextSpan {
  readonly kind: 'month' | 'weekday' | 'number' | 'product';
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
/** Products that managed service providers meet every week; no list of these is ever whole. */
const PRODUCTS =
  'Outlook|Teams|OneDrive|SharePoint|OneNote|Excel|PowerPoint|Word|Visio|Yammer|Skype|Intune|Autopilot|Entra|Azure|Exchange|Defender|Sentinel|BitLocker|SQL Server|Hyper-V|Active Directory|PowerShell|Edge|Chrome|Firefox|Citrix|VMware|vSphere|Proxmox|Nutanix|Veeam|Datto|Acronis|Commvault|Backblaze|Synology|QNAP|NetApp|FortiGate|FortiClient|Fortinet|AnyConnect|GlobalProtect|OpenVPN|WireGuard|SonicWall|Sophos|WatchGuard|Meraki|Cisco|UniFi|Ubiquiti|MikroTik|Juniper|Palo Alto|pfSense|Zyxel|Draytek|DrayTek|Netgear|QuickBooks|Sage|Xero|MYOB|Navision|Salesforce|HubSpot|Dynamics|SAP|AutoCAD|Revit|SolidWorks|Acrobat|Photoshop|Illustrator|InDesign|Zoom|Webex|Slack|Dropbox|Gmail|Google Drive|Google Workspace|Thunderbird|iCloud|iPhone|iPad|Android|macOS|Ubuntu|Debian|CrowdStrike|SentinelOne|Huntress|Malwarebytes|Bitdefender|Webroot|Trend Micro|McAfee|ESET|Kaspersky|Avast|LastPass|Bitwarden|1Password|KeePass|Okta|Mimecast|Proofpoint|Barracuda|TeamViewer|AnyDesk|ScreenConnect|Splashtop|LogMeIn|ConnectWise|Autotask|Kaseya|N-able|NinjaOne|Zebra|Epson|Canon|Xerox|Ricoh|Kyocera|Lexmark|Konica|Dell|Lenovo|HP|Fujitsu|Toshiba|Acer|Asus|Yealink|Polycom|Mitel|Avaya|3CX|Zoiper|Zabbix|PRTG|Nagios|Docker|Kubernetes|MySQL|PostgreSQL|Apache|Nginx|Java|Jira|Confluence|WordPress';

const MONTH = new RegExp(
  `(?<=\\d{1,2}(?:st|nd|rd|th)? (?:of )?)(?:${MONTHS.join('|')})\\b|\\b(?:${MONTHS.join('|')})(?= \\d)`,
  'g',
);
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g');
const NUMBER = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi;
/** A name of one or two words that could be a product's. */
const NAME =
  /(?<![\w.@\\/-])(?:i[A-Z]|[A-Z0-9])[\w-]*(?: (?:Server|Directory|Alto|Drive|Workspace|Micro)\b)?(?![\w@\\/]|[.-]\w)/g;
const PRODUCT_NAMES = new Set(PRODUCTS.split('|'));

const foundAnchors = new LRUCache<string, readonly NamedAnchor[]>({ max: 2_000 });

/** The anchors of a text that carry no digit. */
export function findNamedAnchors(text: string): readonly NamedAnchor[] {
  const known = foundAnchors.get(text);
  if (known !== undefined) return known;
  const found = readNamedAnchors(text);
  foundAnchors.set(text, found);
  return found;
}

function readNamedAnchors(text: string): readonly NamedAnchor[] {
  const of = (kind: NamedAnchor['kind'], pattern: RegExp) =>
    spansOf(text, pattern).map((span) => ({ kind, ...span }));
  return [
    ...of('month', MONTH),
    ...of('weekday', WEEKDAY),
    ...of('number', NUMBER),
    ...of('product', NAME).filter((name) => PRODUCT_NAMES.has(name.text)),
  ];
}

/**
 * How the texts (folded, in small letters) bear such an anchor out; `after` is what follows it,
 * and `cited` are those of the texts that the line rests on in the first place. A
 * weekday stands against another one only, since plans have days of their own. A number in words is
 * contradicted where the texts count the same thing otherwise, and doubtful where they do not count it:
 * whoever sums up counts for the first time.
 */
export function supportOf(
  texts: readonly string[],
  { kind, text }: NamedAnchor,
  after: string,
  cited: readonly string[],
): 'held' | 'doubtful' | 'contradicted' {
  const wanted = text.toLowerCase();
  const short = wanted.slice(0, 3);
  switch (kind) {
    case 'product':
      return texts.some((one) => one.includes(wanted)) ? 'held' : 'contradicted';
    case 'month': {
      const month = MONTHS.indexOf(text) + 1;
      const date = new RegExp(
        `\\b(?:${wanted}|${short}|${short === 'sep' ? 'sept' : short})\\b|(?<![\\d.])\\d{1,2}[./-]0?${month}[./-](?:20)?\\d\\d\\b(?!\\.)|\\b0?${month}/\\d{1,2}/(?:20)?\\d\\d\\b|\\b20\\d\\d-0?${month}-|(?<![\\d/])\\d{1,2}/0?${month}(?![\\d/])|\\b(?:on|since|from|until|by) \\d{1,2}[./]0?${month}\\b`,
      );
      return texts.some((one) => date.test(one)) ? 'held' : 'contradicted';
    }
    case 'weekday':
      if (texts.some((one) => new RegExp(`\\b${short}`).test(one))) return 'held';
      return texts.some(namesWeekday) ? 'contradicted' : 'held';
    case 'number': {
      const own = [...numbersOf(wanted)];
      const counted = new Set(texts.flatMap((one) => countsOf(one, after)));
      if (own.every((number) => counted.has(number))) return 'held';
      const known = texts.some((one) => own.every((number) => numbersOf(one).has(number)));
      if (known && /^ (?:to|or) /.test(after)) return 'held';
      if (cited.some((one) => countsOf(one, after).length > 0)) return 'contradicted';
      const machines = COMPUTERS.test(after) ? namesOfComputers(cited) : 0;
      if (own.includes(String(machines))) return 'held';
      // Fewer than are named may be some of them.
      if (machines > 1 && own.some((one) => Number(one) > machines)) return 'contradicted';
      if (counted.size === 0) return known ? 'held' : 'doubtful';
      return known && !UNIT.test(after) ? 'doubtful' : 'contradicted';
    }
  }
}

/** "Two comparable servers": a row that names each of them counts them too. */
const COMPUTERS =
  /^(?: \p{Ll}[\p{L}-]*){0,2} (?:servers|computers|pcs|laptops|workstations|machines|hosts|controllers)\b/iu;

function namesOfComputers(texts: readonly string[]): number {
  const names = texts.flatMap((text) => findHosts(text.toUpperCase()).map((host) => host.text));
  return new Set(names).size;
}

/** What is measured and not only counted: another figure of it is another claim. */
const UNIT = /^ +(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)\b/i;
const COUNT =
  /\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?: of (?:the )?\d+)?(?=((?: +[\p{L}-]+){1,3}))/giu;

/** How many of what stands after a number a text counts: "2" where it says "2 entries", "two old entries". */
function countsOf(text: string, after: string): string[] {
  const counted = thingsIn(after.match(/^(?: +[\p{L}-]+){1,3}/u)?.[0] ?? '');
  if (counted.size === 0) return [];
  return Array.from(text.matchAll(COUNT)).flatMap(([whole, things = '']) =>
    sharedCount(counted, thingsIn(things)) > 0 ? [...numbersOf(whole)] : [],
  );
}

/** What may be counted, people too, whom {@link conceptsOf} takes for no matter of their own. */
function thingsIn(words: string): ReadonlySet<string> {
  const people = words.toLowerCase().match(/\b(?:user|customer|client|caller)(?=s\b)/g) ?? [];
  return new Set([...conceptsOf(words), ...people]);
}

function namesWeekday(text: string): boolean {
  return /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/.test(text);
}
