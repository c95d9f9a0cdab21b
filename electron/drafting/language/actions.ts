import { LRUCache } from 'lru-cache';
import { type Clause, clausesOf } from './clauses.ts';
import { conceptOf, stemOf, wordsOf } from './stems.ts';

/** `look` changes nothing, `change` does, `contact` is a word with somebody. */
export type ActionKind = 'look' | 'change' | 'contact';

/** That somebody did something, as a clause of a note tells it. */
export interface ActionClaim {
  readonly kind: ActionKind;
  readonly clause: Clause;
  /** The word as it stands, in small letters. */
  readonly verb: string;
  /** Concepts of the words that may stand for the same action. */
  readonly alike: ReadonlySet<string>;
  /** A word that fits many actions: "set up", "made". */
  readonly common: boolean;
  /** Opens its line, as the name of a step does. */
  readonly opens: boolean;
  /** What it was done to, as concepts; words that fit every action are left out. */
  readonly object: ReadonlySet<string>;
}

const LOOK =
  'check verify test examine inspect review measure monitor ping trace scan compare audit analyse analyze investigate validate probe diagnose run execute perform conduct';
/** Each line holds actions that one person calls this and the next one that. */
const CHANGE = `restart reboot start cycle
replace swap exchange renew change new
clear remove delete wipe empty purge flush clean uninstall free prune move drop cut
reset change set configure adjust edit correct modify lower raise increase decrease reduce extend rename shorten tune assign limit grow fix
update upgrade patch install reinstall deploy roll push
disable deactivate turn switch stop block isolate unplug disconnect close kill terminate end quarantine revoke sign mute silence
enable activate turn switch allow unblock connect plug reconnect start open unlock resume
move migrate transfer relocate copy archive reroute redirect back backup clone image save
rebuild recreate create repair restore add register enrol enroll rejoin join renew reset make grant set
clean tighten reseat rewire recable relabel`;
const CONTACT = 'call contact phone inform notify email e-mail ring advise instruct ask tell brief';

const LOOKS = new Set(LOOK.split(' ').map(stemOf));
const CONTACTS = new Set(CONTACT.split(' ').map(stemOf));
const CHANGES = new Map<string, Set<string>>();
for (const line of CHANGE.split('\n')) {
  const verbs = line.split(' ');
  for (const verb of verbs) {
    const alike = CHANGES.get(stemOf(verb)) ?? new Set<string>();
    for (const other of verbs) alike.add(conceptOf(other) ?? stemOf(other));
    CHANGES.set(stemOf(verb), alike);
  }
}
/** What a record of a conversation calls it. */
const TALK = new Set(
  'call contact phone inform notify mail ring advise instruct ask tell talk speak request answer reply write agree send brief told said'
    .split(' ')
    .map((word) => conceptOf(word) ?? stemOf(word)),
);

/** Not verbs in the places where they mostly stand. */
const TOO_COMMON = new Set(
  [
    'new',
    'end',
    'make',
    'grow',
    'fix',
    'open',
    'close',
    'sign',
    'cut',
    'drop',
    'turn',
    'start',
    'stop',
    'limit',
    'set',
    'ask',
    'tell',
    'change',
    'free',
    'clean',
    'empty',
    'block',
    'push',
    'cycle',
    'roll',
    'brief',
  ].map(stemOf),
);
/** Past forms that do not end in -ed. */
const PAST = new Set('reset swapped rebuilt told rang ran set cut made grew'.split(' '));
const DETERMINER =
  /^(?:the|an?|this|that|these|those|his|her|its|our|their|your|no|all|any|each|every|old|new|one|two|three|four|five|first|last|next|recently|newly|of|by|for|\d+)$/;
const NEGATING = /^(?:not|never|nothing|nobody|none|no|neither|nor)$|n't$/;
const EMPTY_OBJECTS = new Set(
  'name data place safe way script second third first full quick computer server device machine system setting service problem issue work result time connection office site everything thing help part note user minute hour day morning today step effect change find error success successfully follow detail side order remote proper full whole complete'
    .split(' ')
    .map((word) => conceptOf(word) ?? stemOf(word)),
);
const UNREAL =
  /\b(?:if|should|shall|must|can|could|would|will|may|might|to be|not yet|needs?|please|unless|until|once|want\w*|planned?|plans?|ask(?:s|ed)? (?:us )?to|waits?|due to be|has to|have to|is to|are to|before)\b/i;

const known = new LRUCache<string, readonly ActionClaim[]>({ max: 2_000 });

/** What a text says was done. Negated, planned and conditional actions are left out. */
export function findActions(text: string): readonly ActionClaim[] {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const claims = clausesOf(text).flatMap((clause, index) => {
    if (UNREAL.test(clause.text)) return [];
    const claim = actionOf(clause, index === 0);
    return claim === null ? [] : [claim];
  });
  known.set(text, claims);
  return claims;
}

function actionOf(clause: Clause, opensLine: boolean): ActionClaim | null {
  const words = wordsOf(clause.text);
  for (const [at, word] of words.entries()) {
    const stem = stemOf(word);
    const kind = kindOf(stem);
    if (kind === null) continue;
    const past = PAST.has(word) || (word.endsWith('ed') && stem !== word);
    const asTitle = opensLine && at === 0 && !(past && TOO_COMMON.has(stem));
    if (!past && !asTitle) continue;
    if (
      !asTitle &&
      TOO_COMMON.has(stem) &&
      !/^(?:we|i|and|then|also|was|were|been)$/.test(words[at - 1] ?? '')
    )
      continue;
    if (DETERMINER.test(words[at - 1] ?? '')) continue;
    if (words.slice(0, at).some((one) => NEGATING.test(one))) return null;
    const concept = conceptOf(word) ?? stem;
    const object = new Set(
      [...clause.concepts].filter((one) => one !== concept && !EMPTY_OBJECTS.has(one)),
    );
    return {
      kind,
      clause,
      verb: word,
      opens: asTitle,
      common: TOO_COMMON.has(stem),
      alike: alikeOf(kind, stem),
      object,
    };
  }
  return null;
}

function kindOf(stem: string): ActionKind | null {
  if (LOOKS.has(stem)) return 'look';
  if (CONTACTS.has(stem)) return 'contact';
  return CHANGES.has(stem) ? 'change' : null;
}

function alikeOf(kind: ActionKind, stem: string): ReadonlySet<string> {
  if (kind === 'contact') return TALK;
  return CHANGES.get(stem) ?? LOOKS;
}
