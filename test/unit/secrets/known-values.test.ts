import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretGuard, REDACTED } from '../../../electron/secrets/index.ts';
import { runs } from '../../exploring/runs.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';
import { arbitraryValue, ENCODINGS } from './encodings.ts';

const seed = fc.array(fc.nat(100), { minLength: 1, maxLength: 12 });
const surroundings = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...'%&\\`*_"\'+=$ \n<>;#x0a41') }),
  fc.constantFrom(
    '',
    ' ',
    'The password is ',
    '**',
    '%',
    '%4',
    '&#',
    '\\',
    '`',
    '(secret)',
    'dGVz',
  ),
);

/** A value that the text standing for a secret holds: it cannot be taken out by putting that in. */
function isOfTheReplacement(value: string): boolean {
  const plain = value.toLowerCase();
  return REDACTED.includes(plain) || REDACTED.includes(Array.from(plain).reverse().join(''));
}

/** What ends like this makes one escape together with the start of some values: another text altogether. */
const STARTS_ESCAPE = /(?:%[\da-f]?|&#?|[\\`=])$/i;

describe('a value that is known', () => {
  it.each(ENCODINGS)('is found and taken out of any text: $name', async ({ encode }) => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryValue,
        surroundings,
        surroundings,
        seed,
        async (value, before, after, choices) => {
          fc.pre(!isOfTheReplacement(value) && !STARTS_ESCAPE.test(before));
          const guard = createSecretGuard();
          guard.remember(value, { session_id: 1 });
          const encoded = encode(value, choices);
          const text = before + encoded + after;
          const redacted = guard.redactKnown(text);
          expect(redacted).toContain(REDACTED);
          expect(redacted.includes(encoded)).toBe(false);
          for (const { encode: other } of ENCODINGS) {
            expect(redacted.includes(other(value, choices))).toBe(false);
          }
          expect(guard.redactKnown(redacted)).toBe(redacted);
          const known = (await guard.find(text)).filter(({ kind }) => kind === 'known');
          const from = before.length;
          expect(known.some((one) => one.from < from + encoded.length && one.to > from)).toBe(true);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('leaves a text without it as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const guard = createSecretGuard();
        guard.remember('Harbor-Lantern-29');
        expect(guard.redactKnown(text)).toBe(text);
      }),
    );
  });

  it('never leaves the rest of a longer one, or of one that overlaps it', () => {
    const guard = createSecretGuard();
    for (const value of ['Passw0rd', 'Passw0rd1234', 'w0rd1234-tail']) guard.remember(value);
    expect(guard.redactKnown('x Passw0rd1234-tail y')).toBe(`x ${REDACTED} y`);
  });

  it('leaves the words around it', () => {
    const guard = createSecretGuard();
    guard.remember('Harbor-Lantern-29');
    expect(guard.redactKnown('typed Harbor-Lantern-29, then signed in')).toBe(
      `typed ${REDACTED}, then signed in`,
    );
    const token = Buffer.from('user:Harbor-Lantern-29').toString('base64');
    expect(guard.redactKnown(`Basic ${token} sent`)).toMatch(/^Basic dXNlcjp?\(secret\) sent$/);
  });

  it('is a token of its own where it is short, and not searched for where it is an everyday word', () => {
    const guard = createSecretGuard();
    for (const value of ['4821', 'admin', 'password', 'Xy7q']) guard.remember(value);
    expect(
      guard.redactKnown('PIN 4821, order 148213, admin, administrator, Xy7qz, xy7q, Xy7q.'),
    ).toBe(`PIN ${REDACTED}, order 148213, admin, administrator, Xy7qz, xy7q, ${REDACTED}.`);
  });

  it('is not searched for below four characters', () => {
    const guard = createSecretGuard();
    for (const value of ['', ' ', 'abc', ' ab ']) guard.remember(value);
    expect(guard.redactKnown('abc ab')).toBe('abc ab');
  });

  it('is forgotten with its session, unless another still holds it', () => {
    const guard = createSecretGuard();
    guard.remember('Harbor-Lantern-29', { session_id: 1 });
    guard.remember('Harbor-Lantern-29', { session_id: 2 });
    guard.remember('Kestrel%Dune82', 'app');
    guard.forgetSession(1);
    expect(guard.redactKnown('Harbor-Lantern-29')).toBe(REDACTED);
    guard.forgetSession(2);
    expect(guard.redactKnown('Harbor-Lantern-29')).toBe('Harbor-Lantern-29');
    expect(guard.redactKnown('Kestrel%Dune82')).toBe(REDACTED);
  });

  it('is found in a long text in time that grows with the text', async () => {
    const guard = createSecretGuard();
    for (const value of [
      'Harbor-Lantern-29',
      'aaaaaaaab',
      '""""""""x',
      '********b',
      'a'.repeat(500),
    ]) {
      guard.remember(value);
    }
    const hostile = ['a', '"', '*', '\\', '%25', '&amp;', 'a*', '\n> ', '<b>', 'a\u200b'];
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      expect(await cpuMilliseconds(() => guard.redactKnown(text))).toBeLessThan(5_000);
    }
  });
});
