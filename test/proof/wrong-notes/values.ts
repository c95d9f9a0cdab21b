import type { NoteSentence } from '../../../electron/drafting/index.ts';
import {
  changedSentences,
  type Gold,
  sentencesOf,
  type WrongClass,
  type WrongNote,
  withSentences,
} from '../gold.ts';

/** The words of a text with their places, cut at white space; the sign at a word's end is not part of it. */
function words(text: string): { readonly word: string; readonly at: number }[] {
  const found: { word: string; at: number }[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    let to = at;
    while (to < text.length && !/\s/.test(text.charAt(to))) to += 1;
    const word = text.slice(at, to).replace(/^[("“‘«]+|[)"”’».,;:!?]+$/g, '');
    if (word !== '') found.push({ word, at: text.indexOf(word, at) });
    at = to;
  }
  return found;
}

/** One note for each word that `change` makes another one of. */
function changedWords(gold: Gold, change: (word: string) => string | null): WrongNote[] {
  return sentencesOf(gold.document).flatMap((place) => {
    const { text } = place.sentence;
    return words(text).flatMap(({ word, at }) => {
      const other = change(word);
      if (other === null || other === word) return [];
      const changed = `${text.slice(0, at)}${other}${text.slice(at + word.length)}`;
      return [
        {
          what: `${word} → ${other} in: ${text}`,
          document: withSentences(gold.document, place, [{ ...place.sentence, text: changed }]),
        },
      ];
    });
  });
}

const isCount = (word: string) => /^\d[\d,.]*\d$|^\d+$/.test(word) && !/\d\.\d+\.\d/.test(word);

/** The same number with one digit raised by three. */
function otherDigit(word: string, at: number): string {
  const digit = Number(word.charAt(at));
  const raised = (digit + 3) % 10;
  return `${word.slice(0, at)}${at === 0 && raised === 0 ? 4 : raised}${word.slice(at + 1)}`;
}

const digitsChanged: WrongClass = {
  name: 'a number with another digit',
  seen_by: 'program',
  make: (gold) =>
    changedWords(gold, (word) => (isCount(word) ? otherDigit(word, word.length - 1) : null)),
};

const SPELLED = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const spelledNumbersChanged: WrongClass = {
  name: 'a number in words changed',
  seen_by: 'reader',
  make: (gold) =>
    changedWords(gold, (word) => {
      const at = SPELLED.indexOf(word.toLowerCase());
      if (at < 1) return null;
      const other = SPELLED[(at + 3) % SPELLED.length] ?? 'two';
      return /^[A-Z]/.test(word) ? `${other.charAt(0).toUpperCase()}${other.slice(1)}` : other;
    }),
};

const OTHER_UNIT: Readonly<Record<string, string>> = {
  GB: 'MB',
  MB: 'GB',
  TB: 'GB',
  KB: 'MB',
  minutes: 'hours',
  minute: 'hour',
  hours: 'minutes',
  hour: 'day',
  days: 'weeks',
  weeks: 'days',
  seconds: 'minutes',
  Mbit: 'Gbit',
  ms: 's',
  am: 'pm',
  pm: 'am',
  '%': '°C',
};

const unitsChanged: WrongClass = {
  name: 'a unit changed',
  seen_by: 'program',
  make: (gold) =>
    changedSentences(gold, (text) => {
      const parts = /(\d[\d,.]*)(\s?)([A-Za-z%]+)/g;
      let done = false;
      return text.replace(parts, (whole, count: string, gap: string, unit: string) => {
        const other = OTHER_UNIT[unit];
        if (done || other === undefined) return whole;
        done = true;
        return `${count}${gap}${other}`;
      });
    }),
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function nextOf(list: readonly string[], word: string): string | null {
  const at = list.indexOf(word);
  return at < 0 ? null : (list[(at + 2) % list.length] ?? null);
}

const datesChanged: WrongClass = {
  name: 'a date or weekday changed',
  seen_by: 'program',
  make: (gold) => changedWords(gold, (word) => nextOf(DAYS, word) ?? nextOf(MONTHS, word)),
};

const timesChanged: WrongClass = {
  name: 'a time changed',
  seen_by: 'program',
  make: (gold) =>
    changedWords(gold, (word) =>
      /^\d{1,2}:\d\d$/.test(word) ? otherDigit(word, word.length - 2) : null,
    ),
};

const addressesChanged: WrongClass = {
  name: 'an address or version changed',
  seen_by: 'program',
  make: (gold) =>
    changedWords(gold, (word) =>
      /^\d+(?:\.\d+){2,}$/.test(word) ? otherDigit(word, word.length - 1) : null,
    ),
};

const codesChanged: WrongClass = {
  name: 'a code, host or model name with another digit',
  seen_by: 'program',
  make: (gold) =>
    changedWords(gold, (word) =>
      /^[A-Za-z][\w-]*\d[\w-]*$/.test(word) && /[A-Z]/.test(word)
        ? otherDigit(word, word.search(/\d(?=\D*$)/))
        : null,
    ),
};

const pathsChanged: WrongClass = {
  name: 'a path changed',
  seen_by: 'program',
  make: (gold) =>
    changedWords(gold, (word) => (/[A-Za-z]:\\|^\\\\|^\/\w+\//.test(word) ? `${word}2` : null)),
};

const namesSwapped: WrongClass = {
  name: 'a host of the session replaced by another one of it',
  seen_by: 'program',
  make(gold) {
    const hosts = [...new Set(allWords(gold).filter((word) => /^[A-Z]{2,}[\w-]*-\w+$/.test(word)))];
    return changedWords(gold, (word) => {
      const at = hosts.indexOf(word);
      return at < 0 || hosts.length < 2 ? null : (hosts[(at + 1) % hosts.length] ?? null);
    });
  },
};

/** All words that the session has, in the order of its rows. */
function allWords({ bundle }: Gold): string[] {
  return [
    bundle.title,
    bundle.intake,
    ...bundle.facts.map(({ text }) => text),
    ...bundle.fixes_tried.map(({ title, outcome_note }) => `${title} ${outcome_note ?? ''}`),
  ].flatMap((text) => words(text).map(({ word }) => word));
}

const personsSwapped: WrongClass = {
  name: 'a person replaced by another one of the session',
  seen_by: 'program',
  make(gold) {
    const pairs = new Set<string>();
    const texts = [gold.bundle.intake, ...gold.bundle.facts.map(({ text }) => text)];
    for (const text of texts) {
      for (const [, first = '', last = ''] of text.matchAll(
        /\b([A-Z][a-z]+) ([A-Z][a-z]{3,})\b/g,
      )) {
        pairs.add(first);
        pairs.add(last);
      }
    }
    const persons = [...pairs].filter((name) => !DAYS.includes(name) && !MONTHS.includes(name));
    return changedWords(gold, (word) => {
      const bare = word.replace(/['’]s$/, '');
      const at = persons.indexOf(bare);
      if (at < 0 || persons.length < 3) return null;
      return word.replace(bare, persons[(at + 2) % persons.length] ?? bare);
    });
  },
};

const quotesChanged: WrongClass = {
  name: 'a quotation changed',
  seen_by: 'program',
  make: (gold) =>
    changedSentences(gold, (text) => {
      const quote = /(["“])([^"”]{6,})(["”])/.exec(text);
      const said = quote?.[2];
      if (quote === null || said === undefined) return null;
      return text.replace(said, `${said.split(' ').slice(0, -1).join(' ')} again`);
    }),
};

const piecesRecombined: WrongClass = {
  name: 'a value taken from another row',
  seen_by: 'program',
  make(gold) {
    const places = sentencesOf(gold.document);
    const numbers = places.map(({ sentence }) =>
      words(sentence.text)
        .map(({ word }) => word)
        .filter((word) => /\d/.test(word)),
    );
    return places.flatMap((place, index): WrongNote[] => {
      const own = numbers[index]?.[0];
      const foreign = numbers
        .filter((_, other) => !sharesRow(places[other]?.sentence, place.sentence))
        .flat()
        .find((word) => own !== undefined && word !== own && !place.sentence.text.includes(word));
      if (own === undefined || foreign === undefined) return [];
      const text = place.sentence.text.replace(own, foreign);
      return [
        {
          what: `${place.sentence.text} → ${text}`,
          document: withSentences(gold.document, place, [{ ...place.sentence, text }]),
        },
      ];
    });
  },
};

function sharesRow(one: NoteSentence | undefined, other: NoteSentence): boolean {
  return one?.evidence_ids.some((id) => other.evidence_ids.includes(id)) ?? false;
}

const evidenceBroken: WrongClass = {
  name: 'a sentence without rows, or with rows that do not exist',
  seen_by: 'program',
  make: ({ document }) =>
    sentencesOf(document).flatMap((place) =>
      [[], ['fact:9999']].map((evidence_ids) => ({
        what: `${evidence_ids.join() || 'no rows'}: ${place.sentence.text}`,
        document: withSentences(document, place, [{ ...place.sentence, evidence_ids }]),
      })),
    ),
};

/** Mistakes in what can be compared: values, names and rows. */
export const WRONG_VALUES: readonly WrongClass[] = [
  digitsChanged,
  spelledNumbersChanged,
  unitsChanged,
  datesChanged,
  timesChanged,
  addressesChanged,
  codesChanged,
  pathsChanged,
  namesSwapped,
  personsSwapped,
  quotesChanged,
  piecesRecombined,
  evidenceBroken,
];
