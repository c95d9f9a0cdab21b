import { describe, expect, it } from 'vitest';
import {
  isRecoveryUrl,
  recoveryFile,
  recoveryUrl,
  wishOf,
} from '../../../electron/shell/recovery-page.ts';

describe('the recovery page', () => {
  it.each(['gone', 'unresponsive', 'silent'] as const)('tells of a page that is %s', (trouble) => {
    const url = recoveryUrl(trouble);
    expect(isRecoveryUrl(url)).toBe(true);
    const text = recoveryFile(url)?.text ?? '';
    expect(text).toContain('Nothing that was saved is lost');
    // What it needs comes with it, and nothing in it runs.
    expect(text).not.toMatch(/<script|style="|https?:|onclick|javascript:/i);
    const links = [...text.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) =>
      wishOf(new URL(href, url).href),
    );
    expect(links).toEqual(['restart', 'without-graphics', 'logs']);
    const style = /href="([^"]+)">\n\s*<\/head>/.exec(text)?.[1] ?? '';
    expect(recoveryFile(new URL(style, url).href)?.type).toContain('text/css');
  });

  it.each([
    'app://resolutionflow/index.html',
    'app://resolutionflow/recovery/',
    'app://resolutionflow/recovery/other.html',
    'app://resolutionflow/recovery/gone.html?x',
    'app://resolutionflow/recovery/constructor.html',
    'https://evil.example/recovery/gone.html',
  ])('is not served for %s', (url) => {
    expect(isRecoveryUrl(url)).toBe(false);
    expect(recoveryFile(url)).toBeUndefined();
    expect(wishOf(url)).toBeUndefined();
  });
});
