import { describe, expect, it } from 'vitest';
import { receiverTest } from '../../../electron/drafting/index.ts';
import { bullet } from '../../../electron/drafting/note-document.ts';
import {
  checkGenerated,
  checkTyped,
  noteText,
  ofRule,
  repaired,
} from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const CONFIRMED = "What we've confirmed";
const TRIED = "What we've tried";
const HYPOTHESIS = 'Current hypothesis';
const NEXT_STEPS = 'Suggested next steps';

const WHOLE = {
  Problem:
    'Outlook asked for the password since Monday. One user was affected and could not send mail. Priority: unknown. Escalated for access: the tenant is not ours. No similar ticket in the last 14 days.',
  [HYPOTHESIS]: 'An old sign-in is in use. The log speaks for it, nothing on record against it.',
  [NEXT_STEPS]:
    '- Ask the vendor for the log (tier 2, tomorrow).\n- Call the user back at noon, as promised.',
};

/** The findings of a rule on a whole package with one section put in place of its own. */
function found(ruleId: string, sections: Record<string, string>, snapshot = session().build()) {
  const markdown = noteText('escalate', { ...WHOLE, ...sections });
  return { markdown, findings: ofRule(checkTyped('escalate', markdown, snapshot), ruleId) };
}

/** One press takes the finding away, and brings no other of the hand-off rules. */
function expectMended(
  ruleId: string,
  sections: Record<string, string>,
  snapshot = session().build(),
) {
  const { markdown, findings } = found(ruleId, sections, snapshot);
  const [finding] = findings;
  expect(finding).toBeDefined();
  if (finding === undefined) return '';
  const mended = repaired(markdown, finding);
  expect(ofRule(checkTyped('escalate', mended, snapshot), ruleId)).toHaveLength(
    findings.length - 1,
  );
  return mended;
}

describe('a whole package', () => {
  it('misses nothing', () => {
    const { findings } = checkTyped('escalate', noteText('escalate', WHOLE));
    expect(findings).toEqual([]);
  });
});

describe('H1, the problem', () => {
  it.each([
    [
      'Outlook asked for the password since Monday; mail could not be sent. Priority: 3.',
      'who is affected',
    ],
    ['One user could not send mail. Priority: 3.', 'since when'],
    ['One user has two profiles since Monday. Priority: 3.', 'what it stops'],
    ['One user could not send mail since Monday.', 'how urgent'],
  ])('misses a slot: %j', (Problem, missing) => {
    const { findings } = found('H1', { Problem });
    expect(findings).toMatchObject([{ level: 'warn', message: expect.stringContaining(missing) }]);
  });

  it('takes "unknown" for an answer, and offers just what is missing', () => {
    const mended = expectMended('H1', { Problem: 'Outlook asked for the password since Monday.' });
    expect(mended).toContain('Affected: unknown. Impact: unknown. Priority: unknown.');
    expect(mended).not.toContain('Since: unknown');
  });
});

describe('H2, why it is escalated', () => {
  const Problem = WHOLE.Problem.replace(/Escalated.*ours\. /, '');

  it('lists the reasons', () => {
    expect(found('H2', { Problem }).findings[0]?.message).toMatch(
      /access, skill, time, risk, vendor, hardware or policy/,
    );
  });

  it('offers the reason that the record bears out', () => {
    expect(expectMended('H2', { Problem })).toContain('Reason for escalation: not stated.');
    const failed = session().fix('Rebuild the profile', { outcome: 'failed' }).build();
    expect(expectMended('H2', { Problem }, failed)).toContain('Escalated for skill');
    const waiting = session().fix('Rebuild the profile', { outcome: 'pending' }).build();
    expect(expectMended('H2', { Problem }, waiting)).toContain('Escalated for time');
  });
});

describe('H3, what is confirmed', () => {
  it('wants a result beside the action', () => {
    const mended = expectMended('H3', { [CONFIRMED]: '- Checked the sign-in log.' });
    expect(mended).toContain('- Checked the sign-in log: result not recorded.');
    expect(
      found('H3', { [CONFIRMED]: '- Checked the sign-in log: it is empty.' }).findings,
    ).toEqual([]);
  });

  it('wants what only the ticket says told as such', () => {
    const ticket = session().fact('ticket', 'The mailbox was moved.').build();
    const line = (text: string) =>
      ofRule(checkGenerated('escalate', CONFIRMED, bullet(text, 'fact:1'), ticket), 'H3');
    expect(line('The mailbox was moved.')).toHaveLength(1);
    expect(line('The mailbox was moved (ticket).')).toEqual([]);
  });

  it('wants to know when, where the facts are of several days', () => {
    const snapshot = session()
      .fact('technician', 'The log is empty.')
      .fact('technician', 'So is the queue.')
      .build();
    const [first, ...rest] = snapshot.facts;
    const spread = {
      ...snapshot,
      facts:
        first === undefined
          ? []
          : [{ ...first, created_at: first.created_at - 3 * 86_400_000 }, ...rest],
    };
    expect(expectMended('H3', {}, spread)).toMatch(
      /Noted between 1\d November 2026 and 18 November/,
    );
    expect(found('H3', {}, snapshot).findings).toEqual([]);
  });
});

