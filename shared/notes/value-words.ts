/** A unit of measure. Quantities of one family can be compared by their factor. */
export interface Unit {
  readonly family: string;
  /** How many of the family's base unit it is. */
  readonly factor: number;
}

/** Family, factor, and the spellings in the languages of notes, in small letters. */
const UNIT_TABLE: readonly (readonly [family: string, factor: number, names: string])[] = [
  ['data', 1, 'byte bytes octet octets'],
  ['data', 1024, 'kb kib ko kilobyte kilobytes'],
  ['data', 1024 ** 2, 'mb mib mo megabyte megabytes'],
  ['data', 1024 ** 3, 'gb gib go gigabyte gigabytes'],
  ['data', 1024 ** 4, 'tb tib to terabyte terabytes'],
  ['data rate', 1, 'kb/s'],
  ['data rate', 1_000, 'mb/s'],
  ['data rate', 1_000_000, 'gb/s'],
  ['bit rate', 1, 'kbps kbit kbit/s'],
  ['bit rate', 1_000, 'mbps mbit mbit/s'],
  ['bit rate', 1_000_000, 'gbps gbit gbit/s'],
  ['time', 0.001, 'ms millisecond milliseconds millisekunden'],
  ['time', 1, 's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos'],
  ['time', 60, 'min mins minute minutes minuten minuto minutos'],
  ['time', 3_600, 'h hr hrs hour hours std stunde stunden heure heures hora horas'],
  ['time', 86_400, 'day days tag tage tagen jour jours día días'],
  ['time', 604_800, 'week weeks woche wochen semaine semaines semana semanas'],
  ['months', 1, 'month months monat monate monaten mois mes meses'],
  ['months', 12, 'year years jahr jahre jahren an ans année années año años'],
  ['frequency', 1, 'hz'],
  ['frequency', 1_000, 'khz'],
  ['frequency', 1_000_000, 'mhz'],
  ['frequency', 1_000_000_000, 'ghz'],
  ['percent', 1, '% percent prozent pourcent'],
  ['length', 1, 'mm'],
  ['length', 10, 'cm'],
  ['length', 1_000, 'm meter meters metre metres'],
  ['length', 1_000_000, 'km'],
  ['temperature', 1, '°c °'],
  ['fahrenheit', 1, '°f'],
  ['power', 1, 'w watt watts'],
  ['power', 1_000, 'kw'],
  ['voltage', 1, 'v volt volts'],
  ['level', 1, 'db dbm'],
  ['euro', 1, '€ eur euro euros'],
  ['dollar', 1, '$ usd dollar dollars'],
  ['pound', 1, '£ gbp'],
  ['pixels', 1, 'px pixel pixels'],
  ['dpi', 1, 'dpi'],
  ['rpm', 1, 'rpm'],
];

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_TABLE.flatMap(([family, factor, names]) => {
    const unit = { family, factor };
    return names.split(' ').map((name) => [name, unit] as const);
  }),
);
// Spellings that are common words, too: only attached to a number do they mean a unit.
const WORDS_TOO = new Set(['to', 'go', 'mo', 'an', 'mes', 'v']);

/** The numbers that notes write in letters; words with a second meaning (neuf, once) are left out. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve',
    'null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    '- - deux trois quatre cinq - sept huit - dix onze douze',
    '- - dos tres cuatro cinco seis siete ocho nueve diez - doce',
  ].flatMap((words) =>
    words
      .split(' ')
      .map((word, value) => [word, value] as const)
      .filter(([word]) => word !== '-' && word !== 'null'),
  ),
);

/** 0 is Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'sunday monday tuesday wednesday thursday friday saturday',
    'sonntag montag dienstag mittwoch donnerstag freitag samstag',
    'dimanche lundi mardi mercredi jeudi vendredi samedi',
    'domingo lunes martes miércoles jueves viernes sábado',
  ].flatMap((words) => words.split(' ').map((word, day) => [word, day] as const)),
);

/** 1 is January. `isWordToo`: also an ordinary word, so a month only beside a day or a year. */
export const MONTHS: ReadonlyMap<string, { readonly month: number; readonly isWordToo: boolean }> =
  new Map(
    [
      'january february march april may june july august september october november december',
      'januar februar märz april mai juni juli august september oktober november dezember',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'jan feb mar apr may jun jul aug sept oct nov dec',
    ].flatMap((words, row) =>
      words.split(' ').map((word, index) => {
        const isWordToo = row === 4 || /^(?:march|may|mars|mai|august|juli|april|june)$/.test(word);
        return [word, { month: index + 1, isWordToo }] as const;
      }),
    ),
  );

/** The unit that a word of its own means, after a number and a space. `HR` and `AN` are no units. */
export function unitOfWord(word: string): Unit | undefined {
  const small = word.toLowerCase();
  const unit = UNITS.get(small);
  const isCapital = word !== small && word === word.toUpperCase();
  const isOther = WORDS_TOO.has(small) || (isCapital && unit?.family === 'time');
  return isOther ? undefined : unit;
}
