import type { SecretPattern } from './pattern.ts';
import { isOrdinaryWord, isPlaceholder } from './value-shape.ts';

/** A value on a command line: quoted, or up to the next space or sign that ends a word there. */
const VALUE = String.raw`(?<value>"[^"\n]{1,128}"|'[^'\n]{1,128}'|[^\s"'${'`'}|;<>()]{3,128})`;

/** The rest of a command on its line. */
const REST = String.raw`[^\n|;]{0,200}?`;

/** On a command line nearly all is a value: all but variables, placeholders and prose about it. */
function isCommandValue(value: string): boolean {
  return (
    value.length >= 3 && !isPlaceholder(value) && !isOrdinaryWord(value) && !/^[-/\\]/.test(value)
  );
}

/** A single word behind a switch may also be the next word of a sentence. */
function isSwitchValue(value: string): boolean {
  return isCommandValue(value) && !/^[a-z]+[.,]?$/.test(value);
}

function command(label: string, source: string, accepts = isCommandValue): SecretPattern {
  return {
    label,
    pattern: new RegExp(source.replace('VALUE', VALUE).replace('REST', REST), 'dgi'),
    accepts,
  };
}

/** Secrets in commands, settings and addresses that technicians paste. */
export const COMMAND_PATTERNS: readonly SecretPattern[] = [
  command(
    'a password in “net use”',
    String.raw`\bnet(?:\.exe)?[ \t]+use\bREST[ \t]/user:(?:"[^"\n]{1,64}"|\S{1,64})[ \t]+VALUE`,
    isNetValue,
  ),
  command(
    'a password in “net use”',
    String.raw`\bnet(?:\.exe)?[ \t]+use[ \t]+(?:[a-z]:|\*)?[ \t]*\\\\[^\s]{1,128}[ \t]+(?!/)VALUE`,
    isNetValue,
  ),
  command(
    'a password in “net user”',
    String.raw`\bnet(?:\.exe)?[ \t]+user[ \t]+(?:"[^"\n]{1,64}"|[\w.$-]{1,64})[ \t]+(?![/*])VALUE`,
    isNetValue,
  ),
  command(
    'a password in a database command',
    String.raw`\b(?:mysql|mysqldump|mysqladmin|mariadb)\bREST[ \t]-pVALUE`,
    (value) => isCommandValue(value) && !isPort(value),
  ),
  command(
    'a password in a database command',
    String.raw`\b(?:sqlcmd|osql|bcp|isql)\bREST[ \t]-P[ \t]*VALUE`,
  ),
  command(
    'a password on a command line',
    String.raw`\b(?:psexec(?:64)?|sshpass|paexec|smbmap|evil-winrm|winrs)(?:\.exe)?\bREST[ \t]-p[ \t:]*VALUE`,
  ),
  command(
    'a password on a command line',
    String.raw`\b(?:plink|pscp|psftp|putty|winscp)(?:\.exe)?\bREST[ \t]-pw[ \t]+VALUE`,
  ),
  command(
    'a password on a command line',
    String.raw`\b(?:curl|wget|http)(?:\.exe)?\bREST[ \t](?:-u|--user|--proxy-user)[ \t=]*["']?[^\s:"']{1,64}:(?<value>[^\s"']{3,128})`,
  ),
  command(
    'a password on a command line',
    String.raw`\b(?:smbclient|rpcclient|net)\bREST[ \t]-U[ \t]*["']?[^\s%"']{1,64}%(?<value>[^\s"']{3,128})`,
  ),
  command(
    'a password on a command line',
    String.raw`\bschtasks(?:\.exe)?\bREST[ \t]/rp[ \t]+VALUE`,
  ),
  command(
    'a password on a command line',
    String.raw`(?<![\w:/])/(?:p|pass|pw|pwd|password|passwordd|passwordo|pd|po|svcpassword|adminpassword):VALUE`,
  ),
  command(
    'a password on a command line',
    String.raw`(?:(?:password|passwd|passphrase|pwd)(?<=(?:^|[\s(])--?[a-z]{0,34})|(?<=(?:^|[\s(])--?)pass)[ \t=:]{1,3}(?![-(])VALUE`,
    isSwitchValue,
  ),
  command(
    'a password made a secure string',
    String.raw`\bConvertTo-SecureString[ \t]{1,8}(?:-String[ \t]{1,8})?(?![-$(])VALUE`,
    isSwitchValue,
  ),
  command(
    'an SNMP community',
    String.raw`\bsnmp(?:walk|get|set|bulkwalk|getnext|table)\bREST[ \t]-c[ \t]*VALUE`,
  ),
  command('an SNMP community', String.raw`\bsnmp-server[ \t]+community[ \t]+VALUE`),
  command(
    'a password in a device configuration',
    String.raw`\b(?:enable|username[ \t]+\S{1,64}|line|user)[ \t]+(?:secret|password)[ \t]+(?:[0-9][ \t]+)?VALUE`,
    isSwitchValue,
  ),
  command(
    'a key in a device configuration',
    String.raw`\b(?:crypto[ \t]+isakmp[ \t]+key|key-string|radius-server[^\n]{0,64}?[ \t]key|tacacs-server[^\n]{0,64}?[ \t]key|pre-shared-key)[ \t]+(?:[0-9][ \t]+)?VALUE`,
    isSwitchValue,
  ),
  command(
    'a password in a connection string or setting',
    '(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?token)"?=VALUE',
  ),
  command(
    'a password in an address',
    String.raw`(?<=[a-z0-9]):\/\/[^\s/:@"'<>]{1,64}:(?<value>[^\s/"'<>]{3,128})@(?=[\w[])`,
  ),
  command(
    'sign-in data of a web request',
    String.raw`\bAuthorization["']?[ \t]*[:=][ \t]*["']?(?:Basic|Bearer|Digest|NTLM)[ \t]+(?<value>[\w.~+/=-]{8,2048})`,
  ),
];

/** A command may stand in a sentence that goes on: "net user jsmith shows that …". */
function isNetValue(value: string): boolean {
  return isCommandValue(value) && !/^[a-z]+[.,]?$/i.test(value);
}

/** `-P3306`, which a pattern that takes any case takes for `-p`. */
function isPort(value: string): boolean {
  return /^\d{2,5}$/.test(value);
}
