import { expect, test } from './fixtures.ts';
import {
  catchOpenedLinks,
  contentsCount,
  MOMENT,
  startOutside,
  staysWhile,
} from './outside-world.ts';

// What a hostile page could try, in the real app. Chromium says much of what it refuses on the console.
test.beforeEach(({ app }) => app.allowErrors(/^console: /, /^page: /));

test('the app protocol serves the files of the page and nothing beside them', async ({ app }) => {
  const ask = (urls: readonly string[]) =>
    app.electron.evaluate(
      ({ session }, all) =>
        Promise.all(
          all.map((url) =>
            session.defaultSession.fetch(url).then(
              ({ status, headers }) => ({ status, policy: headers.get('content-security-policy') }),
              () => ({ status: 0, policy: null }),
            ),
          ),
        ),
      urls,
    );
  const [page] = await ask(['app://resolutionflow/index.html']);
  expect(page).toMatchObject({
    status: 200,
    policy: expect.stringContaining("default-src 'none'"),
  });

  const hostile = [
    '/../main/main.js',
    '/%2e%2e/main/main.js',
    '/..%2fmain/main.js',
    '/..%2Fmain%2Fmain.js',
    '/%2e%2e%2fmain%2fmain.js',
    '/..%5cmain%5cmain.js',
    '/%252e%252e%252fmain/main.js',
    '/assets/..%2f..%2fpreload/preload.cjs',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/index.html%00',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/C:%5cwindows%5cwin.ini',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/',
    `/${'a'.repeat(5_000)}.html`,
    `/${'a/'.repeat(3_000)}index.html`,
  ].map((path) => `app://resolutionflow${path}`);
  const others = [
    'app://other/index.html',
    'app://resolutionflow.evil/index.html',
    'app:index.html',
  ];
  const urls = [...hostile, ...others];
  const answers = await ask(urls);
  expect(urls.filter((_, index) => ![0, 404].includes(answers[index]?.status ?? -1))).toEqual([]);
  // An empty answer is a document of this origin as well.
  expect(answers.filter(({ status, policy }) => status === 404 && policy === null)).toEqual([]);
});

test('no link, script, form or file takes the window elsewhere', async ({ app }) => {
  const { page } = app;
  const opened = await catchOpenedLinks(app);
  const outside = await startOutside();
  const targets = [
    outside.url,
    'https://evil.example.invalid/',
    'file:///etc/passwd',
    'data:text/html,<p>owned</p>',
    'view-source:app://resolutionflow/index.html',
    'app://other/index.html',
    'chrome://gpu',
    'ms-msdt:/id',
    'javascript:document.body.textContent="owned"',
  ];
  for (const target of targets) {
    await staysWhile(page, () =>
      page.evaluate((url) => {
        const link = document.body.appendChild(document.createElement('a'));
        link.href = url;
        link.click();
        link.remove();
        try {
          window.location.assign(url);
        } catch {
          // Some are refused before they are tried.
        }
      }, target),
    );
  }
  await staysWhile(page, () =>
    page.evaluate((action) => {
      const form = document.body.appendChild(document.createElement('form'));
      form.action = action;
      form.submit();
      const refresh = document.head.appendChild(document.createElement('meta'));
      refresh.httpEquiv = 'refresh';
      refresh.content = `0;url=${action}`;
    }, outside.url),
  );
  const cdp = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await staysWhile(page, () =>
      cdp.send('Input.dispatchDragEvent', {
        type,
        x: 600,
        y: 400,
        data: { items: [], files: [process.execPath], dragOperationsMask: 1 },
      }),
    );
  }
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'document.body.textContent',
  });
  expect(result.value).not.toBe('owned');
  expect(outside.hits).toEqual([]);
  expect(await opened()).toEqual([]);
  await outside.stop();
});

