import { describe, expect, it } from 'vitest';
import { wayAfter, wayAfterFailure } from '../../../../renderer/preview/ai-words.ts';
import { spanWords } from '../../../../renderer/ui/time.ts';
import { AppError } from '../../../../shared/errors.ts';

describe('the way on after a failure of the AI', () => {
  it('waits where a limit says until when', () => {
    const limit = new AppError('RATE_LIMITED', 'Wait.', { retry_at: 90 });
    expect(wayAfter(limit)).toEqual({ settings: false, retryAt: 90 });
    expect(wayAfterFailure({ code: 'RATE_LIMITED', retry_at: 90 })).toEqual(wayAfter(limit));
  });

  it('leads to the settings where a new attempt alone mends nothing', () => {
    expect(wayAfter(new AppError('AUTH_FAILED', 'Wrong key.')).settings).toBe(true);
    expect(wayAfter(new AppError('OFFLINE', 'No network.')).settings).toBe(false);
    expect(wayAfter(new Error('anything'))).toEqual({ settings: false, retryAt: null });
  });
});

it('tells spans in seconds, then in minutes', () => {
  expect([0, 8_400, 65_000, -5].map(spanWords)).toEqual(['0 s', '8 s', '1 min 5 s', '0 s']);
});