describe('H4, what is ruled out', () => {
  const failed = session()
    .fix('Rebuild the profile', { outcome: 'failed', outcome_note: 'the prompt came back' })
    .build();

  it('is said where a fix failed', () => {
    const mended = expectMended('H4', { [TRIED]: '- Rebuild the profile at 10:00.' }, failed);
    expect(mended).toContain('Ruled out: Rebuild the profile (the prompt came back).');
    expect(
      found('H4', { [TRIED]: '- Rebuild the profile: did not help.' }, failed).findings,
    ).toEqual([]);
    expect(found('H4', { [TRIED]: '- Looked at the log.' }).findings).toEqual([]);
  });
});

describe('H5, the hypothesis', () => {
  const active = session().fix('Clear the sign-in', { confidence: 75 }).build();

  it('has its confidence, and what speaks for it and against it', () => {
    const mended = expectMended('H5', { [HYPOTHESIS]: 'Clear the sign-in.' }, active);
    expect(mended).toContain(
      'Confidence: 75 %. For it: not recorded. Against it: nothing on record.',
    );
    expect(
      found(
        'H5',
        { [HYPOTHESIS]: 'Clear the sign-in (75 %). The log speaks for it, the phone against.' },
        active,
      ).findings,
    ).toEqual([]);
    expect(
      found('H5', {
        [HYPOTHESIS]: 'No leading hypothesis yet — symptoms are still being narrowed.',
      }).findings,
    ).toEqual([]);
  });
});

describe('H6, the next steps', () => {
  it('start with a verb', () => {
    const steps = '- The vendor could be asked (tier 2, today).\n- Call the user back.';
    expect(found('H6', { [NEXT_STEPS]: steps }).findings).toHaveLength(1);
    expect(
      found('H6', {
        [NEXT_STEPS]: '- If it comes back, look at the log (tier 2).\n- Wait until noon.',
      }).findings,
    ).toEqual([]);
  });

  it('have an owner and a time', () => {
    const mended = expectMended('H6', { [NEXT_STEPS]: '- Ask for the log.\n- Read it.' });
    expect(mended).toContain('- Read it.\n\nOwner: the next engineer. When: not agreed.');
    expect(ofRule(checkTyped('escalate', mended), 'D1')).toEqual([]);
  });
});

describe('H7, a plan for when it goes wrong', () => {
  it('is wanted at priority 1 and 2 only', () => {
    const urgent = { Problem: WHOLE.Problem.replace('unknown', '1') };
    expect(expectMended('H7', urgent)).toContain('If these steps do not help');
    expect(found('H7', {}).findings).toEqual([]);
    expect(
      found('H7', {
        ...urgent,
        [NEXT_STEPS]: '- Call at noon.\n- If it fails, then call the vendor.',
      }).findings,
    ).toEqual([]);
  });
});

describe('H8, the state left behind', () => {
  const changed = (undo: string | null) =>
    session()
      .ran('Set-Limit.ps1', 'limit restored to 60 GB', { changes_system: true, undo })
      .build();
  const told = (text: string, undo: string | null = 'set the limit back to 4 GB') =>
    found('H8', { [TRIED]: `- ${text}` }, changed(undo)).findings;

  it('blocks where a change is told without how to undo it', () => {
    expect(told('Ran Set-Limit.ps1: limit restored to 60 GB.')).toMatchObject([{ level: 'block' }]);
    expect(told('Looked at the log.')).toHaveLength(1);
  });

  it.each([
    'Ran Set-Limit.ps1; to undo it, set the limit to 4 GB.',
    'Ran Set-Limit.ps1: done. Set the limit back to 4 GB afterwards.',
    'Ran Set-Limit.ps1; how to undo this is not recorded.',
  ])('lets pass %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('leaves alone what changed nothing', () => {
    const looked = session().ran('Get-Limit.ps1', 'limit is 4 GB').build();
    expect(found('H8', { [TRIED]: '- Ran Get-Limit.ps1.' }, looked).findings).toEqual([]);
  });

  it('offers the sentence that the record has', () => {
    const sections = { [TRIED]: '- Ran Set-Limit.ps1.' };
    expect(expectMended('H8', sections, changed('set it to 4 GB'))).toContain(
      'Set-Limit.ps1: it changed the system; to undo it: set it to 4 GB.',
    );
    expect(expectMended('H8', sections, changed(null))).toContain('how to undo it is not recorded');
  });
});

describe('H9 and H10, promises and earlier tickets', () => {
  it('asks what was promised and how to reach the customer', () => {
    const steps = { [NEXT_STEPS]: '- Read the log (tier 2, today).\n- Compare it.' };
    expect(expectMended('H9', steps)).toContain('Promised to the customer: nothing known.');
  });

  it('asks whether it happened before', () => {
    const Problem = WHOLE.Problem.replace(/No similar.*/, '');
    expect(expectMended('H10', { Problem })).toContain('not searched');
    expect(found('H10', { Problem: `${Problem} Second time this year.` }).findings).toEqual([]);
  });
});

describe('H11, the receiver’s test', () => {
  const note = (problem: string, tried: string, next: string) =>
    receiverTest({
      sections: [[bullet(problem)], [], [bullet(tried)], [], next === '' ? [] : [bullet(next)]],
    });

  it('answers all three questions of a good package', () => {
    expect(
      note(
        'Outlook asks for a password.',
        'Rebuilt the profile: did not help.',
        'Ask the vendor today.',
      ),
    ).toEqual({ what_is_broken: true, what_must_not_be_repeated: true, what_do_i_do_first: true });
  });

  it('says which it does not', () => {
    expect(note('Priority: unknown.', 'Rebuilt it', 'The vendor.')).toEqual({
      what_is_broken: false,
      what_must_not_be_repeated: false,
      what_do_i_do_first: false,
    });
  });
});
