import { singleLine } from '../text.ts';

/** Verbs that take -ed, -d after an e, and -ied for a y after a consonant. */
const REGULAR =
  'activate add adjust advise agree align allow analyze answer apply approve archive ask assign ' +
  'attach authorize block boot bypass calibrate call cancel capture change check clean clear clone ' +
  'close collect compact compare complete compress configure confirm connect contact convert copy ' +
  'correct create deactivate decommission decrease defragment delete demote deploy detach disable ' +
  'disconnect dismount document downgrade download drain eject elevate empty enable end enforce ' +
  'enroll enter erase escalate exclude exempt expand explain export extend extract finish fix flash ' +
  'flush force format free grant guide help import include increase inform initialize insert inspect ' +
  'install instruct invite investigate isolate issue join kill label launch license limit link load ' +
  'lock lower merge migrate monitor mount move mute notify open order pair patch pause perform ' +
  'point prevent print promote protect provision prune publish pull purge push quarantine raise ' +
  'reactivate reapply reassign reattach reauthorize reboot recalibrate reconfigure reconnect record ' +
  'recover recreate redeploy redirect reduce reenable reenroll reenter refresh register reimage ' +
  'reinstall reissue rejoin relabel relaunch release reload relocate remount remove rename renew ' +
  'reopen reorder repair repartition repeat replace replicate repoint report reprovision request ' +
  'reroute rescan reschedule reseat reserve resize resolve restart restore restrict resume retire ' +
  'retrain retry return revert review revoke roll rotate route save schedule scope secure seize ' +
  'separate share shorten sign silence start store subscribe suspend switch sync synchronize ' +
  'terminate test tidy tighten trace train trust tune turn unassign unblock unenroll uninstall unjoin ' +
  'unlink unlock unmount unmute unpair unregister unshare untick update upgrade upload use validate ' +
  'verify wait walk warn widen wipe';

/** Verbs that double their last letter. */
const DOUBLING =
  'cap debug defrag drop fit log map pin plan plug remap scan ship stop strip submit swap tag ' +
  'transfer trim unmap unpin unplug unzip:unzipped zip';

/** Verbs with a past of their own. */
const IRREGULAR =
  'begin:began bind:bound bring:brought build:built buy:bought choose:chose cut:cut do:did draw:drew ' +
  'feed:fed find:found format:formatted get:got give:gave go:went have:had hide:hid hold:held ' +
  'keep:kept lay:laid leave:left lend:lent let:let make:made put:put read:read rebind:rebound ' +
  'rebuild:rebuilt redo:redid rerun:reran resend:resent reset:reset rewrite:rewrote run:ran see:saw ' +
  'send:sent set:set show:showed shut:shut spin:spun split:split take:took teach:taught tell:told ' +
  'unbind:unbound undo:undid write:wrote';

/** Words that are a verb only with the particle after them: "Back up the mailbox", not "Back office". */
const WITH_PARTICLE: Readonly<Record<string, { readonly past: string; readonly next: RegExp }>> = {
  back: { past: 'backed', next: /^up\b/i },
  power: { past: 'powered', next: /^(?:on|off|up|down)\b/i },
};

const PAST: ReadonlyMap<string, string> = new Map([
  ...REGULAR.split(' ').map((verb): [string, string] => [verb, regularPast(verb)]),
  ...DOUBLING.split(' ').map((entry) => withPast(entry, (verb) => `${verb}${verb.at(-1)}ed`)),
  ...IRREGULAR.split(' ').map((entry) => withPast(entry, regularPast)),
]);

/** Past forms that begin a title as an adjective or a noun too: "Left port of the switch". */
const NOT_ONLY_PAST = ['left', 'saw', 'used', 'found', 'bound', 'cut'];
const PAST_FORMS: ReadonlySet<string> = new Set(
  [...PAST.values()].filter((form) => !NOT_ONLY_PAST.includes(form)),
);

