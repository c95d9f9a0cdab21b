import type { FoundSecret } from './found-secret.ts';
import { isLookalike, isMixed, isOrdinary } from './prose.ts';

/** A value on a command line: in quotation marks, or up to the next space or sign that ends a word there. */
const WORD = String.raw`"[^"\n]{1,128}"|'[^'\n]{1,128}'|[^\s"'\x60|;<>()]{3,128}`;

/**
 * Names in the sources below that stand for a longer one. A group's name says which words it may not be,
 * see {@link ACCEPTS}; a pattern without a group is a secret as a whole.
 */
const PARTS: Readonly<Record<string, string>> = {
  VALUE: `(?<value>${WORD})`,
  SWITCH: `(?<switch>${WORD})`,
  NET: `(?<net>${WORD})`,
  SETTING: `(?<setting>${WORD})`,
  QUOTED: String.raw`(?<value>"[^"\n]{1,128}"|'[^'\n]{1,128}')`,
  /** The rest of a command on its line. */
  REST: String.raw`[^\n|;]{0,200}?`,
};

/**
 * Labels, each with the sources of its patterns, read in any case and line by line. Every repetition is
 * bounded or cannot be read in two ways.
 */
const COMMANDS = String.raw`
a password in “net use”
  \bnet(?:\.exe)?[ \t]+use\bREST[ \t]/user:(?:"[^"\n]{1,64}"|\S{1,64})[ \t]+NET
  \bnet(?:\.exe)?[ \t]+use[ \t]+(?:[a-z]:|\*)?[ \t]*\\\\[^\s]{1,128}[ \t]+(?!/)NET
a password in “net user”
  \bnet(?:\.exe)?[ \t]+user[ \t]+(?:"[^"\n]{1,64}"|[\w.$-]{1,64})[ \t]+(?![/*])NET
a password in a database command
  \b(?:mysql|mysqldump|mysqladmin|mariadb)\bREST[ \t]-p(?!\d{2,5}(?!\S))VALUE
  \b(?:sqlcmd|osql|bcp|isql)\bREST[ \t]-P[ \t]*VALUE
a password on a command line
  \b(?:psexec(?:64)?|sshpass|paexec|smbmap|evil-winrm|winrs|docker login|7z|zip|rar)(?:\.exe)?\bREST[ \t]-p[ \t:]*SWITCH
  \b(?:plink|pscp|psftp|putty|winscp)(?:\.exe)?\bREST[ \t]-pw[ \t]+VALUE
  \b(?:curl|wget|http)(?:\.exe)?\bREST[ \t](?:-u|--user|--proxy-user)[ \t=]*["']?[^\s:"']{1,64}:(?<value>[^\s"']{3,128})
  \b(?:smbclient|rpcclient|net)\bREST[ \t]-U[ \t]*["']?[^\s%"']{1,64}%(?<value>[^\s"']{3,128})
  \bschtasks(?:\.exe)?\bREST[ \t]/rp[ \t]+VALUE
  (?<![\w:/])/(?:p|pass|pw|pwd|passwordd?|passwordo|pd|po|svcpassword|adminpassword|sp|dsrmpassword):VALUE
  (?:(?:password|passwd|passphrase|pwd)(?<=(?:^|[\s(])--?[a-z]{0,34})|(?<=(?:^|[\s(])--?)pass)[ \t=:]{1,3}(?![-(])SWITCH
  (?<=\s)-(?:passin|passout|pass|passwd)[ \t]+pass:VALUE
a password made a secure string
  \bConvertTo-SecureString[ \t]{1,8}(?:-(?:String|AsPlainText|Force)[ \t]{1,8}){0,3}QUOTED
  \bConvertTo-SecureString[ \t]{1,8}(?:-String[ \t]{1,8})?(?![-$(])SWITCH
a password in a script
  \b(?:NetworkCredential|PSCredential)(?:\]::new)?[ \t]*\([^,\n()]{1,80},[ \t]*QUOTED
an SNMP community
  \bsnmp(?:walk|get|set|bulkwalk|getnext|table)\bREST[ \t]-c[ \t]*VALUE
  \bsnmp-server[ \t]+community[ \t]+VALUE
a password in a device configuration
  \b(?:enable|username[ \t]+\S{1,64}(?:[ \t]+privilege[ \t]+\d{1,2})?|line|user)[ \t]+(?:secret|password)[ \t]+(?:[0-9][ \t]+)?SWITCH
  \b(?:password|secret|key)[ \t]{1,8}[5-9][ \t]{1,8}(?<value>[\da-f]{6,128}|\$[\w./$]{10,200})(?!\S)
a key in a device configuration
  \b(?:crypto[ \t]+isakmp[ \t]+key|key-string|radius-server[^\n]{0,64}?[ \t]key|tacacs-server[^\n]{0,64}?[ \t]key|(?:local-|remote-)?pre-shared-key(?:[ \t]+address(?:[ \t]+[\d.]{7,15}){1,2}[ \t]+key)?|psksecret|wpa-psk[ \t]+(?:ascii|hex))[ \t]+(?:[0-9][ \t]+|ascii-text[ \t]+)?SWITCH
  ^[ \t]{0,8}(?:key|server-private\b[^\n]{0,80}?[ \t]key)[ \t]+[07][ \t]+VALUE
a password in a connection string or setting
  (?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|auth[_-]?token)"?=VALUE
a password in a setting
  (?:_(?:pass|passphrase|psk|token|secret|(?:api|access|account|private|signing|encryption|master|secret|shared|auth|license)_?key|credentials?)(?<=\b[a-z][a-z\d_]{0,120}))["']?\]?(?:[ \t]{0,3}=[ \t]{0,3}|:[ \t]{0,3}(?=\S{8}))(?!\d{1,5}(?!\S))SETTING
an account key in a connection string
  \b(?:AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecret(?:Value)?)[ \t]{0,3}=[ \t]{0,3}(?<setting>[^\s;"'<>]{8,512})
a shared access signature
  [?&;]sig=(?<value>[\w%+/=-]{20,200})
a password in an address
  (?<=[a-z0-9]):\/\/[^\s/:@"'<>]{0,64}:(?<value>[^\s/"'<>]{3,128})@(?=[\w[])
sign-in data of a web request
  \b(?:Proxy-)?Authorization["']?[ \t]*[:=][ \t]*["']?(?:Basic|Bearer|Digest|NTLM|Negotiate|Token)[ \t]+(?<value>[\w.~+/=-]{8,2048})
  \bx-(?:api-key|auth-token|access-token)["']?[ \t]*[:=][ \t]*["']?(?<setting>[\w.~+/=-]{8,512})
a Wi-Fi key
  \bWIFI:(?:[THSI]:[^;\n]{0,64};){0,4}P:(?<value>"?(?:\\.|[^;\\\n]){4,80});
  <keyMaterial>(?<value>[^<\n]{4,128})</keyMaterial>
  \b(?:psk|wpa_passphrase|wep_key\d|Key Content)[ \t]{0,24}[=:][ \t]{0,3}SETTING
  \b(?:wi-?fi|wlan|ssid)\b[^\n=:.]{0,24}[=:][ \t]*(?<mixed>[^\s,;]{6,63})
  \b(?:wi-?fi|wlan|ssid|wpa[23]?)\b[^\n]{0,64}?\b(?:key|pass|pw|psk)[ \t]*(?:is|was|=|:)?[ \t]+(?<mixed>[^\s,;]{6,63})
a password in a settings file
  <(?:\w{1,16}:)?(?:Administrator|Local|Domain|User)?Password>\s{0,40}<(?:\w{1,16}:)?Value>(?<element>[^<\n]{1,256})</
  (?:Password|Passwd|Pwd|Secret|ApiKey|AccessToken|PSK)(?<=<[\w:]{1,41})>(?<element>[^<>\n]{3,256})</
  \bcpassword\s{0,3}=\s{0,3}["'](?<value>[A-Za-z\d+/=]{4,512})["']
  \b(?:AltDefault|Default)Password["']?[ \t]{0,16}(?:=[ \t]{0,3}|:[ \t]{1,3}|(?:/t[ \t]{1,3})?REG_SZ[ \t]{1,16}(?:/d[ \t]{1,3})?|,[ \t]{0,3}|-Value[ \t]{1,3}|/d[ \t]{1,3})SETTING
  (?:Password|Passwd|Pwd)[ \t]{1,16}REG_SZ[ \t]{1,16}SETTING
  \bpassword 51:b:(?<value>[\da-f]{16,2048})
  \bmachine\s{1,8}\S{1,128}\s{1,8}login\s{1,8}\S{1,128}\s{1,8}password\s{1,8}VALUE
a token in a settings file
  ^[ \t-]{0,16}(?:token|client-key-data|id-token|refresh-token):[ \t]{1,3}(?<value>[\w.+/=-]{20,8192})[ \t]*$
  :_auth(?:Token)?=(?<value>[\w.+/=-]{16,512})
the hash of a password
  :\d{3,6}:[\da-f]{32}:[\da-f]{32}:::
a recovery code
  \b(?:recovery|backup|emergency|scratch) codes?\b[^\n]{0,40}?[:=\s](?!\d{4}-\d{4}(?![,;\s]{1,3}[a-z\d]{4,8}-?[a-z\d]{4}))(?<value>(?:(?=[a-z-]{0,8}\d)[a-z0-9]{4,8}-[a-z0-9]{4,8}|\d{8})(?:[,;\s]{1,3}(?:[a-z0-9]{4,8}-[a-z0-9]{4,8}|\d{8})){0,19})(?![\w-])
a user name and password
  \b(?:cred(?:ential)?s?|log[- ]?[io]n|local admin|admin account)\b[^\n]{0,32}?(?<![\w/:])(?:[\w.-]{1,24}\\|\.\\)?[\w.@-]{2,40} ?[:/] ?(?<pair>[^\s,;:/\\]{6,40})
a password
  (?:,|\band|\/|\buser(?:name)? \S{1,40})[ \t]*\bpass[ \t]+(?<mixed>[^\s,;]{6,40})
`;

