import { describe, expect, it } from 'vitest';
import { bullet, sentence } from '../../../electron/drafting/note-document.ts';
import {
  checkGenerated,
  checkTyped,
  noteText,
  ofRule,
  pointedAt,
} from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const snapshot = session({ contact: 'Jane, +44 20 7946 0958' })
  .name('FS01', 'host', 'the file server')
  .name('svc_scan', 'account')
  .ran('Clear-Cache.ps1', 'ok')
  .ran('Restart the spooler', 'ok')
  .fix('Clear the sign-in', { confidence: 88 })
  .fact('user_report', 'The mail said to call 0900 555 0137 or see https://evil.example/x.')
  .fact('technician', 'The portal is https://portal.example/reset, 95% of the disk is used.')
  .fact('ticket', 'Write to help@northgate.example.', {
    customer_wording: 'Write to help@northgate.example.',
  })
  .fact('technician', 'The vendor has 40 % confidence in it.')
  .build();

function found(text: string): string[] {
  const markdown = noteText('resolve', { Resolution: text });
  const findings = ofRule(checkTyped('resolve', markdown, snapshot), 'R3');
  expect(findings.every(({ level, can_override }) => level === 'block' && can_override)).toBe(true);
  return findings.map((finding) => pointedAt(markdown, finding));
}

describe('R3, what is internal', () => {
  it.each([
    ['We restarted the server 10.0.4.21.', ['10.0.4.21']],
    [
      'The file server 192.168.1.10 and the receiver 172.16.0.9 work.',
      ['192.168.1.10', '172.16.0.9'],
    ],
    ['The PC had 169.254.18.7, fe80::1.', ['169.254.18.7', 'fe80::1']],
    ['It is in \\\\fs01\\scan\\a now.', ['\\\\fs01\\scan\\a']],
    ['It is in C:\\Users\\jdoe or /etc/hosts.', ['C:\\Users\\jdoe', '/etc/hosts']],
    ['HKLM\\Software\\X was set.', ['HKLM\\Software\\X']],
    ['NORTHGATE\\jdoe and svc_scan sign in to fs01.', ['NORTHGATE\\jdoe', 'svc_scan', 'fs01']],
    ['We ran Clear-Cache.ps1.', ['Clear-Cache.ps1']],
    ['We are 70 % confident.', ['70 %']],
    ['This was 88% likely.', ['88%']],
  ])('blocks in %j, though a technician wrote it', (text, places) => {
    expect(found(text)).toEqual(places);
  });

  it.each([
    'We updated the driver to version 10.0.4.21 and FS012.',
    'Now 95% of the disk is free, 20 % more.',
    'We are confident that it works.',
    'We had to restart the spooler.',
    'The vendor has 40% confidence in it.',
    'See 203.0.113.9 and/or the manual 24/7.',
  ])('lets pass %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is none of the engineer’s business', () => {
    const markdown = noteText('escalate', { Problem: 'FS01 (10.0.4.21) is down, 88 % confident.' });
    expect(ofRule(checkTyped('escalate', markdown, snapshot), 'R3')).toEqual([]);
  });
});

describe('I2, contacts', () => {
  function levels(text: string, id: string): string[] {
    const check = checkGenerated('resolve', 'Resolution', bullet(sentence(text, id)), snapshot);
    return ofRule(check, 'I2').map(({ level }) => level);
  }

  it.each([
    ['Please call 0900 555 0137.', 'fact:1'],
    ['Please see https://evil.example/x.', 'fact:1'],
  ])('blocks %j, which only the user or the ticket has', (text, id) => {
    expect(levels(text, id)).toEqual(['block']);
  });

  it.each([
    ['Please see https://portal.example/reset.', 'fact:2'],
    ['Please write to help@northgate.example.', 'fact:3'],
    ['We call Jane on +44 20 7946 0958.', 'session'],
  ])('lets pass %j, which somebody of ours wrote', (text, id) => {
    expect(levels(text, id)).toEqual([]);
  });

  it('only asks about what the technician typed', () => {
    const markdown = noteText('resolve', {
      Resolution: 'Call 555-123-4567 or see portal.example.',
    });
    expect(ofRule(checkTyped('resolve', markdown, snapshot), 'I2')).toMatchObject([
      { level: 'warn' },
    ]);
  });
});
