/**
 * The past tense of what a technician writes in the imperative, by a closed table of verbs. English
 * only. What the table does not know is not turned: the caller has words for that.
 */

/** Verbs with a regular past. */
const REGULAR =
  'activate add adjust advise agree align allow analyze answer apply approve archive ask assign attach authorize block ' +
  'bypass calibrate call cancel capture check clean clear close collect compact compare complete configure confirm ' +
  'connect contact convert copy correct count create deactivate decommission defragment delete demote deploy detach disable ' +
  'disconnect document downgrade download drain eject elevate empty enable enforce enroll enter erase escalate examine exclude ' +
  'exempt expand explain export extend extract finish fix flush force free grant guide help import include increase ' +
  'gather initialize insert inspect install investigate invite isolate issue join kill label launch license limit link list load ' +
  'lock look lower measure merge migrate monitor mount move mute note notify open order pair password patch pause perform ping point ' +
  'power prevent print promote provision prune publish pull purge push quarantine query raise reactivate reapply reauthorize ' +
  'reboot recalibrate reconfigure reconnect record recover recreate redeploy redirect reduce reenter refresh register ' +
  'reimage reinstall reissue rejoin relabel relaunch release reload relocate remount remove rename renew reopen repair ' +
  'repartition replace replicate repoint report reprovision request reroute rescan reseat reserve resize resolve ' +
  'restart restore resume retire retrain retrieve retry return revert review revoke roll rotate route save schedule scope search secure ' +
  'seize separate shorten sign silence start store subscribe survey suspend switch sync synchronize test tidy tighten trace ' +
  'train transfer trust tune turn unassign unblock uninstall unjoin unlink unlock unmount unmute unpair unregister ' +
  'unshare untick update upgrade upload use validate verify wait walk warn watch whitelist widen wipe';

/** Verbs that double their last letter. */
const DOUBLING =
  'cap drop fit format:formatted log map pin plug remap scan ship stop swap tag trim unmap unpin unplug';

/** Verbs with a past of their own. */
const IRREGULAR =
  'bind:bound bring:brought build:built buy:bought change:changed choose:chose cut:cut do:did draw:drew ' +
  'feed:fed find:found get:got give:gave go:went have:had hide:hid hold:held keep:kept lay:laid leave:left lend:lent ' +
  'let:let make:made put:put read:read rebuild:rebuilt redo:redid rerun:reran resend:resent reset:reset ' +
  'rewrite:rewrote run:ran see:saw send:sent set:set show:showed shut:shut spin:spun split:split take:took teach:taught ' +
  'tell:told unbind:unbound undo:undid write:wrote back:backed cycle:cycled';

/** Verbs of the table that are nouns or adjectives as often: after "and" they need an object of their own. */
const NOT_ONLY_VERBS = new Set(
  (
    'back call change check clean clear complete copy correct count cycle document download empty free ' +
    'guide help issue label license limit link list load lock log look lower map measure monitor note ' +
    'open order pair password patch ping plug point power print prune purge quarantine query record ' +
    'release report request reset return review roll route run scan schedule scope search secure separate ' +
    'ship sign split start stop store survey swap switch sync tag test trace train transfer trim trust ' +
    'tune update upgrade upload use wait watch'
  ).split(' '),
);

/** What follows a verb, and no noun that "and" joins to another. */
const OBJECT =
  /^(?:the|an?|his|her|its|their|our|all|both|each|every|this|that|these|those|it|them|him|any|one|two|off|on|up|in|out|back|down|over|again|for|with|\S*[A-Z\d].*)$/;
/** After these, a verb belongs to somebody else: `Ask him to close and reopen it`. */
const SUBORDINATE = /^(?:that|which|who|if|when|while|because|so|until|unless|whether|where)$/;
const LOOSE_PUNCTUATION = /[,;]$/;

const PAST = new Map<string, string>([
  ...REGULAR.split(' ').map((verb) => [verb, regularPast(verb)] as const),
  ...DOUBLING.split(' ').map((entry) => withPast(entry, (verb) => `${verb}${verb.at(-1)}ed`)),
  ...IRREGULAR.split(' ').map((entry) => withPast(entry, regularPast)),
]);
/** Adjectives and nouns at the start of a text as often as what somebody did. */
const NOT_ONLY_PAST = ['left', 'saw', 'used', 'cut', 'found'];
const PAST_FORMS = new Set([...PAST.values()].filter((form) => !NOT_ONLY_PAST.includes(form)));

function withPast(entry: string, otherwise: (verb: string) => string): readonly [string, string] {
  const [verb = '', past = otherwise(verb)] = entry.split(':');
  return [verb, past];
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

/** Of `re-register` and `force-close` the last part is the verb. */
function pastOf(word: string): string | null {
  const [verb = '', mark = ''] = word.toLowerCase().split(/(?=[,;]$)/);
  const at = verb.lastIndexOf('-') + 1;
  const past = PAST.get(verb.slice(at));
  return past === undefined ? null : `${verb.slice(0, at)}${past}${mark}`;
}

/**
 * `Clear the cache and restart it` → `cleared the cache and restarted it`, each verb alike. Null where
 * the first verb is not in the table, or where a later word may be a verb or not: then nothing is guessed.
 */
export function pastTense(imperative: string): string | null {
  const words = imperative.split(' ');
  const first = isAdverb(words[0] ?? '') ? 1 : 0;
  const past = pastOf(words[first] ?? '');
  if (past === null) return null;
  const turned = [...words.slice(0, first).map((word) => word.toLowerCase()), past];
  let isSubordinate = false;
  for (let index = first + 1; index < words.length; index += 1) {
    const [before = '', word = '', next = ''] = words.slice(index - 1, index + 2);
    if (SUBORDINATE.test(word) || (word === 'to' && pastOf(next) !== null)) isSubordinate = true;
    const mayBeVerb =
      word !== 'then' && (/^(?:and|then)$/.test(before) || LOOSE_PUNCTUATION.test(before));
    if (!mayBeVerb) {
      turned.push(word);
      continue;
    }
    const verb = word.toLowerCase().replace(LOOSE_PUNCTUATION, '');
    const later = pastOf(word);
    const follows = next.replace(LOOSE_PUNCTUATION, '');
    if (later === null) {
      // A word outside the table before an object is a verb that would keep its form.
      if (/^[a-z]+$/.test(word) && /^(?:the|an?|it|them)$/.test(follows) && !OBJECT.test(word))
        return null;
      turned.push(word);
      continue;
    }
    const isVerb =
      !NOT_ONLY_VERBS.has(verb) ||
      OBJECT.test(follows) ||
      (before === 'and' && index === first + 2);
    if (isSubordinate || !isVerb) return null;
    turned.push(later);
  }
  return turned.join(' ');
}

/** Whether a text begins with a verb of the table in the past: `Cleared the cache`. */
export function beginsInPast(text: string): boolean {
  const [word = '', second = ''] = text.toLowerCase().split(' ', 2);
  return isPast(word) || (isAdverb(word) && isPast(second));
}

function isAdverb(word: string): boolean {
  return word.endsWith('ly') && pastOf(word) === null;
}

function isPast(word: string): boolean {
  return PAST_FORMS.has(word.slice(word.lastIndexOf('-') + 1));
}
