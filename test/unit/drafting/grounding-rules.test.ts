import { describe, expect, it } from 'vitest';
import {
  buildBundle,
  checkNote,
  draftLocally,
  renderNote,
} from '../../../electron/drafting/index.ts';
import { bullet, paragraph } from '../../../electron/drafting/note-document.ts';
import {
  checkGenerated,
  checkTyped,
  faultsOf,
  noteText,
  ofRule,
  pointedAt,
  repaired,
} from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const CONFIRMED = "What we've confirmed";
const TRIED = "What we've tried";
const HYPOTHESIS = 'Current hypothesis';
const NEXT_STEPS = 'Suggested next steps';

const facts = session({ ticket_ref: '48213' })
  .fact('diagnostic_check', 'The mailbox on DESK-114 holds 3 old profiles since 18 November.')
  .fact('user_report', 'She said "it asks me twice" on the phone.')
  .build();

describe('G1, evidence', () => {
  it('blocks a generated line that rests on nothing', () => {
    const check = checkGenerated('escalate', CONFIRMED, bullet('The mailbox is old.'), facts);
    expect(ofRule(check, 'G1')).toMatchObject([{ level: 'block' }]);
  });

  it('blocks one that rests on a fact which is no longer on record', () => {
    const check = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet('The mailbox is old.', 'fact:9'),
      facts,
    );
    expect(ofRule(check, 'G1')[0]?.message).toContain('no longer on record');
  });

  it('lets pass what rests on a fact', () => {
    const check = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet('The mailbox is old.', 'fact:1'),
      facts,
    );
    expect(ofRule(check, 'G1')).toEqual([]);
  });
});

describe('G2, anchors', () => {
  it.each([
    ['DESK-115 holds old profiles.', 'DESK-115'],
    ['The mailbox holds 4 old profiles.', '4'],
    ['Update KB5034441 was installed.', 'KB5034441'],
    ['The path C:\\Old\\x.ost is full.', 'C:\\Old\\x.ost'],
    ['The server 10.0.0.7 answered.', '10.0.0.7'],
    ['It began on 19 November.', '19'],
    ['Ticket CW #48214 says so.', '48214'],
    ['Mail to jane@x.example failed.', 'jane@x.example'],
  ])('blocks what stands in no cited fact: %j', (text, anchor) => {
    const check = checkGenerated('escalate', CONFIRMED, bullet(text, 'fact:1'), facts);
    const found = ofRule(check, 'G2');
    expect(found.map((finding) => finding.message).join()).toContain(anchor);
  });

  it.each([
    'DESK-114 holds three old profiles.',
    'Since the 18th there are 3 profiles.',
    'Ticket CW #48213 names desk-114.',
    'No number at all.',
  ])('lets pass what does: %j', (text) => {
    const check = checkGenerated('escalate', CONFIRMED, bullet(text, 'fact:1'), facts);
    expect(ofRule(check, 'G2')).toEqual([]);
  });

  it('asks for the cited fact, not for any fact', () => {
    const check = checkGenerated('escalate', CONFIRMED, bullet('DESK-114 asks.', 'fact:2'), facts);
    expect(ofRule(check, 'G2')).toHaveLength(1);
  });

  it('exempts what a technician typed', () => {
    const markdown = noteText('escalate', { [CONFIRMED]: '- DESK-999 runs KB5034441.' });
    expect(faultsOf(checkTyped('escalate', markdown, facts))).toEqual([]);
  });
});

describe('G3, quotations', () => {
  it('blocks words that nobody said, and takes the marks off', () => {
    const block = bullet('She said "it never asks" on the phone.', 'fact:2');
    const note = renderNote({ kind: 'escalate', sections: [[], [block], [], [], []] });
    const check = checkGenerated('escalate', CONFIRMED, block, facts);
    const [finding] = ofRule(check, 'G3');
    expect(finding && pointedAt(note.markdown, finding)).toBe('"it never asks"');
    expect(finding && repaired(note.markdown, finding)).toContain(
      'said it never asks on the phone',
    );
  });

  it.each([
    'She said "it asks me twice" on the phone.',
    'She said “it asks me twice”.',
    'A 15" panel.',
  ])('lets pass %j', (text) => {
    const check = checkGenerated('escalate', CONFIRMED, bullet(text, 'fact:2'), facts);
    expect(ofRule(check, 'G3')).toEqual([]);
  });
});

