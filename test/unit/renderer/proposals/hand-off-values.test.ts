import { describe, expect, it } from 'vitest';
import { handOffInput, reasonOf } from '../../../../renderer/proposals/hand-off-values.ts';

describe('hand-off fields that are confirmed', () => {
  it('are saved as they read, and empty ones change nothing', () => {
    expect(
      handOffInput([
        { field: 'affected', value: ' The front desk ' },
        { field: 'since', value: '  ' },
        { field: 'escalation_reason', value: 'Vendor' },
      ]),
    ).toEqual({ affected: 'The front desk', escalation_reason: 'vendor' });
  });

  it('take no reason that is none of ours', () => {
    expect(reasonOf('because')).toBeUndefined();
    expect(handOffInput([{ field: 'escalation_reason', value: 'because' }])).toEqual({});
  });
});
