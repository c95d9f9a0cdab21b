import { describe, expect, it } from 'vitest';
import { beginsInPast, pastTense } from '../../../electron/drafting/local/past-tense.ts';
import {
  asSentence,
  cutAtWhole,
  oneLine,
  openingSentence,
  withoutStop,
} from '../../../electron/drafting/local/sentence-text.ts';

describe('the past tense', () => {
  it.each([
    ['Clear the cache', 'cleared the cache'],
    ['Unplug the dock and swap the cable', 'unplugged the dock and swapped the cable'],
    ['Apply the policy, then reboot', 'applied the policy, then rebooted'],
    [
      'Stop the service, clear the queue and start it again',
      'stopped the service, cleared the queue and started it again',
    ],
    ['Update and restart the phone', 'updated and restarted the phone'],
    ['Put back the old driver', 'put back the old driver'],
    ['Rebuild the index', 'rebuilt the index'],
    ['Re-register the phone', 're-registered the phone'],
    ['Temporarily disable the rule', 'temporarily disabled the rule'],
    ['RESET the password', 'reset the password'],
    ['Move the disk to E: and set the path', 'moved the disk to E: and set the path'],
  ])('of "%s" is "%s"', (title, expected) => {
    expect(pastTense(title)).toBe(expected);
  });

  it.each([
    'New toner cartridge',
    'Quiesce the VM',
    'Remove the VM and quiesce the host',
    'Reset the password and lock screen settings',
    'Ask the user to close and reopen it',
    '',
  ])('is not guessed for "%s"', (title) => {
    expect(pastTense(title)).toBeNull();
  });

  it('is found at the start of what was done', () => {
    expect(beginsInPast('Cleared the cache')).toBe(true);
    expect(beginsInPast('Manually rebuilt the index')).toBe(true);
    expect(beginsInPast('The vendor cleared the cache')).toBe(false);
    expect(beginsInPast('Left monitor flickers')).toBe(false);
  });
});

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
