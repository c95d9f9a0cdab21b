import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import type { AppUnderTest } from './app-under-test.ts';

/** A server on loopback that notes who comes. Whatever is asked for is a page. */
export async function startOutside() {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>outside</title><p>outside</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    hits,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What the app hands to the browser from now on, in place of a browser. */
export async function catchOpenedLinks(app: AppUnderTest): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () =>
    app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.slice());
}

/** How many pages of any kind the app has: windows, frames of a webview, what a script opened. */
export function contentsCount(app: AppUnderTest): Promise<number> {
  return app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

/** Long enough for what was not refused to happen. */
export const MOMENT = 300;

/** Runs a script in the page, and sees that afterwards it is still the same document. */
export async function staysWhile(page: Page, work: () => Promise<unknown>): Promise<void> {
  const url = page.url();
  // By the debugger's own way: Playwright's waits for a navigation that was called off.
  const cdp = await page.context().newCDPSession(page);
  const ask = (expression: string) => cdp.send('Runtime.evaluate', { expression });
  await ask('document.documentElement.dataset.same = "yes"');
  await work();
  await page.waitForTimeout(MOMENT);
  expect(page.url()).toBe(url);
  const { result } = await ask('document.documentElement.dataset.same');
  expect(result.value).toBe('yes');
  await cdp.detach();
}
