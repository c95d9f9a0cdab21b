import { describe, expect, it } from 'vitest';
import { contract, events } from '../../../shared/contract/index.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { contractAsJsonSchema } from '../../contract/print.ts';

describe('the contract as JSON Schema', () => {
  const printed = contractAsJsonSchema();

  it('has every call and event, values that are cleaned too', () => {
    expect(Object.keys(printed.calls)).toEqual(Object.keys(contract));
    expect(Object.keys(printed.events)).toEqual(Object.keys(events));
    expect(printed.calls['sessions.create']?.input.properties?.title).toEqual({
      type: 'string',
      maxLength: LIMITS.title,
    });
  });
});

describe('a text that comes in', () => {
  const title = (text: string) =>
    contract['sessions.update'].input.safeParse({ session_id: 1, title: text });

  it('is measured as it was typed, and cleaned then', () => {
    expect(title('  a\n b ')).toMatchObject({ success: true, data: { title: 'a b' } });
    // Said once: what is too long is not read any further.
    expect(title(' '.repeat(LIMITS.title + 1)).error?.issues).toHaveLength(1);
    expect(title('\u200b ').error?.issues[0]?.message).toContain('is empty');
  });
});
