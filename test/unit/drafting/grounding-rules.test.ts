import { describe, expect, it } from 'vitest';
import {
  bullet,
  fixedSentence,
  renderNote,
  sentence,
} from '../../../electron/drafting/note-document.ts';
import {
  checkGenerated,
  checkTyped,
  noteText,
  ofRule,
  pointedAt,
  repaired,
} from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const CONFIRMED = "What we've confirmed";
const NEXT_STEPS = 'Suggested next steps';

const record = session({
  title: 'Outlook on NB-4410 asks for a password',
  intake: 'Since Monday 08:15 Outlook asks Helene Marchetti for a password.',
  contact: 'Helene Marchetti, after 14:00',
  affected: 'Jonas Weber',
})
  .fact('diagnostic_check', 'AnyConnect 7.4.3 build 2573 uses 31.7 of 32.6 GB after 15 minutes.')
  .fact('user_report', 'Jonas Weber said: “it never asked before the update” on 17 November 2026.')
  .fact('script_output', 'Host LT-611 failed with 0x80070005 at 09:20; printers: HP-1, HP-2, HP-3.')
  .fact(
    'diagnostic_check',
    'Of 200 leases 96 belong to phones, and 1,284 files wait in \\\\fs01\\scan.',
  )
  .fix('Clear the stored sign-in', {
    confidence: 88,
    outcome: 'failed',
    outcome_note: 'asked again after 2 hours',
  })
  .name('NB-KUEHN', 'host')
  .fact('technician', 'NB-KUEHN is online.')
  .ran('Clear-Cache.ps1', 'removed 12 entries', {
    parameters: [{ name: 'Target', secret: false, value: 'LT-612' }],
  })
  .build();

function levels(text: string, ids: readonly string[], rule = 'G2', heading = CONFIRMED) {
  const check = checkGenerated('escalate', heading, bullet(sentence(text, ...ids)), record);
  return ofRule(check, rule).map(({ level }) => level);
}

it('knows the weekday of a day of the session, and blocks another one', () => {
  const promised = session({ promised: 'a call by Thu 19 Nov 10:00' })
    .fact('ticket', 'Mail bounced.')
    .build();
  const found = (text: string) => {
    const line = bullet(sentence(text, 'session'));
    return ofRule(checkGenerated('escalate', CONFIRMED, line, promised), 'G2').length;
  };
  expect(found('We call by Thursday, 19 November, 10:00.')).toBe(0);
  expect(found('We call by Friday, 19 November, 10:00.')).toBe(1);
});

describe('G1, evidence', () => {
  it.each([
    [[], 'No fact supports this sentence. Reword it or delete it.'],
    [['fact:99'], 'A fact behind this sentence is gone. Reword it or delete it.'],
    [['fact:1', 'script:7'], 'A fact behind this sentence is gone. Reword it or delete it.'],
  ])('blocks a generated sentence that cites %j', (ids, message) => {
    const check = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet(sentence('It works.', ...ids)),
      record,
    );
    expect(ofRule(check, 'G1')).toMatchObject([{ level: 'block', message }]);
  });

  it('asks no evidence of standard text, nor of the technician', () => {
    const fixed = checkGenerated(
      'escalate',
      CONFIRMED,
      bullet(fixedSentence('The sky is blue.')),
      record,
    );
    expect(ofRule(fixed, 'G1')).toEqual([]);
    const typed = checkTyped(
      'escalate',
      noteText('escalate', { [CONFIRMED]: '- 7.4.4 fell.' }),
      record,
    );
    expect(typed.findings).toEqual([]);
  });

  it('finds a wrong sentence wherever the technician moved it', () => {
    const base = renderNote({
      kind: 'escalate',
      sections: [
        [],
        [bullet(sentence('It reads 7.4.4.', 'fact:1')), bullet(sentence('It works', 'fact:2'))],
      ],
    });
    for (const text of [
      '- It works. It reads 7.4.4.',
      '- We saw: It reads 7.4.4. Then we left.',
      'It reads 7.4.4, It works',
    ]) {
      const markdown = noteText('escalate', { [CONFIRMED]: text });
      const [finding, ...more] = ofRule(checkTyped('escalate', markdown, record, [base]), 'G2');
      expect(more).toEqual([]);
      expect(finding && pointedAt(markdown, finding)).toBe('7.4.4');
    }
  });
});

