import { describe, expect, it } from 'vitest';
import {
  evidenceLabel,
  lineMark,
  placeDoubts,
  usageOf,
} from '../../../../renderer/preview/sentence-evidence.ts';
import type { Finding, SentenceEvidence } from '../../../../shared/domain/note.ts';

const generated = (...evidence_ids: string[]) =>
  ({ provenance: 'generated', evidence_ids }) as const;
const fixed = { provenance: 'fixed', evidence_ids: [] } as const;
const own = { provenance: 'technician', evidence_ids: [] } as const;

/** The sentences of a text, each given by its words. */
function sentences(text: string, ...words: string[]): SentenceEvidence[] {
  let at = 0;
  return words.map((sentence) => {
    const from = text.indexOf(sentence, at);
    at = from + sentence.length;
    const line = text.slice(0, from).split('\n').length;
    return { line, from, to: at, provenance: 'generated', evidence_ids: [] };
  });
}

function doubtAbout(text: string, words: string, from = text.indexOf(words)): Finding {
  return {
    rule_id: 'V1',
    level: 'warn',
    can_override: true,
    message: 'No row says so.',
    line: text.slice(0, from).split('\n').length,
    from,
    to: from + words.length,
    repair: null,
  };
}

describe('the mark beside a line', () => {
  it('says where its sentences come from', () => {
    expect(lineMark([generated('fact:1', 'fact:2')], [])).toEqual({
      tone: 'grounded',
      label: '2 facts',
    });
    expect(lineMark([fixed], [])).toEqual({ tone: 'fixed', label: 'standard text' });
    expect(lineMark([own], [])).toEqual({ tone: 'statement', label: 'your words' });
    expect(lineMark([generated()], [])).toEqual({ tone: 'fixed', label: 'no fact' });
    expect(lineMark([], [])).toBeUndefined();
  });

  it('counts the rows of all its sentences once, and shows own words among them', () => {
    expect(lineMark([generated('fact:1'), generated('fact:1', 'fix:2')], [])?.label).toBe(
      '1 fact, 1 fix',
    );
    expect(lineMark([generated('fact:1'), own], [])).toEqual({
      tone: 'statement',
      label: '1 fact, yours',
    });
    expect(lineMark([fixed, generated('fact:1')], [])?.tone).toBe('grounded');
  });

  it('lets the worst finding win, whatever the order', () => {
    expect(lineMark([own], ['warn', 'block'])?.tone).toBe('block');
    expect(lineMark([own], ['block', 'warn'])?.tone).toBe('block');
    expect(lineMark([], ['warn'])).toEqual({ tone: 'warn', label: '' });
  });

  it('counts each kind of row by its own name', () => {
    expect(evidenceLabel(['fact:1', 'fix:3', 'script:2', 'script:4', 'check:9', 'session'])).toBe(
      '1 fact, 1 check, 2 scripts, 1 fix, session',
    );
  });
});

describe('usage', () => {
  it('counts lines, not sentences', () => {
    const at = (line: number, ...evidence_ids: string[]): SentenceEvidence => ({
      line,
      from: 0,
      to: 1,
      provenance: 'generated',
      evidence_ids,
    });
    expect(usageOf([at(1, 'fact:1'), at(1, 'fact:1'), at(2, 'fact:1', 'fact:2')])).toEqual({
      'fact:1': 2,
      'fact:2': 1,
    });
  });
});

describe('a doubt of the second reader', () => {
  const read = '## Problem\nMail failed. It works.\n\n- It works.\n';

  it('moves with its sentence', () => {
    const text = `## Problem\nSince Monday. Mail failed. It works.\n\n- It works.\n`;
    const evidence = sentences(text, 'Since Monday.', 'Mail failed.', 'It works.', 'It works.');
    const [moved] = placeDoubts([doubtAbout(read, 'Mail failed.')], read, { text, evidence });
    expect(text.slice(moved?.from, moved?.to)).toBe('Mail failed.');
    expect(moved).toMatchObject({ line: 2, message: 'No row says so.' });
  });

  it('stays with the nearer of two that read the same', () => {
    const text = `## Problem\nX. Mail failed. It works.\n\n- It works.\n`;
    const evidence = sentences(text, 'X.', 'Mail failed.', 'It works.', 'It works.');
    const second = doubtAbout(read, 'It works.', read.lastIndexOf('It works.'));
    expect(placeDoubts([second], read, { text, evidence })).toMatchObject([{ line: 4 }]);
  });

  it('goes with its words: changed, continued or deleted', () => {
    const doubt = doubtAbout(read, 'Mail failed.');
    for (const words of ['Mail was slow.', 'Mail failed twice.', '']) {
      const text = read.replace('Mail failed.', words);
      const evidence = sentences(text, ...(words === '' ? [] : [words]), 'It works.', 'It works.');
      expect(placeDoubts([doubt], read, { text, evidence })).toEqual([]);
    }
  });
});