describe('G4, only facts are confirmed', () => {
  const withFix = session()
    .fact('technician', 'The phone works.')
    .fix('Clear the old sign-in')
    .build();

  it('blocks a suggestion under "confirmed"', () => {
    const check = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet('The sign-in is old.', 'fix:1'),
      withFix,
    );
    expect(ofRule(check, 'G4')).toHaveLength(1);
  });

  it('catches the hypothesis that was moved there', () => {
    const bundle = buildBundle(withFix);
    const note = renderNote(draftLocally('escalate', bundle));
    const [, moved = ''] = note.markdown.split('## Current hypothesis\n');
    const line = moved.split('\n')[0] ?? '';
    const markdown = note.markdown.replace('- The phone works.', `- The phone works.\n\n${line}`);
    const check = checkNote({ kind: 'escalate', markdown, bundle, bases: [note] });
    expect(ofRule(check, 'G4')).toHaveLength(1);
  });

  it('lets a fact stand', () => {
    const check = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet('The phone works.', 'fact:1'),
      withFix,
    );
    expect(ofRule(check, 'G4')).toEqual([]);
  });
});

describe('G6, what was tried and what came of it', () => {
  const tried = session()
    .fact('diagnostic_check', 'The log is empty.')
    .fix('Rebuild the mail profile', { outcome: 'failed', outcome_note: 'It worked for an hour' })
    .fix('Clear the stored sign-in', { outcome: 'partly' })
    .fix('Renew the certificate', { outcome: 'proposed' })
    .build();

  it('blocks what was only suggested', () => {
    const check = checkGenerated('escalate', TRIED, bullet('Renewed it.', 'fix:3'), tried);
    expect(ofRule(check, 'G6')[0]?.message).toContain('Nothing on record');
  });

  it.each([
    ['Rebuilt the profile, which helped.', 'fix:1'],
    ['Cleared the sign-in; it did not help.', 'fix:2'],
    ['Cleared the sign-in and solved it.', 'fix:2'],
  ])('blocks a wrong outcome: %j', (text, id) => {
    expect(ofRule(checkGenerated('escalate', TRIED, bullet(text, id), tried), 'G6')).toHaveLength(
      1,
    );
  });

  it.each([
    ['Rebuilt the profile. It did not help. It worked for an hour.', 'fix:1'],
    ['Rebuilt the profile; it failed.', 'fix:1'],
    ['Cleared the sign-in; it helped in part.', 'fix:2'],
    ['Looked at the log, which is empty.', 'fact:1'],
  ])('lets pass the outcome on record: %j', (text, id) => {
    expect(ofRule(checkGenerated('escalate', TRIED, bullet(text, id), tried), 'G6')).toEqual([]);
  });

  it('holds a technician to the record where they name the fix', () => {
    const markdown = (text: string) => noteText('escalate', { [TRIED]: `- ${text}` });
    const wrong = markdown('Rebuild the mail profile: this helped.');
    expect(ofRule(checkTyped('escalate', wrong, tried), 'G6')).toHaveLength(1);
    const own = markdown('Changed the cable, which helped.');
    expect(ofRule(checkTyped('escalate', own, tried), 'G6')).toEqual([]);
  });
});

describe('G7, a script that was only generated', () => {
  const generated = session().generated('Clear-OfficeCache.ps1').build();
  const line = (text: string) => noteText('escalate', { [TRIED]: `- ${text}` });

  it.each([
    'Ran Clear-OfficeCache.ps1 at noon.',
    'Clear-OfficeCache.ps1 was executed.',
    'We used Clear-OfficeCache.ps1.',
  ])('blocks %j', (text) => {
    expect(ofRule(checkTyped('escalate', line(text), generated), 'G7')).toHaveLength(1);
  });

  it.each([
    'Clear-OfficeCache.ps1 was generated but not run.',
    'Run Clear-OfficeCache.ps1 if it still applies.',
    'Ran Get-Process by hand.',
  ])('lets pass %j', (text) => {
    expect(ofRule(checkTyped('escalate', line(text), generated), 'G7')).toEqual([]);
  });

  it('lets a script be told that did run', () => {
    const ran = session().ran('Clear-OfficeCache.ps1', 'Removed 3 files').build();
    expect(ofRule(checkTyped('escalate', line('Ran Clear-OfficeCache.ps1.'), ran), 'G7')).toEqual(
      [],
    );
  });
});