describe('G2, typed values', () => {
  it.each([
    ['AnyConnect 7.4.3 build 2573 uses 31.7 of 32.6 GB after 15 minutes.', 'fact:1'],
    ['The client is 7.4.3, and its build is 2573.', 'fact:1'],
    ['After a quarter of an hour (15 min) 31.7 GB of 32.6 GB were taken.', 'fact:1'],
    ['It began on Tuesday, 17 November.', 'fact:2'],
    ['It began on 2026-11-17, or 11/17/2026.', 'fact:2'],
    ['LT-611 failed at 9:20 am with 0x80070005.', 'fact:3'],
    ['Three printers failed.', 'fact:3'],
    ['1284 files wait, and 96 of 200 leases are phones.', 'fact:4'],
    ['About 1,300 files wait; nearly 100 leases are phones.', 'fact:4'],
    ['Files wait on \\\\FS01\\scan.', 'fact:4'],
    ['It is 88 % sure, and failed after 120 minutes.', 'fix:1'],
    ['The script ran on LT-612 and removed twelve entries.', 'script:1'],
    ['NB-KUEHN answers.', 'fact:5'],
    ['Helene Marchetti has been asked since Monday 8:15.', 'session'],
    ['Two facts agree.', 'fact:1 fact:2'],
    ['On Wednesday, 18 November it was seen.', 'fact:1'],
    ['The page at tier 2 was told: 5 steps.', 'fact:2'],
  ])('lets pass %j', (text, ids) => {
    expect(levels(text, ids.split(' ')).filter((level) => level === 'block')).toEqual([]);
  });

  it.each([
    ['AnyConnect 7.4.4 is installed.', 'fact:1'],
    ['AnyConnect 7.4.3 build 2574 is installed.', 'fact:1'],
    ['31.7 of 32.6 MB are used.', 'fact:1'],
    ['It took 15 hours.', 'fact:1'],
    ['31.6 GB are used.', 'fact:1'],
    ['It began on 19 November.', 'fact:2'],
    ['It began on 17 October.', 'fact:2'],
    ['It began on Friday.', 'fact:2'],
    ['LT-613 failed.', 'fact:3'],
    ['It failed with 0x80070006.', 'fact:3'],
    ['It failed at 09:25.', 'fact:3'],
    ['Five of them failed: 0x80070005, HP-4.', 'fact:3'],
    ['1,285 files wait.', 'fact:4'],
    ['Files wait on \\\\fs02\\scan.', 'fact:4'],
    ['Files wait in C:\\scan.', 'fact:4'],
    ['See portal.evil.example.', 'fact:4'],
    ['It is 86 % sure.', 'fix:1'],
    // In another row than its own.
    ['AnyConnect 7.4.3 is on the phones.', 'fact:4'],
    ['NB-KUEHN failed.', 'fact:3'],
    ['It failed on SRV-ZETA-77.', 'fact:5'],
  ])('blocks %j', (text, ids) => {
    expect(levels(text, ids.split(' '))).toContain('block');
  });

  it.each([
    ['104 leases are free.', 'fact:4', CONFIRMED],
    ['48 % of the leases are phones.', 'fact:4', CONFIRMED],
    ['It asks since Monday.', 'fact:1', CONFIRMED],
    ['Helene Marchetti called.', 'fact:1', CONFIRMED],
    ['Ask again on Friday, in 24 hours.', 'fact:1', NEXT_STEPS],
    ['Two sockets are joined.', 'fact:5', CONFIRMED],
    ['It speaks SMBv1.', 'fact:5', CONFIRMED],
    // The 17 of a date is no error.
    ['It failed with error 17.', 'fact:2', CONFIRMED],
    ['Ask Helene Marchetti.', 'fact:1', NEXT_STEPS],
    ['Call Jonas Weber.', 'fact:1', NEXT_STEPS],
  ])('only warns of %j', (text, ids, heading) => {
    const found = levels(text, ids.split(' '), 'G2', heading);
    expect(found).not.toEqual([]);
    expect(new Set(found)).toEqual(new Set(['warn']));
  });

  it('does not let the session’s summary ground every sentence', () => {
    const snapshot = session({ summary: 'Backup job 4417 failed.' })
      .fact('technician', 'Job 4418 ran.')
      .build();
    const wrong = bullet(sentence('Job 4417 ran.', 'fact:1'));
    expect(ofRule(checkGenerated('escalate', CONFIRMED, wrong, snapshot), 'G2')).toMatchObject([
      { level: 'warn' },
    ]);
    const invented = bullet(sentence('Job 4419 ran.', 'fact:1', 'session'));
    expect(ofRule(checkGenerated('escalate', CONFIRMED, invented, snapshot), 'G2')).toMatchObject([
      { level: 'block' },
    ]);
  });
});

