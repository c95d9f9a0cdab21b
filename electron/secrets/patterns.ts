import { type SecretPattern, SHAPES } from './shapes.ts';
import { isOrdinaryWord, isPlaceholder } from './value-shape.ts';

/** What VALUE, QUOTED, REST and GAP stand for in the sources below. */
const PARTS: Readonly<Record<string, string>> = {
  /** A value on a command line: quoted, or up to the next space or sign that ends a word there. */
  VALUE: String.raw`(?<value>"[^"\n]{1,128}"|'[^'\n]{1,128}'|[^\s"'${'`'}|;<>()]{3,128})`,
  QUOTED: String.raw`(?<value>"[^"\n]{1,128}"|'[^'\n]{1,128}')`,
  /** The rest of a command on its line. */
  REST: String.raw`[^\n|;]{0,200}?`,
  GAP: String.raw`[ \t]{1,8}`,
};

/** label, marks, source, and what is none of it; case is ignored. */
type Row = readonly [string, RegExp, string, ((value: string) => boolean)?];

const COMMANDS: readonly Row[] = [
  [
    'a password in “net use”',
    /\bnet(?:\.exe)?\s+use/i,
    String.raw`\bnet(?:\.exe)?[ \t]+use\bREST[ \t]/user:(?:"[^"\n]{1,64}"|\S{1,64})[ \t]+VALUE`,
    isNetValue,
  ],
  [
    'a password in “net use”',
    /\bnet(?:\.exe)?\s+use/i,
    String.raw`\bnet(?:\.exe)?[ \t]+use[ \t]+(?:[a-z]:|\*)?[ \t]*\\\\[^\s]{1,128}[ \t]+(?!/)VALUE`,
    isNetValue,
  ],
  [
    'a password in “net user”',
    /\bnet(?:\.exe)?\s+user/i,
    String.raw`\bnet(?:\.exe)?[ \t]+user[ \t]+(?:"[^"\n]{1,64}"|[\w.$-]{1,64})[ \t]+(?![/*])VALUE`,
    isNetValue,
  ],
  [
    'a password in a database command',
    /mysql|mariadb/i,
    String.raw`\b(?:mysql|mysqldump|mysqladmin|mariadb)\bREST[ \t]-pVALUE`,
    (value) => isCommandValue(value) && !isPort(value),
  ],
  [
    'a password in a database command',
    /sqlcmd|osql|bcp|isql/i,
    String.raw`\b(?:sqlcmd|osql|bcp|isql)\bREST[ \t]-P[ \t]*VALUE`,
  ],
  [
    'a password on a command line',
    / -p/i,
    String.raw`\b(?:psexec(?:64)?|sshpass|paexec|smbmap|evil-winrm|winrs|docker login|7z|zip|rar)(?:\.exe)?\bREST[ \t]-p[ \t:]*VALUE`,
    isSwitchValue,
  ],
  [
    'a password on a command line',
    / -pw/i,
    String.raw`\b(?:plink|pscp|psftp|putty|winscp)(?:\.exe)?\bREST[ \t]-pw[ \t]+VALUE`,
  ],
  [
    'a password on a command line',
    /curl|wget|\bhttp/i,
    String.raw`\b(?:curl|wget|http)(?:\.exe)?\bREST[ \t](?:-u|--user|--proxy-user)[ \t=]*["']?[^\s:"']{1,64}:(?<value>[^\s"']{3,128})`,
  ],
  [
    'a password on a command line',
    / -U/i,
    String.raw`\b(?:smbclient|rpcclient|net)\bREST[ \t]-U[ \t]*["']?[^\s%"']{1,64}%(?<value>[^\s"']{3,128})`,
  ],
  [
    'a password on a command line',
    /\/rp/i,
    String.raw`\bschtasks(?:\.exe)?\bREST[ \t]/rp[ \t]+VALUE`,
  ],
  [
    'a password on a command line',
    /\/[ps]/i,
    String.raw`(?<![\w:/])/(?:p|pass|pw|pwd|password|passwordd|passwordo|pd|po|svcpassword|adminpassword|sp|dsrmpassword):VALUE`,
  ],
  [
    'a password on a command line',
    /-[a-z-]*(?:pass|pwd)/i,
    String.raw`(?:(?:password|passwd|passphrase|pwd)(?<=(?:^|[\s(])--?[a-z]{0,34})|(?<=(?:^|[\s(])--?)pass)[ \t=:]{1,3}(?![-(])VALUE`,
    isSwitchValue,
  ],
  [
    'a password on a command line',
    /-pass/i,
    String.raw`(?<=\s)-(?:passin|passout|pass|passwd)[ \t]+pass:VALUE`,
  ],
  [
    'a password made a secure string',
    /ConvertTo-SecureString/i,
    String.raw`\bConvertTo-SecureString[ \t]{1,8}(?:-(?:String|AsPlainText|Force)[ \t]{1,8}){0,3}QUOTED`,
  ],
  [
    'a password made a secure string',
    /ConvertTo-SecureString/i,
    String.raw`\bConvertTo-SecureString[ \t]{1,8}(?:-String[ \t]{1,8})?(?![-$(])VALUE`,
    isSwitchValue,
  ],
  [
    'a password in a script',
    /NetworkCredential|PSCredential/i,
    String.raw`\b(?:NetworkCredential|PSCredential)(?:\]::new)?[ \t]*\([^,\n()]{1,80},[ \t]*QUOTED`,
  ],
  [
    'an SNMP community',
    /snmp/i,
    String.raw`\bsnmp(?:walk|get|set|bulkwalk|getnext|table)\bREST[ \t]-c[ \t]*VALUE`,
  ],
  ['an SNMP community', /snmp/i, String.raw`\bsnmp-server[ \t]+community[ \t]+VALUE`],
  [
    'a password in a device configuration',
    /secret|password/i,
    String.raw`\b(?:enable|username[ \t]+\S{1,64}(?:[ \t]+privilege[ \t]+\d{1,2})?|line|user)[ \t]+(?:secret|password)[ \t]+(?:[0-9][ \t]+)?VALUE`,
    isSwitchValue,
  ],
  [
    'a password in a device configuration',
    /\b(?:password|secret|key)\s+[5-9]\s/i,
    String.raw`\b(?:password|secret|key)GAP[5-9]GAP(?<value>[\da-f]{6,128}|\$[\w./$]{10,200})(?!\S)`,
  ],
  [
    'a key in a device configuration',
    /\bkey\b|key-string|psk|pre-?shared/i,
    String.raw`\b(?:crypto[ \t]+isakmp[ \t]+key|key-string|radius-server[^\n]{0,64}?[ \t]key|tacacs-server[^\n]{0,64}?[ \t]key|(?:local-|remote-)?pre-shared-key(?:[ \t]+address(?:[ \t]+[\d.]{7,15}){1,2}[ \t]+key)?|psksecret|wpa-psk[ \t]+(?:ascii|hex))[ \t]+(?:[0-9][ \t]+|ascii-text[ \t]+)?VALUE`,
    isSwitchValue,
  ],
  [
    'a key in a device configuration',
    /\bkey\s+[07]\s/i,
    String.raw`^[ \t]{0,8}(?:key|server-private\b[^\n]{0,80}?[ \t]key)[ \t]+[07][ \t]+VALUE`,
  ],
  [
    'a password in a connection string or setting',
    /=/,
    '(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?token)"?=VALUE',
  ],
  // `NAME_PASS=`, `NAME_TOKEN:` as in environments, .env files and pipelines.
  [
    'a password in a setting',
    /[A-Z\d]_(?:PASS|PASSWORD|PASSWD|PWD|PASSPHRASE|PSK|TOKEN|SECRET|KEY|CREDENTIALS?)["']?\]?\s{0,3}[:=]/i,
    String.raw`\b[a-z][a-z\d]{0,31}(?:_[a-z\d]{1,31}){0,6}_(?:pass|passphrase|psk|token|secret|(?:api|access|account|private|signing|encryption|master|secret|shared|auth|license)_?key|credentials?)["']?\]?(?:[ \t]{0,3}=[ \t]{0,3}|:[ \t]{0,3}(?=\S{8}))VALUE`,
    // `MAX_TOKEN=4096` is a number of them.
    (value) => isSettingValue(value) && !/^\d{1,5}$/.test(value),
  ],
  [
    'an account key in a connection string',
    /(?:AccountKey|SharedAccess(?:Key|Signature)|SharedSecret(?:Value)?)\s{0,3}=/i,
    String.raw`\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecret(?:Value)?)[ \t]{0,3}=[ \t]{0,3}(?<value>[^\s;"'<>]{8,512})`,
    isSettingValue,
  ],
  ['a shared access signature', /[?&;]sig=/i, String.raw`[?&;]sig=(?<value>[\w%+/=-]{20,200})`],
  [
    'a password in an address',
    /:\/\//,
    String.raw`(?<=[a-z0-9]):\/\/[^\s/:@"'<>]{0,64}:(?<value>[^\s/"'<>]{3,128})@(?=[\w[])`,
  ],
  [
    'sign-in data of a web request',
    /Authorization|-AUTH/i,
    String.raw`\b(?:Proxy-)?Authorization["']?[ \t]*[:=][ \t]*["']?(?:Basic|Bearer|Digest|NTLM|Negotiate|Token)[ \t]+(?<value>[\w.~+/=-]{8,2048})`,
  ],
  [
    'sign-in data of a web request',
    /x-(?:api-key|auth-token|access-token)/i,
    String.raw`\bx-(?:api-key|auth-token|access-token)["']?[ \t]*[:=][ \t]*["']?(?<value>[\w.~+/=-]{8,512})`,
    isSettingValue,
  ],
  [
    'a Wi-Fi key',
    /WIFI:/i,
    String.raw`\bWIFI:(?:[THSI]:[^;\n]{0,64};){0,4}P:(?<value>"?(?:\\.|[^;\\\n]){4,80});`,
  ],
  ['a Wi-Fi key', /keyMaterial/i, String.raw`<keyMaterial>(?<value>[^<\n]{4,128})</keyMaterial>`],
  [
    'a Wi-Fi key',
    /\b(?:psk|wpa_passphrase|wep_key\d|Key Content)\s{0,24}[=:]/i,
    String.raw`\b(?:psk|wpa_passphrase|wep_key\d|Key Content)[ \t]{0,24}[=:][ \t]{0,3}VALUE`,
    isSettingValue,
  ],
  [
    'a password in an answer file',
    /Password>/i,
    String.raw`<(?:\w{1,16}:)?(?:Administrator|Local|Domain|User)?Password>\s{0,40}<(?:\w{1,16}:)?Value>(?<value>[^<\n]{1,256})</`,
    isElementValue,
  ],
  [
    'a password in a settings file',
    /(?:Password|Passwd|Pwd|Secret|ApiKey|AccessToken|PSK)>/i,
    String.raw`<(?:\w{1,16}:)?\w{0,24}(?:Password|Passwd|Pwd|Secret|ApiKey|AccessToken|PSK)>(?<value>[^<>\n]{3,256})</`,
    isElementValue,
  ],
  [
    'a password in a Group Policy file',
    /cpassword/i,
    String.raw`\bcpassword\s{0,3}=\s{0,3}["'](?<value>[A-Za-z\d+/=]{4,512})["']`,
  ],
  [
    'a password in the registry',
    /(?:Default|Alt\w{0,12})Password/i,
    String.raw`\b(?:AltDefault|Default)Password["']?[ \t]{0,16}(?:=[ \t]{0,3}|:[ \t]{1,3}|(?:/t[ \t]{1,3})?REG_SZ[ \t]{1,16}(?:/d[ \t]{1,3})?|,[ \t]{0,3}|-Value[ \t]{1,3}|/d[ \t]{1,3})VALUE`,
    isSettingValue,
  ],
  [
    'a password in the registry',
    /REG_SZ/i,
    String.raw`\b\w{0,24}(?:Password|Passwd|Pwd)[ \t]{1,16}REG_SZ[ \t]{1,16}VALUE`,
    isSettingValue,
  ],
  [
    'a password in a remote desktop file',
    /password 51/i,
    String.raw`\bpassword 51:b:(?<value>[\da-f]{16,2048})`,
  ],
  [
    'a password in .netrc',
    /\bmachine\b/i,
    String.raw`\bmachine\s{1,8}\S{1,128}\s{1,8}login\s{1,8}\S{1,128}\s{1,8}password\s{1,8}VALUE`,
  ],
  [
    'a token in a settings file',
    /token|client-key-data|_auth/i,
    String.raw`^[ \t-]{0,16}(?:token|client-key-data|id-token|refresh-token):[ \t]{1,3}(?<value>[\w.+/=-]{20,8192})[ \t]*$`,
  ],
  [
    'a token in a settings file',
    /_auth/i,
    String.raw`:_auth(?:Token)?=(?<value>[\w.+/=-]{16,512})`,
  ],
];

/** Everything that gives a secret away by its shape alone. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  ...COMMANDS.map(([label, marks, source, accepts = isCommandValue]) => ({
    label,
    marks,
    pattern: new RegExp(
      source.replace(/VALUE|QUOTED|REST|GAP/g, (part) => PARTS[part] ?? part),
      'dgim',
    ),
    accepts,
  })),
  ...SHAPES,
];

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

/** A command may be in a sentence that goes on: "net user jsmith shows that …". */
function isNetValue(value: string): boolean {
  return isCommandValue(value) && !/^[a-z]+[.,]?$/i.test(value);
}

/** The value of a setting; not one that names where the value is, or that is code. */
function isSettingValue(value: string): boolean {
  return (
    value.length >= 4 &&
    !isPlaceholder(value) &&
    !isOrdinaryWord(value) &&
    !/^[$%({[<\\]|^\w+\(/.test(value)
  );
}

/** The text of an XML element, where prose about a value is rare and a placeholder is not. */
function isElementValue(value: string): boolean {
  const text = value.trim();
  return isSettingValue(text) && !/\s/.test(text) && !/^&(?:lt|#60|#x3c);/i.test(text);
}

/** `-P3306`, which a pattern that takes any case takes for `-p`. */
function isPort(value: string): boolean {
  return /^\d{2,5}$/.test(value);
}
