import { describe, expect, it } from 'vitest';
import {
  findingsToWord,
  handOffGaps,
  handOffLabel,
} from '../../../../renderer/preview/record-fields.ts';
import { HAND_OFF_FIELDS, type HandOff } from '../../../../shared/domain/session.ts';
import { session } from '../../../fixtures/drafting/session-builder.ts';

const EMPTY: HandOff = {
  affected: null,
  since: null,
  impact: null,
  priority: null,
  escalation_reason: null,
  escalation_note: null,
  promised: null,
  contact: null,
  next_owner: null,
};

describe('gaps of the hand-off', () => {
  it('are the empty fields; words for the reason only where it is none without', () => {
    expect(handOffGaps(EMPTY)).toHaveLength(HAND_OFF_FIELDS.length - 1);
    expect(handOffGaps({ ...EMPTY, since: 'Monday' })).not.toContain('since');
    expect(handOffGaps({ ...EMPTY, escalation_reason: 'other' })).toContain('escalation_note');
    expect(handOffGaps({ ...EMPTY, escalation_reason: 'skill' })).not.toContain('escalation_note');
  });

  it('are counted in words', () => {
    expect(handOffLabel(1)).toBe('Hand-off: 1 gap to fill');
    expect(handOffLabel(3)).toBe('Hand-off: 3 gaps to fill');
    expect(handOffLabel(0)).toBe('Hand-off: complete');
  });
});

describe('findings to word for the customer', () => {
  const reported = () =>
    session()
      .fact('user_report', 'Outlook asks for a password')
      .fact('diagnostic_check', 'One')
      .fact('diagnostic_check', 'Two')
      .fact('script_output', 'Three');
  const texts = (builder: ReturnType<typeof session>) =>
    findingsToWord(builder.build()).map(({ text }) => text);

  it('are the two newest where only the report reaches the customer', () => {
    expect(texts(reported())).toEqual(['Three', 'Two']);
    expect(texts(session().fact('user_report', 'Outlook asks'))).toEqual([]);
  });

  it('are none where anything else reaches the customer', () => {
    expect(texts(reported().fact('technician', 'A stale sign-in', { role: 'cause' }))).toEqual([]);
    expect(
      texts(reported().fact('diagnostic_check', 'Four', { customer_wording: 'We found it' })),
    ).toEqual([]);
  });

  it('leave out what is proposed or deleted', () => {
    const builder = reported()
      .fact('diagnostic_check', 'Proposed', { status: 'proposed' })
      .fact('diagnostic_check', 'Deleted', { deleted_at: 1 });
    expect(texts(builder)).toEqual(['Three', 'Two']);
  });

  it('count a cause with a private address as one that does not reach the customer', () => {
    const builder = reported().fact('technician', 'Server 10.0.4.21 was down', { role: 'cause' });
    expect(texts(builder)).toEqual(['Three', 'Two']);
  });
});
