import { describe, expect, it } from 'vitest';
import {
  asSentence,
  cutAtWhole,
  oneLine,
  openingSentence,
  withoutStop,
} from '../../../electron/drafting/local/sentence-text.ts';

describe('a sentence', () => {
  it.each([
    ['it works', 'It works.'],
    ['It works.', 'It works.'],
    ['It works..', 'It works.'],
    ['the list:', 'The list.'],
    ['does it work?', 'Does it work?'],
    ['does it work?.', 'Does it work?'],
    ['it hangs…', 'It hangs…'],
    ['it hangs...', 'It hangs...'],
    ['back up D:', 'Back up D:.'],
    ['he said "It works."', 'He said "It works."'],
    ['it shows "Error 5"', 'It shows "Error 5".'],
    ['svc_print stopped', 'svc_print stopped.'],
    ['fs01 is down', 'fs01 is down.'],
    ['portal.example is down', 'portal.example is down.'],
    ['iPhone syncs again', 'iPhone syncs again.'],
    ['copied to \\\\FS01\\share', 'Copied to \\\\FS01\\share.'],
    ['über VPN geht es', 'Über VPN geht es.'],
    ['slot 0 OK\nslot 1 failed\n\nslot 2 OK', 'Slot 0 OK; slot 1 failed; slot 2 OK.'],
    ['- first\n- second', 'First; second.'],
    ['One thing.\nAnother thing.', 'One thing. Another thing.'],
    [' \n ', ''],
  ])('from %j is %j', (text, expected) => {
    expect(asSentence(text)).toBe(expected);
  });

  it.each(['# Heading', '> 90 % used', '10. November', '```', '+ more', '1) first'])(
    'gets a label where %j would be read as markup',
    (text) => {
      expect(openingSentence(text, 'Noted: ')).toMatch(/^Noted: /);
    },
  );

  it.each(['#4 is dead', '-5 degrees', '10.5 GB', 'x > y'])('gets none for %j', (text) => {
    expect(openingSentence(text, 'Noted: ')).not.toMatch(/^Noted: /);
  });

  it('loses its end for the middle of another one', () => {
    expect(withoutStop('It works.')).toBe('It works');
    expect(withoutStop('Why?')).toBe('Why?');
    expect(withoutStop('drive D:')).toBe('drive D:');
  });
});

describe('a long text', () => {
  it('is cut after its last whole sentence, else clause, else word', () => {
    expect(cutAtWhole('One is red. Two is blue. Three is green.', 30)).toBe(
      'One is red. Two is blue.',
    );
    expect(cutAtWhole('one is red, two is blue, three is green', 30)).toBe(
      'one is red, two is blue',
    );
    expect(cutAtWhole('one two three four five', 12)).toBe('one two');
    expect(cutAtWhole('short', 30)).toBe('short');
  });

  it('is not cut after an abbreviation or the number of a day', () => {
    const text = 'Seen by Dr. Whitcombe on site, am 14. November, with nobody else in the room';
    expect(cutAtWhole(text, 45)).toBe('Seen by Dr. Whitcombe on site');
  });

  it('stays on one line', () => {
    expect(oneLine('a\r\nb\u2028c')).toBe('a; b c');
  });
});
