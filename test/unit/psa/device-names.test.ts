import { describe, expect, it } from 'vitest';
import { deviceNames } from '../../../electron/psa/index.ts';

const named = (type: string | null, name = 'ALD-01') => deviceNames([{ id: 1, name, type }]);

describe('the devices of a ticket', () => {
  it.each([
    ['Managed Server', 'the server'],
    ['Domain Controller', 'the server'],
    ['FIREWALL - SonicWall', 'the firewall'],
    ['Managed Switches', 'the network switch'],
    ['Managed Workstation', 'the computer'],
    ['Laptop / Notebook', 'the laptop'],
    ['Observer station', null],
    ['Other', null],
    [null, null],
  ])('are called by what their type says: %s', (type, wording) => {
    expect(named(type)).toEqual([{ name: 'ALD-01', kind: 'host', wording }]);
  });

  it.each(['Server License', 'Licences', 'SSL Certificate', 'Domain', 'Software'])(
    'are not things that are none: %s',
    (type) => {
      expect(named(type)).toEqual([]);
    },
  );

  it('have names on one line, of a length that can be kept', () => {
    expect(named('Server', ' ALD\u200b-01\n ')).toMatchObject([{ name: 'ALD-01' }]);
    expect(named('Server', '\u200b')).toEqual([]);
    expect(named('Server', 'x'.repeat(201))).toEqual([]);
  });
});
