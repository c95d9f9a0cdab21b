import { describe, expect, it } from 'vitest';
import { unsupportedNames } from '../../../electron/drafting/checks/compare-values.ts';
import type { KnownName } from '../../../shared/domain/known-name.ts';
import { internalValues } from '../../../shared/notes/internal-values.ts';
import { typedValues } from '../../../shared/notes/typed-values.ts';

function read(text: string): string[] {
  return typedValues(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

describe('typedValues', () => {
  it.each([
    ['31.7 of 32.6 GB are used', ['number 31.7', 'number 32.6 GB']],
    ['after 15 minutes at 60 %, 2,5 GHz', ['number 15 minutes', 'number 60 %', 'number 2,5 GHz']],
    ['1,284 files in a 24-hour window', ['number 1,284', 'number 24-hour']],
    ['AnyConnect 7.4.3 build 2573.', ['version 7.4.3 build 2573']],
    ['the file server 10.0.4.21', ['address 10.0.4.21']],
    ['firmware 10.0.4.21', ['version 10.0.4.21']],
    ['a receiver at fe80::1 (aa-bb-cc-dd-ee-ff)', ['address fe80::1', 'address aa-bb-cc-dd-ee-ff']],
    ['scope 10.30.8.0/24 and 203.0.113.9', ['address 10.30.8.0/24', 'public_address 203.0.113.9']],
    ['jane@northgate.example wrote', ['mail jane@northgate.example']],
    ['See https://portal.example/reset.', ['link https://portal.example/reset']],
    ['17 November, 2026-11-17', ['date 17 November', 'date 2026-11-17']],
    ['11/17/2026 or 17.11.2026', ['date 11/17/2026', 'date 17.11.2026']],
    ['Monday 08:15', ['weekday Monday', 'time 08:15']],
    ['at 8.30 am, 8 am and 14:30 Uhr', ['time 8.30 am', 'time 8 am', 'time 14:30 Uhr']],
    ['from 08:15-09:00', ['time 08:15', 'time 09:00']],
    ['0x80070005 after KB5034441', ['code 0x80070005', 'code KB5034441']],
    ['event id 4625, ORA-12154', ['number 4625', 'code ORA-12154']],
    ['CONTOSO\\jdoe signed in', ['account CONTOSO\\jdoe']],
    ['\\\\srv\\Shared Docs\\a.txt is open', ['path \\\\srv\\Shared Docs\\a.txt']],
    ['C:\\Program Files\\App\\x.exe crashed', ['path C:\\Program Files\\App\\x.exe']],
    ['HKLM\\Software\\X and /etc/hosts', ['path HKLM\\Software\\X', 'path /etc/hosts']],
    [
      'fs01.northgate.local has Outlook.pst',
      ['dotted_name fs01.northgate.local', 'dotted_name Outlook.pst'],
    ],
    ['+44 20 7946 0958 or 555-123-4567', ['phone +44 20 7946 0958', 'phone 555-123-4567']],
    ['five users, one hour, one of them', ['number five', 'number one hour']],
    ['seit Dienstag, drei Minuten', ['weekday Dienstag', 'number drei Minuten']],
    ['one HR user may call, e.g. in march', []],
    ['TCP/IP and/or z.B. USB-C', []],
  ])('reads %j', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each([
    ['1,284', '1284'],
    ['2,5 GHz', '2.5 GHz'],
    ['90 minutes', '1.5 hours'],
    ['08:15', '8:15 am'],
    ['à 14 h 30', 'at 14:30'],
    ['à 8 h', 'at 08:00'],
    ['17 November 2026', '2026-11-17'],
    ['three users', '3 users'],
    ['KB 5034441', 'KB5034441'],
    ['x.exe', 'C:\\App\\x.exe'],
    ['7.4.3', '7.4.3 build 2573'],
    ['about 3 hours', 'after 170 minutes'],
    ['Tuesday', '17 November 2026'],
  ])('finds %j in %j', (text, source) => {
    expect(unsupportedNames(text, [source])).toEqual([]);
  });

  it.each([
    ['7.4.4', '7.4.3 build 2573'],
    ['7.4.3', '17.4.3'],
    ['12', '2012'],
    ['5 MB', '5 GB'],
    ['15 minutes', '15 hours'],
    ['18 November', '17 November'],
    ['Monday', 'Tuesday'],
    ['08:45', '08:15'],
    ['LT-61', 'LT-611'],
    ['10.0.4.2', '10.0.4.21'],
    ['C:\\App\\y.exe', 'C:\\App\\x.exe'],
    ['about 43 files', 'more than 40 files'],
  ])('does not find %j in %j', (text, source) => {
    expect(unsupportedNames(text, [source])).toHaveLength(1);
  });

  it('names each missing value once, as the text writes it', () => {
    expect(unsupportedNames('KB5034441 broke it, so remove KB5034441.', ['It broke.'])).toEqual([
      'KB5034441',
    ]);
  });
});

describe('internalValues', () => {
  const names: readonly KnownName[] = [
    { name: 'NB-KUEHN', kind: 'host', wording: 'the laptop' },
    { name: 'svc_backup', kind: 'account', wording: null },
  ];

  function internal(text: string): string[] {
    return internalValues(text, names).map(({ from, to }) => text.slice(from, to));
  }

  it.each([
    ['The server 10.0.4.21 was down.', ['10.0.4.21']],
    ['The receiver on 192.168.1.x answered.', ['192.168.1.x']],
    ['169.254.18.7 and fd00::12', ['169.254.18.7', 'fd00::12']],
    ['Moved to \\\\fs01\\data.', ['\\\\fs01\\data']],
    ['Stored in C:\\Users\\jdoe.', ['C:\\Users\\jdoe']],
    ['Set HKCU\\Software\\X.', ['HKCU\\Software\\X']],
    [
      'NORTHGATE\\jdoe signed in to nb-kuehn as svc_backup.',
      ['NORTHGATE\\jdoe', 'nb-kuehn', 'svc_backup'],
    ],
    ['dc01.northgate.local', ['dc01.northgate.local']],
  ])('finds those of %j', (text, found) => {
    expect(internal(text)).toEqual(found);
  });

  it.each([
    'Version 10.0.4.21 of the driver, and 203.0.113.9 outside.',
    'NB-KUEHNEL and svc_backup2 are others.',
    'Ask jane@northgate.example, see https://portal.example/a/b.',
    'Outlook 24/7 and/or the phone, 50 % of the time.',
    'İ before a name moves nothing.',
  ])('finds none in %j', (text) => {
    expect(internal(text)).toEqual([]);
  });

  it('gives places in the text as it is written, whatever its letters', () => {
    expect(internal('İİ NB-KUEHN')).toEqual(['NB-KUEHN']);
  });
});
