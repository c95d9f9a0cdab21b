import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { linkAmong, readLink } from '../../../electron/shell/deep-link.ts';
import { linkArguments } from '../../../electron/shell/link-arguments.ts';
import { createOpenedLinks } from '../../../electron/shell/links-opened.ts';
import { runs } from '../../exploring/runs.ts';
import { createTestLog } from '../../fixtures/log.ts';

const ticket = { state: 'link', link: { kind: 'ticket', ticket_id: 123 } };

describe('a link from outside', () => {
  it.each([
    ['resolutionflow://ticket/123', ticket],
    ['resolutionflow://ticket/123/', ticket],
    ['RESOLUTIONFLOW://Ticket/123', ticket],
    ['resolutionflow://session/5', { state: 'link', link: { kind: 'session', session_id: 5 } }],
  ])('is read: %s', (text, expected) => {
    expect(readLink(text)).toEqual(expected);
  });

  it.each([
    ['another host', 'resolutionflow://settings/1'],
    ['no host', 'resolutionflow:///ticket/1'],
    ['no slashes', 'resolutionflow:ticket/1'],
    ['a user', 'resolutionflow://me@ticket/1'],
    ['a port', 'resolutionflow://ticket:80/1'],
    ['a way up', 'resolutionflow://ticket/../session/1'],
    ['an encoded way up', 'resolutionflow://ticket/%2e%2e/1'],
    ['a second segment', 'resolutionflow://ticket/1/delete'],
    ['a query', 'resolutionflow://ticket/1?post=yes'],
    ['a fragment', 'resolutionflow://ticket/1#x'],
    ['an encoded digit', 'resolutionflow://ticket/%31'],
    ['other digits', 'resolutionflow://ticket/١٢٣'],
    ['nought', 'resolutionflow://ticket/0'],
    ['a leading nought', 'resolutionflow://ticket/007'],
    ['a negative number', 'resolutionflow://ticket/-1'],
    ['a fraction', 'resolutionflow://ticket/1.5'],
    ['an exponent', 'resolutionflow://ticket/1e3'],
    ['more digits than a ticket has', 'resolutionflow://ticket/12345678901'],
    ['a line break behind', 'resolutionflow://ticket/1\n'],
    ['a line break within', 'resolutionflow://ticket/1\n--no-sandbox'],
    ['a null byte', 'resolutionflow://ticket/1\0'],
    ['a blank in front', ' resolutionflow://ticket/1'],
    ['a backslash', 'resolutionflow:\\\\ticket\\1'],
    ['another scheme', 'https://ticket/1'],
    ['10 kB', `resolutionflow://ticket/${'1'.repeat(10_000)}`],
    ['no text', 5],
  ])('is refused: %s', (_, text) => {
    expect(readLink(text)).toMatchObject({ state: 'refused' });
  });

  it('never throws and never answers with anything but two plain numbers', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((s) => `resolutionflow://ticket/${s}`),
        ),
        (text) => {
          const read = linkAmong(['app', text]);
          if (read.state === 'link') {
            const id = read.link.kind === 'ticket' ? read.link.ticket_id : read.link.session_id;
            expect(Number.isSafeInteger(id) && id > 0).toBe(true);
          }
          if (read.state === 'refused') expect(read.why).not.toContain(text.slice(0, 40) || '\0');
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('the arguments of a start', () => {
  it('hold a link at their very end', () => {
    expect(linkAmong(['--no-sandbox', '/app', '--', 'resolutionflow://ticket/123'])).toEqual(
      ticket,
    );
    expect(linkAmong([])).toEqual({ state: 'none' });
    expect(linkAmong(['/app', '--demo', '--x=resolutionflow://ticket/1'])).toEqual({
      state: 'none',
    });
  });

  it.each([
    [['resolutionflow://ticket/123', '--disable-web-security']],
    [['resolutionflow://ticket/123', 'resolutionflow://session/5']],
    [['resolutionflow://evil/1', 'resolutionflow://ticket/123']],
    [['resolutionflow://ticket/123', '']],
  ])('are refused with something after it: %j', (args) => {
    expect(linkAmong(['/app', ...args])).toMatchObject({ state: 'refused' });
  });

  it('are cut to what has to be looked at', () => {
    const args = ['/app', `resolutionflow:${'x'.repeat(10_000)}`, 'a', 'b'];
    const cut = linkArguments(args);
    expect(cut).toHaveLength(2);
    expect(cut.join('').length).toBeLessThan(200);
    expect(linkAmong(args)).toEqual(linkAmong(cut));
  });
});

describe('links that wait', () => {
  it('are kept until they are taken, the latest only, once', () => {
    const tell = vi.fn();
    const links = createOpenedLinks({ log: createTestLog(), tell });
    expect(links.take()).toBeNull();
    expect(links.receive(readLink('resolutionflow://ticket/1'))).toBe(true);
    expect(links.receive(readLink('resolutionflow://ticket/2'))).toBe(true);
    expect(tell).toHaveBeenCalledTimes(2);
    expect(links.take()).toEqual({ kind: 'ticket', ticket_id: 2 });
    expect(links.take()).toBeNull();
  });

  it('are refused with a word in the log that holds nothing of them', () => {
    const log = createTestLog();
    const links = createOpenedLinks({ log, tell: () => expect.unreachable() });
    expect(links.receive(readLink('resolutionflow://kettle/41'))).toBe(false);
    expect(links.receive({ state: 'none' })).toBe(false);
    expect(log.lines).toHaveLength(1);
    expect(log.lines.join()).not.toContain('kettle');
  });
});
