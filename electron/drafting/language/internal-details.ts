import { findHosts } from './hosts.ts';
import { spansOf, type TextSpan } from './spans.ts';

export type InternalKind =
  | 'host'
  | 'address'
  | 'path'
  | 'registry'
  | 'account'
  | 'script'
  | 'command'
  | 'confidence'
  | 'support'
  | 'number'
  | 'hypothesis';

export interface InternalDetail extends TextSpan {
  readonly kind: InternalKind;
}

interface Pattern {
  readonly kind: InternalKind;
  /** Strings in small letters of which one must occur; most texts have none, and are done with fast. */
  readonly hints: readonly string[];
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'path',
    hints: ['\\', '%'],
    pattern:
      /\\\\[\w.$-]{1,80}\\[^\s"<>|]{1,400}|\b[A-Za-z]:\\[^\s"<>|]{1,400}|%\w{2,30}%\\?[^\s"<>|]{0,400}/g,
  },
  {
    kind: 'path',
    hints: ['/'],
    pattern:
      /(?<![\w.:/<])\/(?:etc|var|usr|home|opt|tmp|srv|root|mnt|dev|Users|Library|Volumes|Applications)\/[^\s"<>|]{1,400}/g,
  },
  {
    kind: 'registry',
    hints: ['hk'],
    pattern: /\b(?:HKLM|HKCU|HKCR|HKU|HKEY_[A-Z_]{4,30})(?:[:\\][^\s"<>|]{0,400})?/g,
  },
  {
    kind: 'account',
    hints: ['\\'],
    pattern: /(?<![\w\\:.-])(?:[A-Z][A-Z0-9-]{1,14}|\.)\\(?!\\)[A-Za-z][\w.$-]{1,60}/g,
  },
  {
    kind: 'path',
    hints: ['ou=', 'cn=', 'dc='],
    pattern: /\b(?:OU|CN|DC)=[\w -]{1,80}(?:,\s?(?:OU|CN|DC)=[\w -]{1,80}){0,12}/gi,
  },
  { kind: 'account', hints: ['s-1-5-'], pattern: /\bS-1-5-\d{1,10}(?:-\d{1,10}){1,14}\b/gi },
  { kind: 'account', hints: ['msol_', 'aad_'], pattern: /\b(?:MSOL|AAD)_[0-9a-f]{4,40}\b/gi },
  { kind: 'account', hints: ['svc', 'adm'], pattern: /\b(?:svc|adm)[-_][A-Za-z0-9]\w{1,40}/gi },
  {
    kind: 'script',
    hints: ['.ps', '.bat', '.cmd', '.vbs', '.sh', '.py'],
    pattern: /(?<![\w-])[\w-]{1,80}\.(?:ps1|psm1|bat|cmd|vbs|sh|py)\b/gi,
  },
  {
    kind: 'command',
    hints: ['-'],
    pattern:
      /\b(?:Get|Set|Add|Remove|New|Clear|Start|Stop|Restart|Enable|Disable|Test|Invoke|Repair|Reset|Update|Install|Uninstall|Import|Export|Connect|Disconnect|Move|Copy|Rename|Register|Unregister|Resolve|Search|Select|Send|Suspend|Resume|Sync|Write)-(?!Menu\b)[A-Z][a-z]\w{2,60}/g,
  },
  {
    kind: 'command',
    hints: [' /', ' -'],
    pattern:
      /\b(?:ipconfig|sfc|dism|gpupdate|gpresult|netsh|chkdsk|nslookup|nltest|robocopy|netstat|dsregcmd|klist|w32tm|certutil|wevtutil|msiexec|schtasks|icacls|taskkill)(?:\.exe)?\s{1,4}[/-]\w+/gi,
  },
  {
    kind: 'confidence',
    hints: ['%', 'cent'],
    pattern: /\b\d{1,3}\s?(?:%|per ?cent)\s{0,4}(?:confiden|sure\b|certain|likely|probab)\w*/gi,
  },
  {
    kind: 'confidence',
    hints: ['confidence'],
    pattern:
      /\bconfidence\b(?:\s+[^\s%]{1,30}){0,3}?\s{0,4}[:(]?\s{0,4}\d{1,3}\s?(?:%|per ?cent)/gi,
  },
  { kind: 'support', hints: ['tier'], pattern: /\btier[ -]?[1-4]\b/gi },
  {
    kind: 'support',
    hints: ['l1 ', 'l2 ', 'l3 ', 'l4 '],
    pattern: /\bL[1-4] (?:support|engineers?|techs?|technicians?|team|desk)\b/gi,
  },
  {
    kind: 'number',
    hints: ['chg', 'inc', 'req', 'ritm', 'prb'],
    pattern: /\b(?:CHG|INC|REQ|RITM|PRB)[- ]?\d{3,9}\b/g,
  },
  { kind: 'hypothesis', hints: ['hypothes'], pattern: /\bhypothes[ie]s\b/gi },
];

const IPV4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w]|\.\d)/g;
const IPV6 =
  /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4}){0,6}(?![\w:])/gi;
