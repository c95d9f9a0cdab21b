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

const fact = (changes: Partial<Fact> = {}): Fact => ({
  id: 1,
  session_id: 7,
  text: 'The idle timeout is 60 seconds.',
  source_type: 'diagnostic_check',
  source_summary: 'Router page',
  source_message_id: null,
  role: 'cause',
  chosen_audience: 'internal',
  customer_wording: 'A time limit was too short.',
  short_wording: null,
  status: 'confirmed',
  from_session_id: null,
  created_at: 1,
  updated_at: 1,
  deleted_at: null,
  ...changes,
});

const fix = (changes: Partial<SuggestedFix> = {}): SuggestedFix => ({
  id: 1,
  session_id: 7,
  title: 'Raise the idle timeout',
  description: 'To an hour.',
  confidence: 90,
  outcome: 'worked',
  outcome_note: null,
  outcome_at: 1,
  ...{ done: null, customer_done: null, customer_note: null, left_in_place: false },
  applied_at: 1,
  superseded_at: null,
  from_session_id: null,
  created_at: 1,
  ...changes,
});

describe('bringing over', () => {
  test('proposes a fact of which nobody has seen anything here', () => {
    const input = factToBring(9, SOURCE, fact());
    expect(input).toEqual({
      session_id: 9,
      text: 'The idle timeout is 60 seconds.',
      source_type: 'technician',
      source_summary: 'From session “VPN drops at home”, 3 May 2026',
      role: 'cause',
      customer_wording: 'A time limit was too short.',
      short_wording: null,
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
      confidence: 60,
      from_session_id: 7,
    });
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

  test('tells in a line what helped', () => {
    expect(fixLine(fix())).toBe('Worked: Raise the idle timeout');
    expect(fixLine(fix({ outcome: 'applied' }))).toBe('Applied: Raise the idle timeout');
    expect(fixLine(null)).toBe('Closed without a fix');
    expect(longDay(MAY)).toBe('3 May 2026');
  });
});