describe('G9, coverage', () => {
  const tried = session()
    .fix('Rebuild the mail profile', { outcome: 'failed' })
    .ran('Clear-Cache.ps1', 'Done')
    .build();

  it('warns of a fix and a script that the package does not tell', () => {
    const found = ofRule(checkTyped('escalate', noteText('escalate'), tried), 'G9');
    expect(found.map((finding) => finding.level)).toEqual(['warn', 'warn']);
  });

  it('is content when they are named', () => {
    const markdown = noteText('escalate', {
      [TRIED]: '- Rebuild the mail profile: no change.\n- Ran Clear-Cache.ps1.',
    });
    expect(ofRule(checkTyped('escalate', markdown, tried), 'G9')).toEqual([]);
  });
});

describe('G10, fixes that are out of the running', () => {
  const superseded = session()
    .fix('Rebuild the mail profile', { superseded_at: 1 })
    .fix('Replace the network card', { outcome: 'failed' })
    .fix('Clear the stored sign-in')
    .build();

  it.each(['Rebuild the mail profile', 'replace the network card'])(
    'blocks %j as hypothesis and next step',
    (title) => {
      for (const heading of [HYPOTHESIS, NEXT_STEPS]) {
        const markdown = noteText('escalate', { [heading]: `- ${title}.\n- Call the user.` });
        expect(ofRule(checkTyped('escalate', markdown, superseded), 'G10')).toHaveLength(1);
      }
    },
  );

  it('lets the failed one stand under "tried", and the active one anywhere', () => {
    const markdown = noteText('escalate', {
      [TRIED]: '- Replace the network card: it did not help.',
      [HYPOTHESIS]: 'Clear the stored sign-in.',
    });
    expect(ofRule(checkTyped('escalate', markdown, superseded), 'G10')).toEqual([]);
  });

  it('blocks a failed fix as the cause that the customer reads', () => {
    const markdown = noteText('resolve', {
      'Root cause': 'It was cured by: Replace the network card.',
    });
    expect(ofRule(checkTyped('resolve', markdown, superseded), 'G10')).toHaveLength(1);
  });
});

describe('G11, confidences', () => {
  const active = session()
    .fact('technician', 'The disk is 95 % full.')
    .fix('Clear the disk', { confidence: 86 })
    .build();
  const unsure = session().fix('Clear the disk', { confidence: 59 }).build();
  const hypothesis = (text: string) => noteText('escalate', { [HYPOTHESIS]: text });

  it.each([
    'Clear the disk, at 68 % confidence.',
    'Clear the disk (confidence: 90 percent).',
    'Clear the disk: 70 %.',
  ])('blocks a confidence that is not on record: %j', (text) => {
    expect(ofRule(checkTyped('escalate', hypothesis(text), active), 'G11')).toHaveLength(1);
  });

  it.each([
    'Clear the disk, at 86 % confidence.',
    'The disk is 95% full.',
    'The disk is 95 % full; confidence 86 %.',
  ])('lets pass %j', (text) => {
    expect(
      ofRule(checkTyped('escalate', hypothesis(text.replace('95%', '95 %')), active), 'G11'),
    ).toEqual([]);
  });

  it('blocks a confidence elsewhere, not a percentage', () => {
    const elsewhere = (text: string) => noteText('escalate', { Problem: text });
    expect(
      ofRule(checkTyped('escalate', elsewhere('We are 86 % sure.'), active), 'G11'),
    ).toHaveLength(1);
    expect(
      ofRule(checkTyped('escalate', elsewhere('The processor was at 98 %.'), active), 'G11'),
    ).toEqual([]);
  });

  it('blocks a generated hypothesis below 60 %, not a technician’s own', () => {
    const block = paragraph('The disk is the suspect.', 'fix:1');
    expect(ofRule(checkGenerated('escalate', HYPOTHESIS, block, unsure), 'G11')).toHaveLength(1);
    expect(
      ofRule(checkTyped('escalate', hypothesis('The disk is the suspect.'), unsure), 'G11'),
    ).toEqual([]);
  });
});