const MAC = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi;

/**
 * What a customer-visible note must not show (rule R3): computer names, addresses, paths,
 * registry keys, accounts, scripts and commands, confidences, talk of tiers and hypotheses.
 * `scriptNames` are the names of this session's scripts.
 */
export function findInternalDetails(
  text: string,
  scriptNames: readonly string[],
): InternalDetail[] {
  const found: InternalDetail[] = findHosts(text).map(({ from, to, text: name }) => ({
    kind: 'host',
    from,
    to,
    text: name,
  }));
  const collect = (
    kind: InternalKind,
    pattern: RegExp,
    accept = (_: string, __: number) => true,
  ) => {
    for (const span of spansOf(text, pattern)) {
      if (accept(span.text, span.from)) found.push({ kind, ...span });
    }
  };
  const folded = text.toLowerCase();
  for (const { kind, hints, pattern } of PATTERNS) {
    if (hints.some((hint) => folded.includes(hint))) collect(kind, pattern);
  }
  if (/\d\.\d/.test(text)) collect('address', IPV4, (match, at) => isAddress(text, match, at));
  if (/[\da-f][:-][\da-f:]/i.test(text)) {
    collect('address', IPV6, isIpv6);
    collect('address', MAC);
  }
  for (const name of scriptNames) {
    const at = mentionOfScript(folded, name);
    if (at !== undefined) {
      found.push({
        kind: 'script',
        from: at,
        to: at + name.length,
        text: text.slice(at, at + name.length),
      });
    }
  }
  return found;
}

/** Octets up to 255, and no word before it that makes it a version number. */
function isAddress(text: string, match: string, at: number): boolean {
  const octets = match.split('/')[0]?.split('.') ?? [];
  if (octets.some((octet) => Number(octet) > 255)) return false;
  return !/(?:version|build|release|firmware|driver|ver|rev|v)\.?\s*$/i.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

function isIpv6(match: string): boolean {
  const groups = match.split(':').filter((group) => group !== '');
  return (match.includes('::') && groups.length >= 2) || groups.length >= 6;
}

/** A name of plain words is a mention only where it is long and the word "script" stands beside it. */
function mentionOfScript(foldedText: string, name: string): number | undefined {
  const folded = name.trim().toLowerCase();
  const looksLikeCode = /[._\d]|\w-\w/.test(folded) && !folded.includes(' ');
  if (folded.length < (looksLikeCode ? SHORTEST_CODE_NAME : SHORTEST_PLAIN_NAME)) return undefined;
  const at = foldedText.indexOf(folded);
  return at >= 0 && (looksLikeCode || /\bscript\b/.test(foldedText)) ? at : undefined;
}

const SHORTEST_CODE_NAME = 5;
const SHORTEST_PLAIN_NAME = 12;
