import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  checkNote,
  type DraftingSnapshot,
  draftLocally,
  renderNote,
} from '../../../electron/drafting/index.ts';
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { faultsOf } from '../../fixtures/drafting/notes.ts';
import * as samples from '../../fixtures/drafting/sample-sessions.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

function draft(kind: NoteKind, snapshot: DraftingSnapshot) {
  const bundle = buildBundle(snapshot);
  const note = renderNote(draftLocally(kind, bundle));
  const check = checkNote({ kind, markdown: note.markdown, bundle, bases: [note] });
  const section = (heading: string) =>
    (note.markdown.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').trim();
  return { ...note, ...check, section };
}

describe.each(Object.entries(samples))('the session "%s"', (_, build) => {
  it.each(NOTE_KINDS)(
    'gets a %s note with the headings of its kind and no fault at all',
    (kind) => {
      const { markdown, findings } = draft(kind, build().build());
      expect(faultsOf({ findings })).toEqual([]);
      expect(markdown.match(/^## .*$/gm)).toEqual(
        NOTE_HEADINGS[kind].map((heading) => `## ${heading}`),
      );
      expect(markdown.endsWith('\n')).toBe(true);
      expect(markdown).not.toMatch(/\n\n\n|[ \t]\n/);
    },
  );
});

describe('whole notes, written by hand', () => {
  it('tells the customer what they may know of a mail problem', () => {
    const { markdown, left_out } = draft('resolve', samples.mailSolved().build());
    expect(markdown).toBe(`## Problem
The problem was reported as follows: Outlook on my PC keeps asking for the password since the mailbox was moved on 18 November. The phone is fine.

## What we confirmed
- Mailbox moved to Exchange Online on 18 November.
- The user reported: Outlook prompts for a password on the computer only.
- Phone and browser mail work.

## Root cause
The desktop profile kept a stale sign-in, caused by the mailbox move.

## Resolution
- This fix was applied and it worked: Clear the stored Office sign-in. Outlook opened without a prompt.
- User confirmed that Outlook opens.
- Please tell us if the problem comes back.
`);
    expect(left_out).toEqual(['fact:5']);
  });

  it('tells the next engineer all of it', () => {
    const { markdown, left_out } = draft('escalate', samples.mailSolved().build());
    expect(markdown).toBe(`## Problem
The problem was reported as follows: Outlook on my PC keeps asking for the password since the mailbox was moved on 18 November. The phone is fine.

## What we've confirmed
- Mailbox moved to Exchange Online on 18 November (ticket).
- The user reported: Outlook prompts for a password on DESK-114 only.
- Phone and browser mail work.
- The desktop profile kept a stale sign-in, caused by the mailbox move.
- \\\\\\FS01\\profiles\\jdoe held the old data file.
- User confirmed that Outlook opens.

## What we've tried
- Opened mail on the phone and in the browser: Phone and browser mail work.
- Applied the fix: Rebuild the mail profile. It did not help, so it is ruled out. The prompt came back after the restart.
- Applied the fix: Clear the stored Office sign-in. It worked. Outlook opened without a prompt.
- Ran the script Clear-OfficeCredential.ps1: Removed 3 entries.

## Current hypothesis
The leading suggestion, at 86 % confidence, is: Clear the stored Office sign-in. It was applied and it worked. Remove the old entries from Credential Manager, then sign in again.

## Suggested next steps
- Watch whether the problem stays away after this fix: Clear the stored Office sign-in.
- Find out whether anyone else had the same problem.
`);
    expect(left_out).toEqual([]);
  });

  it('puts a sure, untried fix first, and tells no script as run that was not', () => {
    const { markdown } = draft('escalate', samples.vpnOpen().build());
    expect(markdown).toBe(`## Problem
The problem was reported as follows: VPN drops after about 60 seconds for one user at home.

## What we've confirmed
- The tunnel drops at 60 s on each of 5 attempts.
- The same laptop stays connected on a phone hotspot.

## What we've tried
- Client log: The tunnel drops at 60 s on each of 5 attempts.

## Current hypothesis
The leading suggestion, at 85 % confidence, is: Lower the MTU to 1400 on the VPN adapter. It has not been tried yet. The home router drops large packets. A lower MTU avoids that.

## Suggested next steps
- Try the suggested fix: Lower the MTU to 1400 on the VPN adapter.
- Run the generated script if it still applies: Set-VpnMtu.ps1.
`);
  });

  it('says "nothing" where there is nothing', () => {
    expect(draft('escalate', samples.empty().build()).markdown).toBe(`## Problem
The problem was reported as follows: Printer offline.

## What we've confirmed
Nothing confirmed yet.

## What we've tried
No diagnostic actions run yet.

## Current hypothesis
No leading hypothesis yet — symptoms are still being narrowed.

## Suggested next steps
- Confirm the symptoms with the user and record each one as a fact.
- Reproduce the problem with the user and record the exact message.
`);
    expect(draft('resolve', samples.empty().build()).markdown).toBe(`## Problem
The problem was reported as follows: Printer offline.

## What we confirmed
Nothing confirmed yet.

## Root cause
The root cause was not determined.

## Resolution
No change was recorded for this problem.
`);
  });

  it('takes cause and resolution from the facts where no fix is on record', () => {
    expect(draft('resolve', samples.diskFreed().build()).markdown).toBe(`## Problem
Alert: the C: drive on the server was 98 % full.

## What we confirmed
- The C: drive on the server had 2 GB free.

## Root cause
Old update files took 40 GB because the clean-up task was switched off.

## Resolution
- Cleared the old update files.
- Enabled the clean-up task again.
`);
  });

  it('keeps internal facts from the customer', () => {
    const { markdown, left_out } = draft('resolve', samples.internalOnly().build());
    expect(markdown).toBe(`## Problem
The problem was reported as follows: The server does not answer.

## What we confirmed
The technical checks are kept in our internal record.

## Root cause
The root cause was not determined.

## Resolution
No change was recorded for this problem.
`);
    expect(left_out).toEqual(['fact:1', 'fact:2']);
  });
});

describe('the hypothesis', () => {
  const NONE = 'No leading hypothesis yet — symptoms are still being narrowed.';
  const hypothesis = (details: Parameters<ReturnType<typeof session>['fix']>[1]) =>
    draft('escalate', session().fix('Clear the cache', details).build()).section(
      'Current hypothesis',
    );

  it('is named at 60 %, not at 59 %', () => {
    expect(hypothesis({ confidence: 60 })).toContain('60 % confidence');
    expect(hypothesis({ confidence: 59 })).toBe(NONE);
  });

  it.each([
    ['worked', 'it worked'],
    ['partly', 'helped in part'],
    ['pending', 'cannot be verified yet'],
  ] as const)('that %s is named with that outcome, also below 60 %%', (outcome, words) => {
    expect(hypothesis({ confidence: 40, outcome })).toContain(words);
  });

  it.each(['failed', 'dismissed'] as const)('is gone where the fix was %s', (outcome) => {
    expect(hypothesis({ confidence: 90, outcome })).toBe(NONE);
  });

  it('is never a superseded fix', () => {
    expect(hypothesis({ confidence: 90, superseded_at: 1 })).toBe(NONE);
  });
});

describe('the next steps', () => {
  const steps = (snapshot: DraftingSnapshot) =>
    draft('escalate', snapshot).section('Suggested next steps').split('\n');

  it.each(Object.entries(samples))('are two to four (%s)', (_, build) => {
    const found = steps(build().build());
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.length).toBeLessThanOrEqual(4);
    expect(found.every((step) => /^- [A-Z].*\.$/.test(step))).toBe(true);
  });

  it('begin with the suggested fix at 81 %, not at 80 %', () => {
    const at = (confidence: number) =>
      steps(session().fix('Clear the cache.', { confidence }).build())[0];
    expect(at(81)).toBe('- Try the suggested fix: Clear the cache.');
    expect(at(80)).not.toContain('Try the suggested fix:');
  });

  it('do not begin with it once it was tried', () => {
    const found = steps(
      session().fix('Clear the cache', { confidence: 95, outcome: 'applied' }).build(),
    );
    expect(found[0]).toBe('- Check whether the applied fix worked: Clear the cache.');
  });

  it('follow up on what a fix waits for', () => {
    expect(steps(samples.pending().build())[0]).toBe(
      '- Follow up on what the fix waits for: the next weekly run on Sunday.',
    );
  });
});

describe('what was tried', () => {
  it('tells a superseded fix only where it was really applied', () => {
    const snapshot = session()
      .fix('Rebuild the profile', { superseded_at: 1 })
      .fix('Replace the cable', { outcome: 'failed', outcome_note: 'no change', superseded_at: 1 })
      .fix('Clear the cache', { confidence: 70 })
      .build();
    const tried = draft('escalate', snapshot).section("What we've tried");
    expect(tried).toBe(
      '- Applied the fix: Replace the cable. It did not help, so it is ruled out. No change.',
    );
  });
});

describe('what the customer reads', () => {
  it('names no computer where more than one is in play', () => {
    const snapshot = session({ intake: 'Mail was slow.' })
      .fact('technician', 'DESK-114 was slow.')
      .fact('technician', 'DESK-115 was quick.')
      .build();
    const { markdown, left_out } = draft('resolve', snapshot);
    expect(markdown).not.toMatch(/DESK|computer/);
    expect(left_out).toEqual(['fact:1', 'fact:2']);
  });

  it.each([
    'The DESK-114 workstation was slow.',
    'Logged on to the PC DESK-114.',
    'His DESK-114 was slow.',
  ])('leaves out a fact that would not read as English: %s', (text) => {
    const { left_out } = draft('resolve', session().fact('technician', text).build());
    expect(left_out).toEqual(['fact:1']);
  });

  it('tells no cause that is only a guess, or only the user’s', () => {
    for (const [source, text] of [
      ['technician', 'It may be caused by the update.'],
      ['technician', 'The root cause is unknown.'],
      ['technician', 'The visit was postponed because of snow.'],
      ['user_report', 'It broke because of the update.'],
    ] as const) {
      const note = draft('resolve', session().fact(source, text).build());
      expect(note.section('Root cause')).toBe('The root cause was not determined.');
    }
  });

  it('tells the cause that the record of the working fix states', () => {
    const description = 'Renew it. The sign-in failed; the root cause was an expired certificate.';
    const cause = (outcome: 'worked' | 'failed') =>
      draft(
        'resolve',
        session().fix('Renew the certificate', { outcome, description }).build(),
      ).section('Root cause');
    expect(cause('worked')).toBe('The sign-in failed; the root cause was an expired certificate.');
    expect(cause('failed')).toBe('The root cause was not determined.');
  });

  it('does not tell failed fixes', () => {
    const { markdown } = draft(
      'resolve',
      session().fix('Rebuild the profile', { outcome: 'failed' }).build(),
    );
    expect(markdown).not.toContain('profile');
  });

  it('does not claim a fix whose result is open', () => {
    const resolution = draft('resolve', samples.applied().build()).section('Resolution');
    expect(resolution).toBe(
      '- This fix was applied, and its result is not known yet: Renew the scan account password.',
    );
  });

  it('stays within 150 words and lists what did not fit', () => {
    let long = session();
    for (let number = 0; number < 40; number += 1) {
      long = long.fact(
        'technician',
        `Test ${number} of the mail flow went through without any error.`,
      );
    }
    const { markdown, findings, left_out } = draft('resolve', long.build());
    expect(faultsOf({ findings })).toEqual([]);
    expect(markdown.split(/\s+/).length).toBeLessThan(170);
    expect(left_out.length).toBeGreaterThan(10);
  });
});

describe('facts as told', () => {
  const confirmed = (source: 'user_report' | 'technician', text: string) =>
    draft('escalate', session().fact(source, text).build()).section("What we've confirmed");

  it.each([
    ['user_report', 'it asks twice', '- The user reported: It asks twice.'],
    ['user_report', 'Mary says that it asks twice', '- Mary says that it asks twice.'],
    ['user_report', 'The user reported a beep!', '- The user reported a beep!'],
    ['technician', 'the port is closed;', '- The port is closed.'],
    ['technician', 'ipconfig shows no lease', '- ipconfig shows no lease.'],
    ['technician', 'iPhone mail works', '- iPhone mail works.'],
    ['technician', 'line one\nline two', '- Line one line two.'],
  ] as const)('%s: %j becomes %j', (source, text, line) => {
    expect(confirmed(source, text)).toBe(line);
  });

  it('tells twice-noted facts once, resting on both', () => {
    const { markdown, evidence } = draft(
      'escalate',
      session()
        .fact('technician', 'The port is closed.')
        .fact('technician', 'the port is closed')
        .build(),
    );
    expect(markdown.match(/port is closed/g)).toHaveLength(1);
    expect(evidence.some((line) => line.evidence_ids.join() === 'fact:1,fact:2')).toBe(true);
  });
});
