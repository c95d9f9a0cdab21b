import { describe, expect, it } from 'vitest';
import { buildBundle } from '../../../electron/drafting/bundle.ts';
import { hypothesisFix } from '../../../electron/drafting/local/hypothesis.ts';
import { draftLocally } from '../../../electron/drafting/local/local-generator.ts';
import { isFirstStep } from '../../../electron/drafting/local/next-steps.ts';
import { leftOut, renderNote } from '../../../electron/drafting/note-document.ts';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import * as samples from '../../fixtures/drafting/sample-sessions.ts';
import { type SessionBuilder, session } from '../../fixtures/drafting/session-builder.ts';

function draft(kind: NoteKind, built: SessionBuilder) {
  const bundle = buildBundle(built.build());
  const note = renderNote(draftLocally(kind, bundle));
  return { ...note, left_out: leftOut(kind, bundle, note.evidence) };
}

function pack(built: SessionBuilder) {
  const { markdown, evidence } = draft('escalate', built);
  const lines = (heading: string) =>
    (markdown.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').trim().split('\n');
  return {
    evidence,
    confirmed: lines("What we've confirmed"),
    tried: lines("What we've tried"),
    hypothesis: lines('Current hypothesis').join('\n'),
    steps: lines('Suggested next steps'),
  };
}

describe('whole notes', () => {
  it('give the customer what they may know of a mail problem', () => {
    const { markdown, left_out } = draft('resolve', samples.mailSolved());
    expect(markdown).toBe(`## Problem
Outlook asks for a password after migration. Reported: mailbox moved to Exchange Online on 18 November. Outlook prompts for a password on DESK-114 only.

## What we confirmed
See Root cause and Resolution below.

## Root cause
The desktop profile kept a stale sign-in after the mailbox move.

## Resolution
- We cleared the stored Office sign-in.
- User confirmed that Outlook opens.
`);
    expect(left_out.map(({ evidence_id, reason }) => [evidence_id, reason])).toEqual([
      ['fact:3', 'internal'],
      ['fact:5', 'internal'],
    ]);
  });

  it('give the next engineer all of it', () => {
    const { markdown, left_out } = draft('escalate', samples.mailSolved());
    expect(markdown).toBe(`## Problem
Outlook asks for a password after migration. Reported: "Outlook on my PC keeps asking for the password since the mailbox was moved on 18 November. The phone is fine. Can you help?"

## What we've confirmed
- Reported: mailbox moved to Exchange Online on 18 November.
- Reported: Outlook prompts for a password on DESK-114 only.
- Phone and browser mail work.
- Cause: The desktop profile kept a stale sign-in after the mailbox move.
- \\\\FS01\\profiles\\jdoe held the old data file.
- User confirmed that Outlook opens (user).

## What we've tried
- Opened mail on the phone and in the browser (result above).
- Rebuilt the mail profile: did not help (the prompt came back after the restart).
- Cleared the stored Office sign-in: worked (Outlook opened without a prompt).
- Ran Clear-OfficeCredential.ps1: removed 3 entries.

## Current hypothesis
Clear the stored Office sign-in (86% confidence): it worked. The cause is listed above.

## Suggested next steps
- Monitor for recurrence.
- Close the ticket if it does not come back.
`);
    expect(left_out).toEqual([]);
  });

  it('put a sure, untried fix first, and name no script as run that was not', () => {
    expect(draft('escalate', samples.vpnOpen()).markdown).toBe(`## Problem
VPN drops after 60 seconds. Reported: "VPN drops after about 60 seconds for one user at home. I think it is the router."

## What we've confirmed
- The tunnel drops at 60 s on each of 5 attempts.
- The same laptop stays connected on a phone hotspot.

## What we've tried
- Client log (result above).

## Current hypothesis
Lower the MTU to 1400 on the VPN adapter (85% confidence): not tried yet. Reasoning: The home router drops large packets. A lower MTU avoids that.

## Suggested next steps
- Try the suggested fix: Lower the MTU to 1400 on the VPN adapter.
- Set-VpnMtu.ps1 was prepared and has not been run.
`);
  });

  it('say so where nothing is on record', () => {
    expect(draft('escalate', samples.empty()).markdown).toBe(`## Problem
Printer offline.

## What we've confirmed
Nothing confirmed yet.

## What we've tried
No diagnostic actions run yet.

## Current hypothesis
No leading hypothesis yet — symptoms are still being narrowed.

## Suggested next steps
- Confirm the symptoms with the user.
- Reproduce it with the user and capture the exact error.
`);
    expect(draft('resolve', samples.empty()).markdown).toBe(`## Problem
Printer offline.

## What we confirmed
Nothing confirmed yet.

## Root cause
The root cause was not determined.

## Resolution
Nothing has been changed so far.
`);
  });

  it('are in the language of the session', () => {
    const built = session({ language: 'de', summary: 'Der Drucker war offline', since: 'Montag' })
      .checked('Statusseite drucken', 'Die Adresse ist neu')
      .fix('Adresse reservieren', { outcome: 'failed', outcome_note: 'keine Wirkung' })
      .fix('Drucker neu starten', { confidence: 70 });
    expect(draft('escalate', built).markdown).toBe(`## Problem
Der Drucker war offline. Seit: Montag.

## What we've confirmed
- Die Adresse ist neu.

## What we've tried
- Statusseite drucken (Ergebnis oben).
- Adresse reservieren: hat nicht geholfen (keine Wirkung).

## Current hypothesis
Drucker neu starten (zu 70 % sicher): noch nicht ausprobiert.

## Suggested next steps
- Diese Lösung erwägen (zu 70 % sicher): Drucker neu starten.
- Aus den Ergebnissen oben die nächste Prüfung wählen.
`);
  });
});

describe("what we've confirmed", () => {
  it('has a bullet a fact, with its source or its role', () => {
    const built = session({ summary: 'x' })
      .fact('user_report', 'it buzzes')
      .fact('ticket', 'does it buzz?')
      .fact('script_output', '3 errors')
      .fact('technician', 'relay stuck', { role: 'cause' })
      .fact('technician', 'muted the bell', { role: 'change' })
      .fact('user_report', 'it opens', { role: 'confirmation' });
    expect(pack(built).confirmed).toEqual([
      '- Reported: it buzzes.',
      '- Reported: does it buzz?',
      '- 3 errors (script).',
      '- Cause: relay stuck.',
      '- Muted the bell.',
      '- It opens (user).',
    ]);
  });

  it('folds facts that say the same of several things, of one source and role', () => {
    const built = session({ summary: 'x' })
      .fact('technician', 'PC-1: no reply')
      .fact('technician', 'PC-2: no reply.')
      .fact('user_report', 'PC-3: no reply')
      .fact('technician', 'PC-1: no reply');
    const { confirmed, evidence } = pack(built);
    expect(confirmed).toEqual(['- PC-1, PC-2: no reply.', '- Reported: PC-3: no reply.']);
    expect(evidence[1]?.evidence_ids).toEqual(['fact:1', 'fact:2', 'fact:4']);
  });

  it('has the short wording of a fact, or the whole beginning of a long one, and says that it is cut', () => {
    const long = 'One two three four five six seven eight. '.repeat(12);
    const built = session({ summary: 'x' })
      .fact('technician', long)
      .fact('technician', `${long} End`, { short_wording: 'Eight words, many times' });
    const [cut, short] = pack(built).confirmed;
    expect(cut).toMatch(/seven eight \(shortened\)\.$/);
    expect(cut?.length).toBeLessThan(320);
    expect(short).toBe('- Eight words, many times.');
    const brief = session({ summary: 'x' }).fact('technician', 'r3 = 0; ignore the bell', {
      short_wording: 'r3 = 0',
    });
    expect(pack(brief).confirmed).toEqual(['- r3 = 0.']);
  });
});

describe("what we've tried", () => {
  it('lists checks in their own words, whose results are above', () => {
    const built = session({ summary: 'x' })
      .checked(
        'Read the log',
        'The log has two errors of the same kind, at 9:15 and at 9:40. More before.',
      )
      .checked('Measure the line', 'The line is 20 dB too weak at noon', { short_wording: 'weak' })
      .checked('Import log of the door', 'x '.repeat(50))
      .fact('diagnostic_check', 'All green', { source_summary: 'Status page' });
    const { tried, evidence } = pack(built);
    expect(tried).toEqual([
      '- Checks run, results above: Read the log; Measure the line; Import log of the door; Status page.',
    ]);
    const list = evidence.find(({ evidence_ids }) => evidence_ids.includes('check:1'));
    expect(list?.evidence_ids).toEqual([
      'check:1',
      'fact:1',
      'check:2',
      'fact:2',
      'check:3',
      'fact:3',
      'fact:4',
    ]);
  });

  it('names a check without a result, and does not deny checks without a name', () => {
    const built = session({ summary: 'x' }).checked('Read the log', 'gone', { deleted_at: 1 });
    expect(pack(built).tried).toEqual(['- Read the log (result not recorded).']);
    const unnamed = session({ summary: 'x' }).fact('diagnostic_check', 'All green');
    expect(pack(unnamed).tried).toEqual(['- The results of the checks are listed above.']);
  });

  it.each([
    [
      { outcome: 'failed' as const, left_in_place: true },
      'Replaced the relay: did not help. Its change was left in place.',
    ],
    [
      { outcome: 'failed' as const, outcome_note: 'The bell rang. Twice.' },
      'Replaced the relay: did not help. The bell rang. Twice.',
    ],
    [{ outcome: 'partly' as const, done: 'Fitted relay K3' }, 'Fitted relay K3: helped in part.'],
    [
      { outcome: 'pending' as const, outcome_note: 'comes Friday' },
      'Replace the relay: result pending (comes Friday).',
    ],
    [{ outcome: 'applied' as const }, 'Replaced the relay: result not known yet.'],
    [
      { outcome: 'applied' as const, superseded_at: 1, outcome_note: 'No change' },
      'Replaced the relay: replaced by a later fix (no change).',
    ],
  ])('has each fix with its result: %j', (details, expected) => {
    expect(pack(session().fix('Replace the relay', details)).tried).toEqual([`- ${expected}`]);
  });

  it('has scripts that ran, with what they changed and how to undo it, and no others', () => {
    const built = session()
      .generated('Get-Door.ps1')
      .name('DOOR-1', 'host')
      .ran('Set-Door.ps1', 'r3=1', {
        changes_system: true,
        undo: 'set r3=0.',
        parameters: [{ name: 'Door', secret: false, value: 'door-1' }],
      })
      .ran('Set-Bell.ps1', null, { changes_system: true });
    expect(pack(built).tried).toEqual([
      '- Ran Set-Door.ps1 on door-1: r3=1. Undo: set r3=0.',
      '- Ran Set-Bell.ps1 (result not recorded). It made changes.',
    ]);
  });

  it('keeps fixes and scripts in the order of time', () => {
    const built = session()
      .fix('Replace the relay', { outcome: 'failed' })
      .ran('Get-Door.ps1', 'ok')
      .fix('Clean the contacts', { outcome: 'worked' });
    expect(pack(built).tried.map((line) => line.slice(2, 9))).toEqual([
      'Replace',
      'Ran Get',
      'Cleaned',
    ]);
  });
});

describe('the hypothesis', () => {
  const none = FIXED_SENTENCES.en.no_hypothesis;

  it.each([
    [{ confidence: 59 }, none],
    [{ confidence: 60 }, 'Replace the relay (60% confidence): not tried yet.'],
    [{ confidence: 60, from_session_id: 4 }, none],
    [
      { confidence: 61, from_session_id: 4, description: 'It sticks.' },
      'Replace the relay (61% confidence): not tried yet. Reasoning: It sticks.',
    ],
    [{ confidence: 90, outcome: 'failed' as const }, none],
    [{ confidence: 90, outcome: 'dismissed' as const }, none],
    [{ confidence: 90, superseded_at: 1 }, none],
    [{ confidence: 45, outcome: 'applied' as const }, none],
    [
      { confidence: 45, outcome: 'partly' as const },
      'Replace the relay (45% confidence): it helped in part.',
    ],
    [
      { confidence: 45, outcome: 'pending' as const },
      'Replace the relay (45% confidence): result pending.',
    ],
  ])('is the active fix with its confidence and result: %j', (details, expected) => {
    const built = session().fix('Replace the relay.', details);
    expect(pack(built).hypothesis).toBe(expected);
    expect(hypothesisFix(buildBundle(built.build())) === null).toBe(expected === none);
  });

  it('points to a cause on record, and says it no second time', () => {
    const built = session()
      .fact('technician', 'a relay was stuck', { role: 'cause' })
      .fact('technician', 'the storm', { role: 'cause' });
    expect(pack(built).hypothesis).toBe('The cause is known and listed above; no fix is active.');
    const one = session()
      .fact('technician', 'a relay was stuck', { role: 'cause' })
      .fix('Free the relay', { confidence: 70, outcome: 'worked' });
    expect(pack(one).hypothesis).toBe(
      'Free the relay (70% confidence): it worked. The cause is listed above.',
    );
  });
});

describe('next steps', () => {
  it('follow the order of the work', () => {
    const built = session()
      .fix('Fit a relay', { outcome: 'failed', left_in_place: true })
      .fix('Clean the contacts', { confidence: 81 })
      .check('Measure the line', 'below 5 dB it is the line')
      .generated('Get-Door.ps1');
    expect(pack(built).steps).toEqual([
      '- Try the suggested fix: Clean the contacts.',
      '- Measure the line. Below 5 dB it is the line.',
      '- Still in place, to be undone: Fit a relay.',
      '- Get-Door.ps1 was prepared and has not been run.',
    ]);
  });

  it.each([
    [{ confidence: 80 }, 'Consider this fix (80% confidence): Fit a relay.'],
    [{ confidence: 30 }, 'Consider this fix (30% confidence): Fit a relay.'],
    [{ outcome: 'applied' as const }, 'Confirm whether this worked: Fit a relay.'],
    [
      { outcome: 'pending' as const, outcome_note: 'The part comes Friday' },
      'Check the result of: Fit a relay (the part comes Friday).',
    ],
    [{ outcome: 'partly' as const }, 'Find out what still fails.'],
  ])('say what to do with the active fix: %j', (details, expected) => {
    expect(pack(session().fix('Fit a relay', details)).steps[0]).toBe(`- ${expected}`);
  });

  it('do not confirm a fix twice: an open check is how', () => {
    const built = session().fix('Fit a relay', { outcome: 'applied' }).check('Open the door');
    expect(pack(built).steps).toEqual(['- Open the door.', '- Give the user the result.']);
  });

  it('never say that nothing is open after a fix that helped in part', () => {
    const built = session()
      .fix('Fit a relay', { outcome: 'partly', outcome_note: '2 of 3 doors open' })
      .fact('user_report', 'The front door opens', { role: 'confirmation' });
    expect(pack(built).steps).toEqual([
      '- Find out what still fails.',
      '- Give the user the result.',
    ]);
  });

  it('ask for a confirmation after a fix that worked, unless the record has one', () => {
    const built = session().fix('Fit a relay', { outcome: 'worked' });
    expect(pack(built).steps).toEqual([
      '- Ask the user to confirm it works.',
      '- Monitor for recurrence.',
    ]);
    const note = session().fix('Fit a relay', { outcome: 'worked', outcome_note: 'it opens' });
    expect(pack(note).steps[0]).toBe('- Monitor for recurrence.');
    built.fact('user_report', 'It opens', { role: 'confirmation' });
    expect(pack(built).steps).toEqual([
      '- Monitor for recurrence.',
      '- Close the ticket if it does not come back.',
    ]);
  });

  it('are standard only where fewer than two remain, and a promise comes before them', () => {
    const built = session({ promised: 'a call by 15:00' });
    expect(pack(built).steps).toEqual([
      '- Keep what was promised: a call by 15:00.',
      '- Confirm the symptoms with the user.',
    ]);
    built.check('Measure the line').check('Ring the bell');
    expect(pack(built).steps).toEqual([
      '- Measure the line.',
      '- Ring the bell.',
      '- Keep what was promised: a call by 15:00.',
    ]);
  });

  it('do not ask who is affected and since when where both are known', () => {
    const known = session({ affected: 'two doors', since: 'Monday' }).fact('ticket', 'x');
    expect(pack(known).steps.join()).not.toContain('who else');
    expect(pack(session().fact('ticket', 'x')).steps.join()).toContain('who else');
  });

  it('lose none: the last bullet has all that remain', () => {
    const built = session();
    for (let index = 1; index <= 6; index += 1) built.check(`Ring bell ${index}`);
    const { steps, evidence } = pack(built);
    expect(steps).toEqual([
      '- Ring bell 1.',
      '- Ring bell 2.',
      '- Ring bell 3.',
      '- Ring bell 4. Ring bell 5. Ring bell 6.',
    ]);
    expect(evidence.at(-1)?.evidence_ids).toEqual(['check:6']);
  });

  it('know the first one by its confidence, only while it is untried', () => {
    const fix = (details: object) => {
      const { active_fix } = buildBundle(session().fix('Fit a relay', details).build());
      return active_fix !== null && isFirstStep(active_fix);
    };
    expect(fix({ confidence: 81 })).toBe(true);
    expect(fix({ confidence: 80 })).toBe(false);
    expect(fix({ confidence: 99, outcome: 'applied' })).toBe(false);
  });
});

it('shows backslashes as they are', () => {
  const built = session({ summary: 'Share lost' }).fact('technician', '\\\\FS01\\a$ is gone');
  expect(draft('escalate', built).markdown).toContain('- \\\\FS01\\a$ is gone.\n');
});
