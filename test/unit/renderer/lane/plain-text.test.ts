import { describe, expect, it } from 'vitest';
import { collapsedBody, readPlainText } from '../../../../renderer/lane/plain-text.ts';
import { cpuMilliseconds } from '../../../fixtures/cpu-time.ts';

describe("a technician's message", () => {
  it('is shown as typed, without markdown', () => {
    expect(readPlainText('# not a heading\n- not a list <b>')).toEqual([
      { type: 'text', inlines: [{ type: 'text', text: '# not a heading\n- not a list <b>' }] },
    ]);
  });

  it('tells code apart, fenced or between back-ticks', () => {
    expect(readPlainText('Run `ipconfig`:\n```powershell\nGet-Item *\n```\nDone')).toEqual([
      {
        type: 'text',
        inlines: [
          { type: 'text', text: 'Run ' },
          { type: 'code', text: 'ipconfig' },
          { type: 'text', text: ':' },
        ],
      },
      { type: 'code', text: 'Get-Item *' },
      { type: 'text', inlines: [{ type: 'text', text: 'Done' }] },
    ]);
  });

  it('shows a fence that was never closed as code to the end', () => {
    expect(readPlainText('```\none\n\ntwo')).toEqual([{ type: 'code', text: 'one\n\ntwo' }]);
  });

  it('links https only, and leaves the full stop outside', () => {
    expect(readPlainText('See https://aka.ms/x). http://a.b javascript:alert(1)')).toEqual([
      {
        type: 'text',
        inlines: [
          { type: 'text', text: 'See ' },
          { type: 'link', text: 'https://aka.ms/x', url: 'https://aka.ms/x' },
          { type: 'text', text: '). http://a.b javascript:alert(1)' },
        ],
      },
    ]);
  });

  it('reads a long text of back-ticks in no time', async () => {
    for (const text of ['```\n'.repeat(20_000), '`'.repeat(200_000)]) {
      expect(await cpuMilliseconds(() => readPlainText(text))).toBeLessThan(1_000);
    }
  });
});

describe('a long message', () => {
  it('is cut at lines, or at a word', () => {
    expect(collapsedBody('short')).toBeNull();
    expect(collapsedBody('line\n'.repeat(40))?.split('\n')).toHaveLength(14);
    const cut = collapsedBody('word '.repeat(1_000));
    expect(cut?.length).toBeLessThanOrEqual(1_400);
    expect(cut?.endsWith('word')).toBe(true);
    expect(collapsedBody('x'.repeat(200_000))?.length).toBe(700);
  });
});
