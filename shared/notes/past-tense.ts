import { singleLine } from '../text.ts';

/** Verbs that take -ed, -d after an e, and -ied for a y after a consonant. */
const REGULAR = [
  ...['activate', 'add', 'adjust', 'allow', 'apply', 'approve', 'archive', 'ask', 'assign'],
  ...['attach', 'authorize', 'block', 'boot', 'bypass', 'calibrate', 'cancel', 'change', 'check'],
  ...['clean', 'clear', 'clone', 'close', 'compress', 'configure', 'confirm', 'connect', 'convert'],
  ...['copy', 'correct', 'create', 'deactivate', 'decrease', 'delete', 'deploy', 'detach'],
  ...['disable', 'disconnect', 'dismount', 'downgrade', 'download', 'empty', 'enable', 'end'],
  ...['enroll', 'exclude', 'expand', 'export', 'extend', 'extract', 'fix', 'flash', 'flush'],
  ...['format', 'free', 'grant', 'import', 'increase', 'inform', 'initialize', 'insert', 'install'],
  ...['instruct', 'isolate', 'issue', 'kill', 'launch', 'limit', 'link', 'load', 'lock', 'lower'],
  ...['merge', 'migrate', 'mount', 'move', 'open', 'order', 'pair', 'patch', 'pause'],
  ...['point', 'print', 'protect', 'purge', 'raise', 'reactivate', 'reassign', 'reattach'],
  ...['reboot', 'recalibrate', 'reconfigure', 'reconnect', 'recover', 'recreate', 'redeploy'],
  ...['redirect', 'reduce', 'reenable', 're-enable', 're-enroll', 'refresh', 'register'],
  ...['reimage', 'reinstall', 'reissue', 'rejoin', 're-join', 'release', 'reload', 'relocate'],
  ...['remount', 'remove', 'rename', 'renew', 'reorder', 'repair', 'repeat', 'replace', 'request'],
  ...['reregister', 're-register', 'reschedule', 'resize', 'resolve', 'restart', 'restore'],
  ...['restrict', 'resume', 'retry', 'revert', 'revoke', 'roll', 'rotate', 'schedule'],
  ...['share', 'shorten', 'sign', 'start', 'switch', 'sync', 'synchronize', 'terminate', 'test'],
  ...['turn', 'unblock', 'unenroll', 'uninstall', 'unlock', 'unmount', 'unpair'],
  ...['untick', 'update', 'upgrade', 'upload', 'use', 'validate', 'verify', 'wipe', 'join'],
] as const;

/** Verbs that double a letter or change altogether. */
const IRREGULAR: Readonly<Record<string, string>> = {
  begin: 'began',
  bind: 'bound',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  cut: 'cut',
  debug: 'debugged',
  defrag: 'defragged',
  drop: 'dropped',
  feed: 'fed',
  find: 'found',
  get: 'got',
  give: 'gave',
  have: 'had',
  keep: 'kept',
  leave: 'left',
  log: 'logged',
  make: 'made',
  map: 'mapped',
  plan: 'planned',
  put: 'put',
  rebind: 'rebound',
  rebuild: 'rebuilt',
  remap: 'remapped',
  rerun: 'reran',
  're-run': 're-ran',
  reset: 'reset',
  rewrite: 'rewrote',
  run: 'ran',
  scan: 'scanned',
  send: 'sent',
  set: 'set',
  shut: 'shut',
  split: 'split',
  stop: 'stopped',
  strip: 'stripped',
  submit: 'submitted',
  swap: 'swapped',
  take: 'took',
  tell: 'told',
  transfer: 'transferred',
  trim: 'trimmed',
  undo: 'undid',
  unplug: 'unplugged',
  plug: 'plugged',
  unbind: 'unbound',
  unmap: 'unmapped',
  unzip: 'unzipped',
  write: 'wrote',
  zip: 'zipped',
};

/** Words that are a verb only with the particle after them: "Back up the mailbox", not "Back office". */
const WITH_PARTICLE: Readonly<Record<string, { readonly past: string; readonly next: RegExp }>> = {
  back: { past: 'backed', next: /^up\b/i },
  power: { past: 'powered', next: /^(?:on|off|up|down)\b/i },
};

const PAST: ReadonlyMap<string, string> = new Map([
  ...REGULAR.map((verb): [string, string] => [verb, regularPast(verb)]),
  ...Object.entries(IRREGULAR),
]);

const PAST_FORMS: ReadonlySet<string> = new Set(PAST.values());

/** Verbs of the table that are as often nouns or adjectives: "the cache and update files". */
const ALSO_NOUNS: ReadonlySet<string> = new Set(
  'boot build change check clean clear clone close copy cut download drop empty export find fix flash format free import increase install issue join kill launch limit link load lock log map mount move open order patch pause plan point print purge release reload repair repeat request reset restart restore retry roll run scan schedule set share sign split start stop swap switch sync test transfer trim turn update upgrade upload use'.split(
    ' ',
  ),
);

/** Before one of these a word that could be a noun is a verb. */
const OBJECT_FOLLOWS =
  /^(?:the|an?|its?|it|them|all|both|each|every|this|that|these|those|their|his|her|any|another|again|back|on|off|out|in|up|down|to)\b/i;

/** Before one of these an unknown word is most likely a verb that the table lacks. */
const ARTICLE_FOLLOWS = /^(?:the|an?|its?|them|all|both|each|every|any)\b/i;

/** Words that begin a thing, so that none of them is a verb: "the printer and all its drivers". */
const DETERMINERS: ReadonlySet<string> = new Set([
  'all',
  'both',
  'of',
  'to',
  'for',
  'with',
  'from',
  'in',
  'on',
  'at',
]);

/** Between the parts of "X and Y", "X, then Y", "X, Y and Z". */
const JOINT = /(,? and then |,? and |,? then |, )/i;

/** An adverb or none, one word, and what follows it. */
const PART = /^(\w+ly )?([a-z]+(?:-[a-z]+)?)(?: (.*))?$/i;

/**
 * The title of a fix in the past tense: "Clear the cache and restart Outlook" becomes "Cleared the
 * cache and restarted Outlook". Works by a closed table of verbs, and answers null where the first
 * word is not in it or a later word may or may not be a verb: the technician then words it.
 */
export function pastTense(title: string): string | null {
  const [first = '', ...rest] = singleLine(title).split(JOINT);
  let past = pastOf(first, true);
  for (let place = 0; past !== null && place < rest.length; place += 2) {
    const part = rest[place + 1] ?? '';
    const words = pastOf(part, false);
    past = words === null ? null : past + (rest[place] ?? '') + words;
  }
  return past;
}

/** One part of a title; null where it is not clear what its first word is. */
function pastOf(part: string, leading: boolean): string | null {
  const [, adverb = '', word = '', rest = ''] = PART.exec(part) ?? [];
  const verb = word.toLowerCase();
  const particle = WITH_PARTICLE[verb];
  const past = particle?.next.test(rest) ? particle.past : PAST.get(verb);
  if (past === undefined) {
    if (leading) return PAST_FORMS.has(verb) ? part : null;
    return word !== '' && ARTICLE_FOLLOWS.test(rest) && !DETERMINERS.has(verb) ? null : part;
  }
  const object = rest === '' ? '' : ` ${rest}`;
  if (!leading && ALSO_NOUNS.has(verb) && rest !== '' && !OBJECT_FOLLOWS.test(rest)) return null;
  return `${adverb}${word[0] === verb[0] ? past : capitalized(past)}${object}`;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
