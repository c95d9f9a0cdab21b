import { LRUCache } from 'lru-cache';

const TOKEN = /[\p{L}\p{N}]+(?:['’._:/\\-][\p{L}\p{N}]+)*/gu;

/** Words that say nothing about the matter: articles, pronouns, auxiliaries, reporting verbs, negators. */
const STOP = new Set(
  `a an the this that these those it its itself he she they them him his her their we us our i me my you your who whom which what
  whose where why how and or but nor so if then else than as at by for from in into of off on onto out over per to toward until up
  down upon via with within about after again against before between during since through while when once here there now also too
  very more most much many some any all each every both few such only own same just even still already yet ever
  is are was were be been being am has have had having do does did done doing can could may might must shall should will would get
  gets got let make makes made take takes took keep keeps kept go goes went gone come comes came
  not no never none nothing nobody neither cannot without unable n't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't
  hadn't can't couldn't won't wouldn't shouldn't
  user users customer customers client clients caller say says said saying report reports reported reporting state states stated
  tell tells told confirm confirms confirmed mention mentions mentioned describe describes described note notes noted according
  e.g i.e etc vs`.split(/\s+/),
);

const IRREGULAR = new Map(
  `ran run|held hold|lost lose|sent send|froze freeze|frozen freeze|broke break|broken break|found find|began begin|begun begin
  saw see|seen see|gave give|given give|wrote write|written write|built build|rebuilt rebuild|left leave|met meet|grew grow|grown grow
  fell fall|fallen fall|stood stand|understood understand|threw throw|thrown throw|knew know|known know|shown show|drawn draw
  brought bring|bought buy|thought think|caught catch|chose choose|chosen choose|spoke speak|spoken speak|rang ring|hung hang
  stuck stick|slept sleep|felt feel|meant mean|heard hear|paid pay|woke wake|worn wear|driven drive|drove drive|people person
  children child|men man|women woman|tried try|tries try|dying die|signed sign|logon login|logged login|logging login|log-in login
  log-on login|logins login|logons login|emails mail|email mail|e-mail mail|e-mails mail|mails mail|pcs computer|pc computer
  using use|used use|uses use|freed free|agreed agree|lies lie|tied tie|wi-fi wifi|wlan wifi
  two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|twice 2|e-mailed mail|dns dns|dhcp dhcp`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' '))
    .map(([form = '', base = '']) => [form, base]),
);

/** Words that stand for each other in a technician's and a customer's mouth; the first of each names them all. */
const SYNONYMS = new Map(
  `computer workstation laptop desktop machine notebook
  prompt ask request
  connection tunnel link
  restart reboot
  replace swap exchange new
  delete remove clear wipe empty purge flush clean erase discard
  install reinstall deploy
  update upgrade patch
  disable deactivate
  enable activate
  sign login authenticate
  browser webmail web
  phone mobile smartphone
  drop disconnect
  crash vanish
  error fault failure
  wireless wifi
  mailbox postbox
  move migrate migration transfer relocate
  program application app software firmware
  rebuild recreate
  permission right access
  network lan
  sync synchronise synchronize synchronisation
  archive store
  show list display
  slow slowly sluggish
  file document`
    .split('\n')
    .flatMap((group) => {
      const [name = '', ...others] = group.trim().split(' ').map(suffixless);
      return others.map((other) => [other, name] as const);
    }),
);

const known = new LRUCache<string, ReadonlySet<string>>({ max: 4_000 });
const knownStems = new LRUCache<string, string>({ max: 4_000 });

/**
 * What a text is about: the stems of its telling words, one for words that mean the same. Good enough
 * to see whether two sentences speak of the same thing, not to show to anybody.
 */
export function conceptsOf(text: string): ReadonlySet<string> {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const concepts = new Set<string>();
  for (const word of wordsOf(text)) {
    const concept = conceptOf(word);
    if (concept !== null) concepts.add(concept);
  }
  known.set(text, concepts);
  return concepts;
}

/** The words and numbers of a text in small letters; a compound of letters alone is cut into its parts. */
export function wordsOf(text: string): string[] {
  const tokens = text.toLowerCase().replaceAll('’', "'").match(TOKEN) ?? [];
  return tokens.flatMap((token) => {
    if (!token.includes('-') || IRREGULAR.has(token) || SYNONYMS.has(token)) return token;
    const parts = token.split('-');
    return parts.every((part) => /^\p{L}+$/u.test(part)) ? parts : token;
  });
}

/** The concept that a word (in small letters) stands for; null for a word that tells nothing. */
export function conceptOf(word: string): string | null {
  if (STOP.has(word) || (word.length < 2 && !/\d/.test(word))) return null;
  const stem = stemOf(word);
  return SYNONYMS.get(stem) ?? stem;
}

/** How much of one set the other holds, from 0 to 1; 0 where the first is empty. */
export function shareOf(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : sharedCount(wanted, held) / wanted.size;
}

/** How many members two sets share. */
export function sharedCount(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const member of one) if (other.has(member)) shared += 1;
  return shared;
}

/** A word without its ending; the same for all forms of most words. */
export function stemOf(word: string): string {
  const cached = knownStems.get(word);
  if (cached !== undefined) return cached;
  const stem = suffixless(IRREGULAR.get(word) ?? word);
  knownStems.set(word, stem);
  return stem;
}

function suffixless(word: string): string {
  if (/\d/.test(word) || /[._:/\\]/.test(word)) return word;
  let stem = word.replace(/'s?$/, '');
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|zz)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && /[^suia]s$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 4 && /(?:ing|ed)$/.test(stem)) {
    const cut = stem.replace(/(?:ing|ed)$/, '');
    if (cut.length > 2 && /[aeiouy]/.test(cut)) stem = cut;
  }
  if (stem.length > 8 && /[^aeiou]ation$/.test(stem)) stem = stem.slice(0, -5);
  else if (stem.length > 6 && /[ts]ion$/.test(stem)) stem = stem.slice(0, -3);
  else if (stem.length > 6 && /(?:ment|ness)$/.test(stem)) stem = stem.slice(0, -4);
  else if (stem.length > 5 && stem.endsWith('er')) stem = stem.slice(0, -2);
  else if (stem.length > 4 && stem.endsWith('ly')) stem = stem.slice(0, -2);
  stem = stem.replace(/(?:e|y|i)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return stem.length > 8 ? stem.slice(0, 8) : stem;
}
