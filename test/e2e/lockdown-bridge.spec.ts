import { expect, test } from './fixtures.ts';

// What a hostile page could try, in the real app. Chromium says much of what it refuses on the console.
test.beforeEach(({ app }) => app.allowErrors(/^console: /, /^page: /));

test('a call is answered in the main frame of the app page alone', async ({ app }) => {
  const answers = await app.electron.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const preload = `${electronApp.getAppPath()}/dist/preload/preload.cjs`;
    const call = 'window.resolutionFlow.invoke("app.info", {}).then(({ ok }) => ok)';
    async function ask(url: string, inFrame: boolean): Promise<unknown> {
      const hidden = new BrowserWindow({
        show: false,
        // As our own window never is: the bridge in every frame.
        webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
      });
      const contents = hidden.webContents;
      await contents.loadURL(url);
      if (inFrame) {
        await contents.executeJavaScript(
          'document.body.appendChild(document.createElement("iframe")).srcdoc = "<p>x</p>"; new Promise((done) => setTimeout(done, 500))',
        );
      }
      const frame = inFrame ? contents.mainFrame.frames[0] : contents.mainFrame;
      const answer = await frame?.executeJavaScript(call);
      hidden.destroy();
      return answer;
    }
    return {
      own: await ask('app://resolutionflow/index.html', false),
      frame: await ask('app://resolutionflow/index.html', true),
      blank: await ask('about:blank', false),
      foreign: await ask('data:text/html,<p>x</p>', false),
    };
  });
  expect(answers).toEqual({ own: true, frame: false, blank: false, foreign: false });
});

test('other channels are not there, and the bridge takes no odd call', async ({ app }) => {
  // electron-store listens as well, to tell a page a folder and a version; no bridge leads there.
  const channels = await app.electron.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
  expect(channels.filter((name) => !['error', 'electron-store-get-data'].includes(name))).toEqual(
    [],
  );
  const answers = await app.page.evaluate(async () => {
    const { invoke, on } = window.resolutionFlow as unknown as {
      invoke(...of: unknown[]): Promise<{ ok: boolean; error?: { code: string } }>;
      on(...of: unknown[]): unknown;
    };
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    let deep: unknown = [];
    for (let depth = 0; depth < 500; depth += 1) deep = [deep];
    const inputs: unknown[] = [
      'x'.repeat(2_000_000),
      { query: 'x'.repeat(2_000_000) },
      new Array(5_000_000),
      new Map([['query', 'x']]),
      new Uint8Array(8_000_000),
      { query: { toString: 'x' } },
      JSON.parse('{"query":7,"__proto__":{"polluted":true},"constructor":{"prototype":{}}}'),
      loop,
      deep,
      10n,
      () => {},
      Symbol('x'),
      null,
      undefined,
    ];
    const names: unknown[] = [
      '__proto__',
      'toString',
      'resolutionflow:invoke',
      '',
      null,
      {},
      7,
      [],
    ];
    const codes: string[] = [];
    const call = async (...of: unknown[]) => {
      try {
        const answer = await invoke(...of);
        codes.push(answer.ok ? 'worked' : String(answer.error?.code));
      } catch {
        codes.push('refused');
      }
    };
    for (const input of inputs) await call('sessions.search', input);
    for (const name of names) await call(name, {});
    await call('requests.cancel', { request_id: 'x'.repeat(200_000) }, 'x'.repeat(200_000));
    for (const name of ['__proto__', 'no.event', null]) on(name, () => {});
    const bridge = window.resolutionFlow;
    try {
      Object.assign(window, { resolutionFlow: null });
    } catch {
      // Frozen, as it should be.
    }
    return {
      codes: [...new Set(codes)].sort(),
      kept: bridge === window.resolutionFlow,
      well: (await invoke('app.info', {})).ok,
      polluted: 'polluted' in {},
    };
  });
  expect(answers.codes.filter((code) => !['INVALID_INPUT', 'refused'].includes(code))).toEqual([]);
  expect(answers).toMatchObject({ kept: true, well: true, polluted: false });
});
