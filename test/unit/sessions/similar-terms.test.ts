import { describe, expect, test } from 'vitest';
import {
  likeness,
  type Place,
  type WeighedTerm,
} from '../../../electron/sessions/similar-score.ts';
import { isCode, stemOf, termsOf } from '../../../electron/sessions/similar-terms.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';

const words = (text: string) => termsOf(text, 1_000).map(({ written }) => written);

describe('telling words', () => {
  test('leave out what every session says', () => {
    expect(words('Hi, since Monday morning the user cannot print, please call back!')).toEqual([
      'print',
    ]);
    expect(words('## What we confirmed\n\n- Nothing confirmed yet.')).toEqual([]);
    expect(words('')).toEqual([]);
  });

  test('come once, in their order, whatever their endings, capitals and accents', () => {
    expect(words('Printers print; the PRINTER drops, dropped, is dropping. Café cafe')).toEqual([
      'Printers',
      'print',
      'drops',
      'Café',
    ]);
  });

  test('leave out who and where, and numbers that say nothing', () => {
    const text =
      'maria@northgate.example on 10.0.0.12 https://portal.example/a?b=c +44 7700 900512, 14 PCs, ticket 48213, event 4771, error 0x80070005, KB5034441';
    expect(words(text)).toEqual(['PCs', '4771', '0x80070005', 'KB5034441']);
  });

  test('are read up to a bound, and whole characters only', () => {
    expect(termsOf(`spooler ${'- '.repeat(50)} printer`, 20)).toHaveLength(1);
    expect(words(`${'deadbeef'.repeat(8)} spooler \udc00`)).toEqual(['spooler']);
  });

  test('are found at once in a word without end', async () => {
    for (const endless of ['a'.repeat(16_000), '+1 '.repeat(5_000), 'a@'.repeat(8_000)]) {
      expect(await cpuMilliseconds(() => termsOf(endless, 16_000))).toBeLessThan(500);
    }
  });

  test('know an error code by its looks', () => {
    for (const code of ['0x80070005', 'kb5034441', 'aadsts50126', '8009030d']) {
      expect(isCode(code), code).toBe(true);
    }
    for (const word of ['fs01', 'server2019', 'spooler', '4771', 'office365']) {
      expect(isCode(word), word).toBe(false);
    }
  });

  test.each([
    ['certificates', 'certificate'],
    ['drops', 'dropped'],
    ['printing', 'prints'],
    ['policies', 'policy'],
    ['mailboxes', 'mailbox'],
    ['renewed', 'renew'],
    ['crashes', 'crashing'],
    ['expired', 'expires'],
    ['forwarding', 'forwarded'],
  ])('%s and %s are one', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  test.each([
    ['status', 'stat'],
    ['dns', 'dn'],
    ['process', 'proce'],
    ['printer', 'print'],
    ['ring', 'r'],
  ])('%s and %s are two', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('likeness', () => {
  const term = (written: string, place: Place, sessions = 1, rarity = 3.5): WeighedTerm => {
    const [found] = termsOf(written, 100);
    if (found === undefined) throw new Error(`${written} tells nothing`);
    return { ...found, place, sessions, rarity };
  };
  const candidate = (places: Record<string, Place>, domain: 'email' | 'vpn' = 'vpn') => ({
    domain,
    outcome: null,
    places: new Map(Object.entries(places).map(([word, place]) => [stemOf(word), place])),
  });
  const like = (terms: WeighedTerm[], places: Record<string, Place>, domain?: 'email' | 'vpn') =>
    likeness({ terms, domain: 'vpn' }, candidate(places, domain));

  test('wants two words, one of them in a title', () => {
    const terms = [term('VPN', 'title'), term('drops', 'intake')];
    expect(
      like(terms, { vpn: 'title', drops: 'facts' })?.shared.map(({ written }) => written),
    ).toEqual(['VPN', 'drops']);
    expect(like(terms, { vpn: 'title' })).toBeUndefined();
    const elsewhere = [term('Northgate', 'intake'), term('Dental', 'intake')];
    expect(like(elsewhere, { northgate: 'intake', dental: 'intake' })).toBeUndefined();
  });

  test('wants more where the field of work is another one', () => {
    const terms = [term('laptop', 'title', 5, 2.2), term('home', 'intake', 5, 2.2)];
    const places = { laptop: 'title', home: 'facts' } as const;
    expect(like(terms, places, 'vpn')).toBeDefined();
    expect(like(terms, places, 'email')).toBeUndefined();
  });

  test('takes one rare error code for enough', () => {
    expect(like([term('0x80070005', 'facts')], { '0x80070005': 'notes' })).toBeDefined();
    expect(like([term('0x80070005', 'facts', 9)], { '0x80070005': 'notes' })).toBeUndefined();
  });

  test('prefers the session with a fix that worked, where the rest is the same', () => {
    const terms = [term('VPN', 'title'), term('drops', 'title')];
    const plain = candidate({ vpn: 'title', drops: 'title' });
    const wanted = { terms, domain: 'vpn' } as const;
    const score = (outcome: 'worked' | 'partly' | 'failed' | null) =>
      likeness(wanted, { ...plain, outcome })?.score ?? 0;
    expect(score('worked')).toBeGreaterThan(score('partly'));
    expect(score('partly')).toBeGreaterThan(score('failed'));
    expect(score('failed')).toBe(score(null));
  });
});
