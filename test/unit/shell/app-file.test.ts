import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnUrl, resolveAppFile } from '../../../electron/shell/app-file.ts';
import { safeExternalUrl } from '../../../electron/shell/external-url.ts';

const ROOT = join('/', 'opt', 'app', 'renderer');

describe('app protocol paths', () => {
  it('finds files under the folder', () => {
    expect(resolveAppFile(ROOT, 'app://resolutionflow/index.html')).toBe(join(ROOT, 'index.html'));
    expect(resolveAppFile(ROOT, 'app://resolutionflow/assets/a%20b.js?x=1#y')).toBe(
      join(ROOT, 'assets', 'a b.js'),
    );
  });

  it.each([
    'app://resolutionflow/..%2f..%2fetc/passwd',
    'app://resolutionflow/%2e%2e/%2e%2e/etc/passwd',
    'app://resolutionflow/..%5c..%5cwindows/win.ini',
    'app://resolutionflow/a%00.html',
    'app://resolutionflow/%E0%A4%A',
    'app://resolutionflow/..%2frenderer-other/index.html',
    'app://other/index.html',
    'app://resolutionflow.evil/index.html',
    'app://resolutionflow:80/index.html',
    'app://user@resolutionflow/index.html',
    'app://resolutionflow@evil/index.html',
    'app:///resolutionflow/index.html',
    'app:index.html',
    'app://resolutionflow/index.html::$DATA',
    'app://resolutionflow/C:/windows/win.ini',
    'app://resolutionflow/%5c%5cserver/share/index.html',
    'file:///etc/passwd',
    'https://resolutionflow/index.html',
    'not a url',
  ])('leads nowhere for %s', (url) => {
    const file = resolveAppFile(ROOT, url);
    // Chromium folds plain dots before we see them; what is left must stay inside or be refused.
    expect(file === null || file.startsWith(join(ROOT, 'etc'))).toBe(true);
  });
});

describe("the app's own pages", () => {
  it('are told by their origin', () => {
    expect(isOwnUrl('app://resolutionflow/index.html#here')).toBe(true);
    for (const url of ['', 'about:blank', 'app://resolutionflow', 'app://resolutionflow.evil/']) {
      expect(isOwnUrl(url)).toBe(false);
    }
  });
});

describe('external links', () => {
  it('lets https through', () => {
    expect(safeExternalUrl('https://learn.microsoft.com/a?b=c')).toBe(
      'https://learn.microsoft.com/a?b=c',
    );
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'https://user:password@example.com',
    'data:text/html,hi',
    'view-source:https://example.com/',
    `https://example.com/${'a'.repeat(2_000)}`,
    'https://',
    '',
  ])('refuses %s', (url) => {
    expect(safeExternalUrl(url)).toBeNull();
  });
});
