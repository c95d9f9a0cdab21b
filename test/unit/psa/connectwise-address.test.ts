import { assert, constantFrom, oneof, property, string, tuple, webUrl } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../electron/psa/connectwise/address.ts';
import { ticketUrl } from '../../../electron/psa/connectwise/ticket-url.ts';
import { AppError } from '../../../shared/errors.ts';
import { runs } from '../../exploring/runs.ts';

const NA = { api: 'https://api-na.myconnectwise.net', web: 'https://na.myconnectwise.net' };

describe('what is pasted becomes the address of the API', () => {
  it.each([
    ['the host that people open', 'na.myconnectwise.net', NA],
    ['the API host', 'api-na.myconnectwise.net', NA],
    ['with scheme', 'https://na.myconnectwise.net/', NA],
    ['in capitals, with blanks round it', '  HTTPS://NA.MyConnectWise.net ', NA],
    ['in quotes', '"na.myconnectwise.net"', NA],
    ['in angle brackets', '<https://na.myconnectwise.net>', NA],
    ['with a dot at the end', 'na.myconnectwise.net.', NA],
    ['with the usual port', 'https://na.myconnectwise.net:443/x', NA],
    [
      'a link to a ticket',
      'https://na.myconnectwise.net/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=48213#x',
      NA,
    ],
    ['the base of the API', 'https://api-na.myconnectwise.net/v2025_1/apis/3.0/', NA],
    [
      'Europe',
      'eu.myconnectwise.net',
      { api: 'https://api-eu.myconnectwise.net', web: 'https://eu.myconnectwise.net' },
    ],
    [
      'Australia, the older name',
      'aus.myconnectwise.net',
      { api: 'https://api-aus.myconnectwise.net', web: 'https://aus.myconnectwise.net' },
    ],
    [
      'staging',
      'staging.connectwisedev.com',
      { api: 'https://api-staging.connectwisedev.com', web: 'https://staging.connectwisedev.com' },
    ],
    [
      'on premise',
      'https://cw.lakeside-it.example/v4_6_release/services',
      { api: 'https://cw.lakeside-it.example', web: 'https://cw.lakeside-it.example' },
    ],
    [
      'on premise, a port and a name of one part',
      'connectwise:8443',
      { api: 'https://connectwise:8443', web: 'https://connectwise:8443' },
    ],
    [
      'a host that only looks like the cloud',
      'na.myconnectwise.net.evil.example',
      {
        api: 'https://na.myconnectwise.net.evil.example',
        web: 'https://na.myconnectwise.net.evil.example',
      },
    ],
    [
      'a fake on this computer',
      'http://127.0.0.1:4711',
      { api: 'http://127.0.0.1:4711', web: 'http://127.0.0.1:4711' },
    ],
    [
      'a fake on this computer, by name',
      'http://localhost:4711/x',
      { api: 'http://localhost:4711', web: 'http://localhost:4711' },
    ],
    ['IPv6 loopback', 'http://[::1]:80', { api: 'http://[::1]', web: 'http://[::1]' }],
  ])('%s', (_, pasted, { api, web }) => {
    expect(parseAddress(pasted)).toEqual({ api_origin: api, web_origin: web });
  });

  it.each([
    ['nothing', '   ', /Enter the address/],
    ['plain http', 'http://cw.lakeside-it.example', /Enter https:\/\/cw\.lakeside-it\.example/],
    ['plain http to the cloud', 'http://na.myconnectwise.net', /https:\/\/na\.myconnectwise\.net/],
    ['another scheme', 'ftp://na.myconnectwise.net', /over https/],
    ['the cloud without a region', 'myconnectwise.net', /region/],
    ['a user before the host', 'https://na.myconnectwise.net@evil.example', /user name/],
    ['words', 'our ConnectWise server', /no address/],
    ['a backslash', 'https://na.myconnectwise.net\\@evil.example', /user name/],
    ['a backslash in the host', 'https:\\\\evil.example', /no address/],
    ['one slash', 'https:/na.myconnectwise.net', /no address/],
    ['a number that browsers read as an address', 'http://2130706433', /no address|https only/i],
    ['a short form of an address', 'https://127.1', /no address/],
    ['letters that fold into others', 'https://na.myconnectwise。net', /no address/],
    ['a port that is none', 'cw.example:99999', /no address/],
    ['a very long text', 'a'.repeat(5_000), /no address/],
  ])('refuses %s', (_, pasted, message) => {
    expect(() => parseAddress(pasted)).toThrow(AppError);
    expect(() => parseAddress(pasted)).toThrow(message);
  });

  it('does not repeat a password that was pasted with the address', () => {
    try {
      parseAddress('https://tom:Summer2026!@na.myconnectwise.net');
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify((error as AppError).toShape())).not.toContain('Summer2026');
    }
  });

  it('leads to no host but the pasted one or its twin, whatever is pasted', () => {
    const parts = constantFrom(
      'https://',
      'http://',
      '//',
      '@',
      '\\',
      '/',
      '?',
      '#',
      ':',
      '.',
      '%2f',
      '\t',
      'api-',
      'na.myconnectwise.net',
      'evil.example',
      '127.0.0.1',
      'localhost',
      '[::1]',
      '0x7f.1',
      'ａ',
    );
    const pasted = oneof(
      webUrl(),
      string(),
      tuple(parts, parts, parts, parts, parts).map((all) => all.join('')),
      tuple(string({ unit: 'binary' }), parts, string()).map((all) => all.join('')),
    );
    assert(
      property(pasted, (text) => {
        let address: ReturnType<typeof parseAddress>;
        try {
          address = parseAddress(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        const lower = text.toLowerCase();
        for (const origin of [address.api_origin, address.web_origin]) {
          const { hostname, protocol, pathname, username } = new URL(origin);
          const twin = hostname.startsWith('api-') ? hostname.slice(4) : `api-${hostname}`;
          expect(lower.includes(hostname) || lower.includes(twin)).toBe(true);
          if (twin !== hostname && !lower.includes(hostname)) {
            expect(hostname).toMatch(/\.(myconnectwise\.net|connectwisedev\.com)$/);
          }
          const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
          expect(protocol === 'https:' || (protocol === 'http:' && isLoopback)).toBe(true);
          expect(pathname).toBe('/');
          expect(username).toBe('');
          // The host stands where a host stands: before any path, and after no user name.
          const authority = /^(?:[a-z+.-]+:\/\/)?([^/?#]*)/i.exec(lower.trim())?.[1] ?? '';
          expect(authority).not.toContain('@');
        }
      }),
      { numRuns: runs(1_500) },
    );
  });
});

describe('the ticket in the browser', () => {
  it('is on the host that people open, not on the API', () => {
    expect(ticketUrl(parseAddress('api-eu.myconnectwise.net'), 48213)).toBe(
      'https://eu.myconnectwise.net/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=48213',
    );
  });
});