test('nothing opens a window; only a checked https link reaches the browser', async ({ app }) => {
  const { page } = app;
  const opened = await catchOpenedLinks(app);
  const refused = [
    '',
    'about:blank',
    'app://resolutionflow/index.html',
    'http://example.com/',
    'https://user:password@example.com/',
    `https://example.com/${'a'.repeat(2_100)}`,
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:1',
    'ms-msdt:/id',
    'view-source:https://example.com/',
  ];
  const windows = await page.evaluate(
    (urls) => urls.map((url) => window.open(url) === null),
    [...refused, 'https://example.com/opened'],
  );
  expect(windows).not.toContain(false);
  // The keys and buttons that open a link elsewhere.
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/pressed';
    link.textContent = 'a link to press';
    link.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;background:white';
    document.body.append(link);
  });
  const link = page.getByText('a link to press');
  await staysWhile(page, async () => {
    await link.click({ button: 'middle' });
    await link.click({ modifiers: ['Control'] });
    await link.click({ modifiers: ['Shift'] });
  });
  expect(await contentsCount(app)).toBe(1);
  const all = await opened();
  expect(all.filter((url) => !/^https:\/\/example\.com\/(?:opened|pressed)$/.test(url))).toEqual(
    [],
  );
  expect(all).toContain('https://example.com/opened');
  expect(all.filter((url) => url.endsWith('/pressed'))).toHaveLength(3);
});

test('frames, webviews and workers get nowhere', async ({ app }) => {
  const { page } = app;
  const before = await contentsCount(app);
  const outside = await startOutside();
  const answers = await page.evaluate(async (url) => {
    const made = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return document.body.appendChild(element);
    };
    const frames = [
      made('iframe', { src: url }),
      made('iframe', { src: 'app://resolutionflow/index.html' }),
      made('iframe', { src: 'about:blank' }),
      made('iframe', { srcdoc: '<p>inside</p>' }),
    ] as HTMLIFrameElement[];
    made('object', { data: url });
    made('embed', { src: url });
    made('webview', { src: url, nodeintegration: '', partition: 'other' });
    const attempt = async (work: () => unknown) => {
      try {
        await work();
        return 'worked';
      } catch {
        return 'refused';
      }
    };
    const worker = (make: () => Worker | SharedWorker) =>
      attempt(
        () =>
          new Promise((resolve, reject) => {
            const started = make();
            started.onerror = reject;
            setTimeout(resolve, 500);
          }),
      );
    const script = [...document.scripts].find(({ src }) => src !== '')?.src ?? '';
    const workers = [
      await worker(() => new Worker(script, { type: 'module' })),
      await worker(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      await worker(() => new SharedWorker(script)),
      await attempt(() => navigator.serviceWorker.register(script)),
    ];
    const bridges = frames.map((frame) => {
      try {
        return frame.contentWindow !== null && 'resolutionFlow' in frame.contentWindow;
      } catch {
        return false;
      }
    });
    return { workers, bridges };
  }, outside.url);
  expect(answers.workers).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(answers.bridges).not.toContain(true);
  expect(await contentsCount(app)).toBe(before);
  expect(outside.hits).toEqual([]);
  await outside.stop();
});

test('the page has no network, even without its own policy', async ({ app }) => {
  const { page } = app;
  const outside = await startOutside();
  const attempts = () =>
    page.evaluate(
      async ({ url, host }) => {
        await fetch(url).catch(() => {});
        await new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.onloadend = resolve;
          request.open('GET', url);
          request.send();
        });
        navigator.sendBeacon(url, 'x');
        new Image().src = url;
        for (const make of [() => new WebSocket(`ws://${host}`), () => new EventSource(url)]) {
          try {
            make();
          } catch {
            // Refused at once.
          }
        }
        const script = document.createElement('script');
        script.src = url;
        document.head.append(script);
      },
      { url: outside.url, host: outside.host },
    );
  await attempts();
  await page.waitForTimeout(MOMENT);
  expect(outside.hits).toEqual([]);

  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  await attempts();
  await page.waitForTimeout(MOMENT);
  expect(outside.hits).toEqual([]);
  // The services' own session does reach it: the server is there.
  await app.electron.evaluate(
    ({ session }, url) => session.fromPartition('services').fetch(url),
    outside.url,
  );
  expect(outside.hits).toEqual(['GET /']);
  await outside.stop();
});
