import { describe, expect, it } from 'vitest';
import { createConnectWise } from '../../../electron/psa/connectwise/index.ts';

function identity(site: string, company: string): string {
  const fetch = () => Promise.reject(new Error('nothing is asked for this'));
  return createConnectWise({
    ...{ site, company, client_id: 'an-id', keys: async () => null },
    ...{ fetch, fetchOnFreshConnection: fetch },
  }).identity;
}

describe('which ConnectWise it is', () => {
  it('is the same however the address was pasted', () => {
    const same = ['na.myconnectwise.net', 'https://api-na.myconnectwise.net/v4_6_release/x'];
    expect(new Set(same.map((site) => identity(site, ' Acme ')))).toEqual(
      new Set(['https://api-na.myconnectwise.net/acme']),
    );
  });

  it('is another one on another site or for another company', () => {
    const here = identity('na.myconnectwise.net', 'acme');
    expect(identity('eu.myconnectwise.net', 'acme')).not.toBe(here);
    expect(identity('na.myconnectwise.net', 'other')).not.toBe(here);
  });

  it('never throws, and repeats no password', () => {
    expect(identity('https://me:hunter2@na.myconnectwise.net', 'acme')).not.toContain('hunter2');
  });
});