/** Verbs of the table that are as often nouns or adjectives: "the cache and update files". */
const NOT_ONLY_VERBS: ReadonlySet<string> = new Set(
  (
    'answer block boot build call cap change check clean clear clone close complete copy correct cut ' +
    'document download drain drop empty end exempt export find fit fix flash force format free guide ' +
    'help import increase install issue join kill label launch license limit link load lock log lower ' +
    'map monitor mount move mute open order pair patch pause pin plan plug point print prune pull ' +
    'purge push quarantine read record release reload repair repeat report request reset restart ' +
    'restore retry return review roll route run scan schedule scope secure separate set share ship ' +
    'show sign spin split start stop store swap switch sync tag test tidy trace train transfer trim ' +
    'trust tune turn update upgrade upload use wait walk zip'
  ).split(' '),
);

/** Before one of these a word that could be a noun is a verb. */
const OBJECT_FOLLOWS =
  /^(?:the|an?|its?|them|him|her|all|both|each|every|this|that|these|those|their|his|our|any|another|one|two|again|back|on|off|out|over|in|up|down|to|for|with|\S*[A-Z\d]\S*)(?:\s|$)/;

/** Before one of these an unknown word is most likely a verb that the table lacks. */
const ARTICLE_FOLLOWS = /^(?:the|an?|its?|them|all|both|each|every|any)\b/;

/** Words that begin a thing or a phrase, so that none of them is a verb. */
const NO_VERBS: ReadonlySet<string> = new Set(
  'all at both for from in of on to with without'.split(' '),
);

/** After one of these a later verb is somebody else's: "Ask him to close and reopen it". */
const SUBORDINATE = /\b(?:that|which|who|if|when|while|because|so|until|unless|whether|where)\b/i;

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
    // Whose verb a later one is cannot be seen after a clause.
    const isOpen = words !== part && hasClause([first, ...rest.slice(0, place)].join(''));
    past = words === null || isOpen ? null : past + (rest[place] ?? '') + words;
  }
  return past;
}

/** Whether a text begins with a verb of the table in the past: `Cleared the cache`. */
export function beginsInPast(text: string): boolean {
  const [, verb = ''] = /^(?:\w+ly )?(?:[a-z]+-)?([a-z]+)\b/i.exec(text) ?? [];
  return PAST_FORMS.has(verb.toLowerCase());
}

/** One part of a title; null where it is not clear what its first word is. */
function pastOf(part: string, leading: boolean): string | null {
  const [, adverb = '', word = '', rest = ''] = PART.exec(part) ?? [];
  const verb = word.toLowerCase();
  const particle = WITH_PARTICLE[verb];
  const past = particle?.next.test(rest) ? particle.past : pastOfVerb(verb);
  if (past === undefined) {
    if (leading) return PAST_FORMS.has(verb) ? part : null;
    return word !== '' && ARTICLE_FOLLOWS.test(rest) && !NO_VERBS.has(verb) ? null : part;
  }
  const object = rest === '' ? '' : ` ${rest}`;
  if (!leading && NOT_ONLY_VERBS.has(verb) && rest !== '' && !OBJECT_FOLLOWS.test(rest)) {
    return null;
  }
  return `${adverb}${word[0] === verb[0] ? past : capitalized(past)}${object}`;
}

/** Of `re-register` and `force-close` the last part is the verb. */
function pastOfVerb(verb: string): string | undefined {
  const at = verb.lastIndexOf('-') + 1;
  const past = PAST.get(verb.slice(at));
  return past === undefined ? undefined : `${verb.slice(0, at)}${past}`;
}

/** Whether a text has a clause of its own, or says what somebody is to do. */
function hasClause(text: string): boolean {
  if (SUBORDINATE.test(text)) return true;
  return [...text.matchAll(/\bto ([a-z]+)/g)].some(([, word = '']) => PAST.has(word));
}

function withPast(entry: string, otherwise: (verb: string) => string): [string, string] {
  const [verb = '', past = otherwise(verb)] = entry.split(':');
  return [verb, past];
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