/** The same, read in their own case. */
const SHAPES = String.raw`
a private key
  -----BEGIN (?:[A-Z\d]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:\s|\\[rn]){1,6}(?:[A-Za-z\d+/=]{8,8192}(?![^\s\\-])|[A-Za-z-]{1,32}: [^\n\\]{1,100}))*(?:(?:\s|\\[rn]){1,6}[A-Za-z\d+/=]{0,80}(?:\s|\\[rn]){0,6}-----END [A-Z\d ]{1,48}-----)?
  ^Private-Lines: ?\d{1,3}\n(?<any>(?:[A-Za-z\d+/=]{1,80}\n?){1,200})
a sign-in token
  \beyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}\.[\w-]{8,4096}
an encrypted vault
  \$ANSIBLE_VAULT;\d\.\d;AES256(?:;[\w-]{1,64})?(?:\s{1,40}[\da-f]{20,160}){1,500}
the hash of a password
  (?<![\w$])\$(?:1|2[abxy]|5|6|7|y|gy|apr1|argon2(?:i|d|id)|sha1|pbkdf2-sha\d{3})\$[\w./$,=+-]{20,200}
a license key
  (?<![\w-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z-]*\d)[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])
a BitLocker recovery key
  (?<![\d-])\d{6}(?:[- ]\d{6}){7}(?![\d-])
the secret of an authenticator app
  \b(?:[Tt]?[Oo][Tt][Pp]|[Mm2][Ff][Aa]|[Aa]uthenticator|[Ss]ecret|[Ss]etup|[Ee]nrol\w*)\b[^\n]{0,40}?\b(?:[Ss]ecret|[Kk]ey|[Ss]eed|[Cc]ode)\b[\s:=]{1,4}(?:is |was )?(?=[A-Z ]*[2-7])(?<any>(?:[A-Z2-7]{4} ?){4,16})(?!\w)
  \bsecret=(?<any>[A-Z2-7]{16,64})\b
`;

