import { describe, expect, test } from 'vitest';
import {
  factToBring,
  fixAtStake,
  fixLine,
  fixToBring,
  isFactHere,
  isFixHere,
  longDay,
  namesSession,
} from '../../../../renderer/similar/bring-over.ts';
import { contract } from '../../../../shared/contract/index.ts';
import type { Fact } from '../../../../shared/domain/fact.ts';
import type { SuggestedFix } from '../../../../shared/domain/suggested-fix.ts';
import { HYPOTHESIS_CONFIDENCE } from '../../../../shared/notes/sections.ts';
import { someFact } from '../knowledge/some-fact.ts';
import { someFix } from '../knowledge/some-fix.ts';

const MAY = Date.UTC(2026, 4, 3, 12);
const SOURCE = {
  id: 7,
  title: 'VPN drops at home',
  domain: 'vpn',
  ticket_ref: null,
  state: 'resolved',
  updated_at: MAY,
  closed_at: MAY,
} as const;

const fact = (changes: Partial<Fact> = {}): Fact =>
  someFact({
    id: 1,
    session_id: 7,
    text: 'The idle timeout is 60 seconds.',
    source_type: 'diagnostic_check',
    source_summary: 'Router page',
    ...changes,
  });

const fix = (changes: Partial<SuggestedFix> = {}): SuggestedFix =>
  someFix({
    id: 1,
    session_id: 7,
    title: 'Raise the idle timeout',
    description: 'To an hour.',
    confidence: 90,
    outcome: 'worked',
    outcome_at: 1,
    applied_at: 1,
    ...changes,
  });

describe('using earlier work here', () => {
  test('proposes a fact that nobody has seen here, with its role and its wordings', () => {
    const worded = fact({
      role: 'cause',
      chosen_audience: 'internal',
      customer_wording: 'The connection timed out too early.',
      short_wording: 'Timeout 60 s',
    });
    const input = factToBring(9, SOURCE, worded);
    expect(input).toEqual({
      session_id: 9,
      text: 'The idle timeout is 60 seconds.',
      source_type: 'technician',
      source_summary: 'From session “VPN drops at home”, 3 May 2026',
      role: 'cause',
      customer_wording: 'The connection timed out too early.',
      short_wording: 'Timeout 60 s',
      status: 'proposed',
      from_session_id: 7,
    });
    expect(contract['facts.add'].input.safeParse(input).success).toBe(true);
    expect(namesSession(input.source_summary)).toBe(true);
    expect(namesSession('Router page')).toBe(false);
    expect(namesSession(null)).toBe(false);
  });

  test('suggests a fix that has not been tried here, no surer than a guess', () => {
    const input = fixToBring(9, fix());
    expect(input).toEqual({
      session_id: 9,
      title: 'Raise the idle timeout',
      description: 'To an hour.',
      confidence: 50,
      from_session_id: 7,
    });
    expect(input.confidence).toBeLessThan(HYPOTHESIS_CONFIDENCE);
    expect(fixToBring(9, fix({ confidence: 35 })).confidence).toBe(35);
    expect(contract['fixes.suggest'].input.safeParse(input).success).toBe(true);
  });

  test('knows what is here already', () => {
    const own = { facts: [fact({ session_id: 9 })], fixes: [fix({ session_id: 9 })] };
    expect(isFactHere(own, fact())).toBe(false);
    expect(isFixHere(own, fix())).toBe(false);
    const brought = {
      facts: [fact({ session_id: 9, from_session_id: 7 })],
      fixes: [fix({ session_id: 9, from_session_id: 7, outcome: 'failed' })],
    };
    expect(isFactHere(brought, fact())).toBe(true);
    expect(isFactHere(brought, fact({ text: 'Another one.' }))).toBe(false);
    expect(isFixHere(brought, fix())).toBe(true);
  });

  test.each([
    [{ outcome: 'proposed' }, true],
    [{ outcome: 'applied' }, true],
    [{ outcome: 'pending' }, true],
    [{ outcome: 'worked' }, true],
    [{ outcome: 'failed' }, false],
    [{ superseded_at: 2 }, false],
    [{ outcome: 'proposed', from_session_id: 7 }, false],
    [{ outcome: 'applied', from_session_id: 7 }, true],
  ] as const)('asks before it replaces a fix that is %o: %s', (changes, asks) => {
    const here = { facts: [], fixes: [fix({ session_id: 9, ...changes })] };
    expect(fixAtStake(here) !== undefined).toBe(asks);
  });

  test('says in a line what helped', () => {
    expect(fixLine(fix())).toBe('Worked: Raise the idle timeout');
    expect(fixLine(fix({ outcome: 'applied' }))).toBe('Applied: Raise the idle timeout');
    expect(fixLine(null)).toBe('Closed without a fix');
    expect(longDay(MAY)).toBe('3 May 2026');
  });
});