describe('right sentences that were found before', () => {
  const snapshot = session({ language: 'de', intake: 'Allow the SMB client.' })
    .fact('technician', 'Der Drucker HP-LJ4 antwortet seit 08:15 nicht, drei Aufträge warten.')
    .fix('Move the profile to a shorter path', {
      outcome: 'failed',
      outcome_note: 'paths over 260 characters remain',
    })
    .ran('Get-Paths.ps1', 'found 4 long paths', { changes_system: false })
    .fix('Allow SMB1 on the NAS', { outcome: 'failed' })
    .fact(
      'technician',
      'Quiet from 10:15 to 10:55 on sockets 14 and 21 of PACK-03; see 2027-VM.xlsx.',
    )
    .build();

  it.each([
    ['Keep new paths under 260 characters.', 'fix:1'],
    ['No change was made: the script only read, and found 4 long paths.', 'script:1'],
    ['The printer HP-LJ4 has not answered since 8:15; three jobs wait.', 'fact:1'],
    ['Der Drucker HP-LJ4 antwortet seit 08:15 nicht.', 'fact:1'],
    // A piece of another word is no name of a person.
    ['Undo what did not help: Allow SMB1 on the network storage.', 'fix:2'],
    ['Two sockets of bench 3 were quiet for 40 minutes.', 'fact:2'],
    ['The 2027 list is missing.', 'fact:2'],
  ])('%j passes', (text, id) => {
    const block = bullet(sentence(text, id));
    expect(ofRule(checkGenerated('escalate', CONFIRMED, block, snapshot), 'G2')).toEqual([]);
  });

  it('leaves a time that a plan sets in words, and finds what it takes from another row', () => {
    const found = (text: string) => {
      const block = bullet(sentence(text, 'fix:1'));
      const check = checkGenerated('escalate', NEXT_STEPS, block, record);
      return ofRule(check, 'G2').map(({ level }) => level);
    };
    expect(found('Look again in three months.')).toEqual([]);
    expect(found('Free 32.6 GB.')).toEqual(['block']);
    expect(found('Free 40 GB.')).toEqual(['warn']);
  });

  it('finds a host without digits that only another row has', () => {
    const hosts = session()
      .fact('technician', 'RECEPTION-KYO is offline.')
      .fact('technician', 'The spooler was restarted.')
      .build();
    const found = (text: string) =>
      ofRule(checkGenerated('escalate', CONFIRMED, bullet(sentence(text, 'fact:2')), hosts), 'G2');
    expect(found('The spooler of RECEPTION-KYO was restarted.')).toMatchObject([
      { level: 'block' },
    ]);
    expect(found('The spooler of the SAML-SSO service was restarted.')).toEqual([]);
  });
});

describe('G3, quotations', () => {
  it.each([
    'Jonas Weber said: "It never asked before the update".',
    'He said «it never asked before the update.»',
    'He said „it never asked before“ that.',
    'He doesn’t use the 24" screen or the 27" one.',
  ])('lets pass %j', (text) => {
    expect(levels(text, ['fact:2'], 'G3')).toEqual([]);
  });

  it('blocks words that nobody wrote, and keeps them without the marks', () => {
    const text = 'He said “it always asked before the update”.';
    const note = renderNote({
      kind: 'escalate',
      sections: [[], [bullet(sentence(text, 'fact:2'))]],
    });
    const [finding, ...more] = ofRule(checkTyped('escalate', note.markdown, record, [note]), 'G3');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ level: 'block' });
    expect(finding && repaired(note.markdown, finding)).toContain(
      'He said it always asked before the update.',
    );
  });

  it.each([
    ['Press “Start now”.', 'fact:1', 'warn'],
    // The session's own text has it.
    ['It says “Outlook asks Helene Marchetti for a password”.', 'fact:1', 'warn'],
    ['It says “it never asked before the update”.', 'fact:1', 'block'],
  ])('of %j, quoted from elsewhere, thinks so: %s %s', (text, id, level) => {
    expect(levels(text, [id], 'G3')).toEqual([level]);
  });
});