/** What the value of each group is not. */
const ACCEPTS: Readonly<Record<string, (value: string) => boolean>> = {
  any: () => true,
  value: isCommandValue,
  // A single word behind a switch may also be the next word of a sentence.
  switch: (value) => isCommandValue(value) && !/^[a-z]+[.,]?$/.test(value),
  // The same: "net user jsmith shows that …".
  net: (value) => isCommandValue(value) && !/^[a-z]+[.,]?$/i.test(value),
  setting: isSettingValue,
  element: (value) => isSettingValue(value.trim()) && !/^\s*&(?:lt|#60|#x3c);|\S\s+\S/i.test(value),
  mixed: isPlainValue,
  // Beside a user name a word with digits may be anything; one with signs is rarely a name.
  pair: (value) => isPlainValue(value) && /[!#$%^*?=~@&+]/.test(value) && !/[=&].*[=&]/.test(value),
};

/** On a command line nearly all is a value: all but variables, placeholders and prose about it. */
function isCommandValue(value: string): boolean {
  return value.length >= 3 && !isOrdinary(value) && !/^[-/\\]/.test(value);
}

/** Not one that names where the value is, or that is code. */
function isSettingValue(value: string): boolean {
  return value.length >= 4 && !isOrdinary(value) && !/^[$%({[<\\]|^\w+\(/.test(value);
}

function isPlainValue(value: string): boolean {
  return isMixed(value) && !isLookalike(value.replace(/[.)]+$/, ''));
}

const PATTERNS = [...compiled(COMMANDS, 'dgim'), ...compiled(SHAPES, 'dgm')];

function compiled(table: string, flags: string) {
  let label = '';
  return table.split('\n').flatMap((line) => {
    if (!line.startsWith('  ')) {
      label = line;
      return [];
    }
    const source = line.trim().replace(/[A-Z]{3,}/g, (part) => PARTS[part] ?? part);
    return [{ label, pattern: new RegExp(source, flags) }];
  });
}

/** Everything in a text that gives a secret away by its shape alone. */
export function findShapes(text: string): FoundSecret[] {
  return PATTERNS.flatMap(({ label, pattern }) =>
    Array.from(text.matchAll(pattern)).flatMap(({ indices, groups = {} }): FoundSecret[] => {
      const name = Object.keys(groups).find((one) => groups[one] !== undefined);
      const place = name === undefined ? indices?.[0] : indices?.groups?.[name];
      if (place === undefined) return [];
      const [from, to] = unquoted(text, place);
      if (ACCEPTS[name ?? 'any']?.(text.slice(from, to)) === false) return [];
      return [{ from, to, kind: 'pattern', label }];
    }),
  );
}

/** Without the quotation marks around a value. */
function unquoted(text: string, [from, to]: readonly [number, number]): [number, number] {
  const first = text.charAt(from);
  const paired = /["'`]/.test(first) && to - from >= 2 && text.charAt(to - 1) === first;
  return paired ? [from + 1, to - 1] : [from, to];
}
