import { describe, expect, it } from 'vitest';
import { NOTE_KINDS } from '../../../shared/domain/note.ts';
import {
  checkTyped,
  faultsOf,
  noteText,
  ofRule,
  pointedAt,
  repaired,
  ruleIds,
} from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

describe('a decent note that a technician typed', () => {
  it.each(NOTE_KINDS)('has no finding (%s)', (kind) => {
    expect(faultsOf(checkTyped(kind, noteText(kind)))).toEqual([]);
  });
});

describe('S1, the headings', () => {
  it('finds text before the first heading', () => {
    const markdown = `Dear all,\n\n${noteText('resolve')}`;
    const [finding] = ofRule(checkTyped('resolve', markdown), 'S1');
    expect(finding).toMatchObject({ level: 'block', can_override: true, line: 1 });
    expect(finding && pointedAt(markdown, finding)).toBe('Dear all,');
  });

  it.each([
    ['### Problem', '## Problem'],
    ['# Problem', '## Problem'],
    ['## **Problem**', '## Problem'],
    ['## problem:', '## Problem'],
    ['##  Problem ##', '## Problem'],
    ['Problem\n---', '## Problem'],
  ])('mends %j', (written, wanted) => {
    const markdown = noteText('resolve').replace('## Problem', written);
    const [finding, ...more] = ofRule(checkTyped('resolve', markdown), 'S1');
    expect(more).toEqual([]);
    expect(finding && repaired(markdown, finding)).toBe(
      noteText('resolve').replace('## Problem', wanted),
    );
  });

  it('takes a curly apostrophe for the straight one, and mends it', () => {
    const markdown = noteText('escalate').replace("What we've tried", 'What we’ve tried');
    const [finding] = ofRule(checkTyped('escalate', markdown), 'S1');
    expect(finding && repaired(markdown, finding)).toBe(noteText('escalate'));
  });

  it('turns a heading of its own into plain text', () => {
    const markdown = noteText('resolve').replace('- We cleared', '## Details\n- We cleared');
    const [finding] = ofRule(checkTyped('resolve', markdown), 'S1');
    expect(finding && repaired(markdown, finding)).toContain('\nDetails\n- We cleared');
  });

  it('inserts a missing heading where it belongs, with the sentence that is true', () => {
    const markdown = noteText('resolve').replace(/## Root cause\n.*\n\n/, '');
    const [finding] = ofRule(checkTyped('resolve', markdown), 'S1');
    const mended = finding ? repaired(markdown, finding) : '';
    expect(mended).toBe(noteText('resolve'));
    expect(faultsOf(checkTyped('resolve', mended))).toEqual([]);
  });

  it('inserts a missing last heading at the end', () => {
    const markdown = noteText('resolve').replace(/\n## Resolution[\s\S]*/, '');
    const [finding] = ofRule(checkTyped('resolve', markdown), 'S1');
    const mended = finding ? repaired(markdown, finding) : '';
    expect(mended.endsWith('## Resolution\nNo change was recorded for this problem.\n')).toBe(true);
    expect(faultsOf(checkTyped('resolve', mended))).toEqual([]);
  });

  it('puts sections in order', () => {
    const [first = '', ...rest] = noteText('resolve').split(/\n(?=## )/);
    const markdown = [...rest, first].map((section) => `${section.trim()}\n`).join('\n');
    const [finding] = ofRule(checkTyped('resolve', markdown), 'S1');
    expect(finding && repaired(markdown, finding)).toBe(noteText('resolve'));
  });

  it('deletes a heading that stands twice', () => {
    const markdown = noteText('resolve').replace('- We cleared', '## Resolution\n- We cleared');
    const findings = ofRule(checkTyped('resolve', markdown), 'S1');
    expect(findings).toHaveLength(1);
    expect(findings[0] && repaired(markdown, findings[0])).toBe(noteText('resolve'));
  });

  it('leaves a # in the text alone', () => {
    const markdown = noteText('resolve', { Resolution: '- Replaced cable #4.\n#hashtag' });
    expect(ruleIds(checkTyped('resolve', markdown))).toEqual([]);
  });
});

describe('S2, empty sections and sentences that say "nothing"', () => {
  it('inserts the sentence where the record has nothing', () => {
    const markdown = noteText('escalate', { "What we've tried": '' });
    const [finding] = ofRule(checkTyped('escalate', markdown), 'S2');
    const mended = finding ? repaired(markdown, finding) : '';
    expect(mended).toContain("## What we've tried\nNo diagnostic actions run yet.");
    expect(faultsOf(checkTyped('escalate', mended))).toEqual([]);
  });

  it('offers no sentence that would be untrue', () => {
    const facts = session().fact('technician', 'The phone works.').build();
    const markdown = noteText('escalate', { "What we've confirmed": '' });
    const [finding] = ofRule(checkTyped('escalate', markdown, facts), 'S2');
    expect(finding?.repair).toBeNull();
  });

  it.each([
    ["What we've confirmed", 'Nothing confirmed yet.'],
    ["What we've tried", 'No diagnostic actions run yet.'],
    ['Current hypothesis', 'No leading hypothesis yet — symptoms are still being narrowed.'],
  ])('under %s, blocks "%s" where the record says otherwise', (heading, sentence) => {
    const full = session()
      .fact('diagnostic_check', 'The phone works.')
      .fix('Clear the sign-in', { confidence: 60 })
      .build();
    const markdown = noteText('escalate', { [heading]: sentence });
    expect(ofRule(checkTyped('escalate', markdown, full), 'S2')).toHaveLength(1);
    expect(ofRule(checkTyped('escalate', markdown), 'S2')).toEqual([]);
  });

  it('blocks "nothing" beside something', () => {
    const markdown = noteText('escalate', {
      "What we've confirmed": 'Nothing confirmed yet.\n\n- The phone works.',
    });
    expect(ofRule(checkTyped('escalate', markdown), 'S2')).toHaveLength(1);
  });

  it('lets the root cause stay open', () => {
    expect(ruleIds(checkTyped('resolve', noteText('resolve')))).toEqual([]);
  });
});

describe('S3, markup', () => {
  it.each([
    ['Press <b>twice</b>.', ['<b>', '</b>']],
    ['A <!-- hidden --> remark', ['<!-- hidden -->']],
    ['See ![the window](http://x.example/p.png).', ['![the window](http://x.example/p.png)']],
    ['See [the portal](https://evil.example/x).', ['[the portal](https://evil.example/x)']],
    ['See [it](javascript:alert(1)).', ['[it](javascript:alert(1))']],
    ['See <https://evil.example>.', ['<https://evil.example>']],
    ['[a]: https://evil.example', ['[a]: https://evil.example']],
  ])('finds the markup of %j, and each repair takes its finding away', (text, pointed) => {
    const markdown = noteText('escalate', { Problem: text });
    const findings = ofRule(checkTyped('escalate', markdown), 'S3');
    expect(findings.map((finding) => pointedAt(markdown, finding))).toEqual(pointed);
    for (const finding of findings) {
      const after = ofRule(checkTyped('escalate', repaired(markdown, finding)), 'S3');
      expect(after).toHaveLength(findings.length - 1);
    }
  });

  it('unwraps a link so that its address stays readable', () => {
    const markdown = noteText('escalate', { Problem: 'See [the portal](https://x.example/a).' });
    const [finding] = ofRule(checkTyped('escalate', markdown), 'S3');
    expect(finding && repaired(markdown, finding)).toContain(
      'See the portal (https://x.example/a).',
    );
  });

  it('lets a link stand whose host a fact names', () => {
    const known = session()
      .fact('technician', 'The portal is https://portal.example/login.')
      .build();
    const markdown = noteText('escalate', { Problem: 'See [it](https://portal.example/help).' });
    expect(ofRule(checkTyped('escalate', markdown, known), 'S3')).toEqual([]);
    expect(ofRule(checkTyped('escalate', markdown), 'S3')).toHaveLength(1);
  });

  it('finds a table, not a vertical bar', () => {
    const table = noteText('escalate', { Problem: 'a | b\n--- | ---\n1 | 2' });
    expect(ofRule(checkTyped('escalate', table), 'S3')).toHaveLength(1);
    const bar = noteText('escalate', { Problem: 'Run a | b and look.\nThen stop.' });
    expect(ofRule(checkTyped('escalate', bar), 'S3')).toEqual([]);
  });

  it('leaves emphasis, code, < and & alone', () => {
    const markdown = noteText('escalate', {
      Problem: '*Slow*: `ping` took < 5 ms & > 1 ms; `<b>`.',
    });
    expect(ruleIds(checkTyped('escalate', markdown))).toEqual([]);
  });

  it('gives up on markup that is too tangled, and says so', () => {
    const markdown = noteText('escalate', { Problem: '*a_ '.repeat(20_000) });
    expect(ofRule(checkTyped('escalate', markdown), 'S3')[0]?.message).toContain('too tangled');
  });
});

describe('S4, placeholders', () => {
  it.each([
    'Will be mended TBD.',
    'TODO: ask the user.',
    'N/A',
    'Called [name] at noon.',
    'Called [insert the name].',
    'Called [...] at noon.',
    'Password is {{password}}.',
    'Lorem ipsum dolor.',
    'The host is ____.',
    'It was ???',
  ])('finds the one in %j, and deletes it', (text) => {
    const markdown = noteText('resolve', { Problem: text });
    const findings = ofRule(checkTyped('resolve', markdown), 'S4');
    expect(findings).toHaveLength(1);
    const after = findings[0] ? repaired(markdown, findings[0]) : markdown;
    expect(ofRule(checkTyped('resolve', after), 'S4')).toEqual([]);
  });

  it.each([
    'The setting is N/A for this model.',
    'The log says [INFO] twice.',
    'Is it on?',
    'The user typed xx.',
    'The todo list opens.',
  ])('leaves %j alone', (text) => {
    expect(ofRule(checkTyped('resolve', noteText('resolve', { Problem: text })), 'S4')).toEqual([]);
  });

  it('leaves code alone in the internal note only', () => {
    const text = 'Ran `Get-Item {{path}}` by hand.';
    expect(ofRule(checkTyped('escalate', noteText('escalate', { Problem: text })), 'S4')).toEqual(
      [],
    );
    expect(
      ofRule(checkTyped('resolve', noteText('resolve', { Problem: text })), 'S4'),
    ).toHaveLength(1);
  });
});

describe('S5, talk of the machine', () => {
  it.each([
    'As an AI, I looked at the log.',
    'Based on the provided facts, mail was down.',
    'Here is the resolution note.',
    'I hope this helps.',
    'Copilot suggested a restart.',
  ])('finds it in %j', (text) => {
    expect(
      ofRule(checkTyped('resolve', noteText('resolve', { Problem: text })), 'S5'),
    ).toHaveLength(1);
  });

  it.each([
    'The user said: I cannot log in.',
    'The AI plug-in of the ERP crashed.',
    'We noted that here.',
  ])('leaves %j alone', (text) => {
    expect(ofRule(checkTyped('resolve', noteText('resolve', { Problem: text })), 'S5')).toEqual([]);
  });
});

describe('S6, length', () => {
  const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');

  it('warns of a long note, at the limit of its kind', () => {
    const others = 5 + 4 + 6 + 5;
    const just = noteText('resolve', { Problem: words(150 - others + 5) });
    expect(ofRule(checkTyped('resolve', just), 'S6')).toEqual([]);
    const over = noteText('resolve', { Problem: words(200) });
    expect(ofRule(checkTyped('resolve', over), 'S6')).toMatchObject([{ level: 'warn' }]);
  });

  it('warns of a bullet of more than 40 words', () => {
    const bullet = (count: number) => noteText('escalate', { Problem: `- ${words(count)}` });
    expect(ofRule(checkTyped('escalate', bullet(40)), 'S6')).toEqual([]);
    expect(ofRule(checkTyped('escalate', bullet(41)), 'S6')).toHaveLength(1);
  });

  it('warns of a note that a ticket may cut', () => {
    const long = noteText('escalate', { Problem: 'x'.repeat(8_001) });
    expect(ofRule(checkTyped('escalate', long), 'S6')[0]?.message).toContain('8000');
  });
});

describe('S7, repetition', () => {
  const two = (one: string, other: string) =>
    ofRule(
      checkTyped(
        'escalate',
        noteText('escalate', { "What we've confirmed": `- ${one}\n- ${other}` }),
      ),
      'S7',
    );

  it('warns of two bullets that say the same', () => {
    expect(
      two(
        'The mailbox opens on the phone and in the browser.',
        'The mailbox opens in the browser and on the phone.',
      ),
    ).toMatchObject([{ level: 'warn' }]);
  });

  it.each([
    ['Port 443 to the server is open from here.', 'Port 445 to the server is open from here.'],
    [
      'The mailbox does open on the phone of the user.',
      'The mailbox does not open on the phone of the user.',
    ],
    ['The printer prints.', 'The scanner scans.'],
  ])('lets stand: %j and %j', (one, other) => {
    expect(two(one, other)).toEqual([]);
  });
});