describe('D1, the next steps', () => {
  const sure = session().fix('Clear the disk', { confidence: 81 }).build();
  const steps = (...texts: string[]) =>
    noteText('escalate', { [NEXT_STEPS]: texts.map((text) => `- ${text}`).join('\n') });

  it('asks for the fix first above 80 %', () => {
    const good = steps('Try the suggested fix: Clear the disk.', 'Call the user.');
    expect(ofRule(checkTyped('escalate', good, sure), 'D1')).toEqual([]);
    const missing = steps('Call the user.', 'Try the suggested fix: Clear the disk.');
    expect(ofRule(checkTyped('escalate', missing, sure), 'D1')).toMatchObject([{ level: 'warn' }]);
    const generated = checkGenerated(
      'escalate',
      NEXT_STEPS,
      bullet('Call the user.', 'session'),
      sure,
    );
    expect(ofRule(generated, 'D1')).toContainEqual(expect.objectContaining({ level: 'block' }));
  });

  it('does not ask for it at 80 %', () => {
    const even = session().fix('Clear the disk', { confidence: 80 }).build();
    expect(ofRule(checkTyped('escalate', steps('Call the user.', 'Wait.'), even), 'D1')).toEqual(
      [],
    );
  });

  it('warns outside two to four', () => {
    expect(ofRule(checkTyped('escalate', steps('One.')), 'D1')).toHaveLength(1);
    expect(ofRule(checkTyped('escalate', steps('One.', 'Two.', 'Three.', 'Four.')), 'D1')).toEqual(
      [],
    );
    expect(ofRule(checkTyped('escalate', steps('A.', 'B.', 'C.', 'D.', 'E.')), 'D1')).toHaveLength(
      1,
    );
  });
});

describe('G12, claims of completion', () => {
  const open = session().fact('technician', 'The spooler was restarted.').build();
  const worked = session()
    .fact('technician', 'Mail is back.')
    .fix('Clear it all', { outcome: 'worked' })
    .build();

  it('blocks a generated claim without a record, and asks about a technician’s', () => {
    const block = bullet('The issue was resolved.', 'fact:1');
    expect(ofRule(checkGenerated('resolve', 'Resolution', block, open), 'G12')).toMatchObject([
      { level: 'block' },
    ]);
    const typed = noteText('resolve', { Resolution: '- The issue was resolved.' });
    expect(ofRule(checkTyped('resolve', typed, open), 'G12')).toMatchObject([{ level: 'warn' }]);
  });

  it('lets it pass where a fix worked', () => {
    const block = bullet('The issue was resolved.', 'fact:1');
    expect(ofRule(checkGenerated('resolve', 'Resolution', block, worked), 'G12')).toEqual([]);
  });

  it.each([
    'The issue is not resolved.',
    'Call back once it is resolved.',
    'It could not be verified.',
    'Nobody knows the resolution.',
  ])('lets pass %j', (text) => {
    expect(
      ofRule(checkTyped('escalate', noteText('escalate', { Problem: text }), open), 'G12'),
    ).toEqual([]);
  });
});

describe('G13, where each line comes from', () => {
  const bundle = buildBundle(facts);
  const note = renderNote(draftLocally('escalate', bundle));

  it('keeps the evidence of lines that stay, and makes the others the technician’s own', () => {
    const markdown = note.markdown
      .replace('holds 3 old', 'held 3 old')
      .replace('## Problem\n', '## Problem\n- My own line.\n\n');
    const { evidence } = checkNote({ kind: 'escalate', markdown, bundle, bases: [note] });
    const lines = markdown.split('\n');
    const byText = new Map(evidence.map((entry) => [lines[entry.line - 1], entry]));
    expect(byText.get('- My own line.')).toMatchObject({
      provenance: 'technician',
      evidence_ids: [],
    });
    expect(byText.get('- She said "it asks me twice" on the phone.')).toMatchObject({
      provenance: 'generated',
      evidence_ids: ['fact:2'],
    });
    expect(
      byText.get('No leading hypothesis yet — symptoms are still being narrowed.'),
    ).toMatchObject({
      provenance: 'fixed',
    });
    expect(evidence.every((entry) => !lines[entry.line - 1]?.startsWith('#'))).toBe(true);
  });

  it('does not call a fact left out that was only reworded', () => {
    const reworded = note.markdown.replaceAll('holds 3 old', 'held 3 old');
    const check = (markdown: string) =>
      checkNote({ kind: 'escalate', markdown, bundle, bases: [note] });
    expect(check(reworded).left_out).toEqual([]);
    const gone = note.markdown.split('\n').filter((line) => !line.includes('DESK-114'));
    expect(check(gone.join('\n')).left_out).toEqual(['fact:1']);
  });
});
