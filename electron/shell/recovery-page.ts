import { APP_ORIGIN } from './app-file.ts';
import type { PageTrouble } from './page-watch.ts';

/** What the links of the recovery page ask for. */
export type RecoveryWish = 'restart' | 'logs' | 'without-graphics';

const FOLDER = `${APP_ORIGIN}/recovery/`;
const WISHES: readonly RecoveryWish[] = ['restart', 'logs', 'without-graphics'];

/** Where the recovery page is, by what it tells. */
export function recoveryUrl(trouble: PageTrouble): string {
  return `${FOLDER}${trouble}.html`;
}

/** Whether the recovery page is what is shown. Only there do its links mean anything. */
export function isRecoveryUrl(url: string): boolean {
  return Object.keys(HAPPENED).some((trouble) => url === recoveryUrl(trouble as PageTrouble));
}

/** What a pressed link of the page asks for. */
export function wishOf(url: string): RecoveryWish | undefined {
  return WISHES.find((wish) => url === FOLDER + wish);
}

/** A file of the recovery page, or undefined for any other URL. It comes from no disk that may be full. */
export function recoveryFile(url: string): { type: string; text: string } | undefined {
  if (url === `${FOLDER}style.css`) return { type: 'text/css; charset=utf-8', text: STYLE };
  const trouble = Object.keys(HAPPENED).find((one) => url === recoveryUrl(one as PageTrouble));
  if (trouble === undefined) return undefined;
  return { type: 'text/html; charset=utf-8', text: page(HAPPENED[trouble as PageTrouble]) };
}

const HAPPENED: Readonly<Record<PageTrouble, string>> = {
  gone: 'The part that draws this window ended twice in a short time.',
  unresponsive: 'The part that draws this window did not answer any more, also after another try.',
  silent: 'This window did not come up within 20 seconds, also after another try.',
};

/** No script and no picture: what it needs is this text, and the colours of the system. */
function page(happened: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>ResolutionFlow</title>
    <link rel="stylesheet" href="style.css">
  </head>
  <body>
    <main>
      <h1>This window had to be stopped</h1>
      <p role="alert">${happened}</p>
      <p>Nothing that was saved is lost: sessions, drafts and notes on their way are on this computer's disk, and a note that was being posted goes on from where it stood. Only what was typed in the last moment may be missing.</p>
      <nav aria-label="What to do">
        <a class="first" href="restart">Restart ResolutionFlow</a>
        <a href="without-graphics">Start without graphics acceleration</a>
        <a href="logs">Open logs</a>
      </nav>
      <p class="hint">If it happens again after a restart, start without graphics acceleration: drivers are a common cause. That holds until the next start. The logs say more; they are what support asks for.</p>
    </main>
  </body>
</html>
`;
}

/** The colours are those of the app, which may not be read here: its files are what may have failed. */
const STYLE = `:root { color-scheme: light dark; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  background: light-dark(#f5f6f8, #0e131a);
  color: light-dark(#18212c, #e7ecf3);
  font: 14px/1.55 system-ui, sans-serif;
}
main { max-width: 42rem; padding: 2rem; }
h1 { margin: 0 0 0.5rem; font-size: 20px; font-weight: 640; letter-spacing: -0.018em; }
p { max-width: 36rem; margin: 0 0 0.75rem; text-wrap: pretty; }
nav { display: flex; flex-wrap: wrap; gap: 8px; margin: 1.25rem 0; }
a {
  padding: 6px 12px;
  border: 1px solid light-dark(#cbd1da, #364253);
  border-radius: 8px;
  background: light-dark(#ffffff, #1a212c);
  color: inherit;
  font-size: 13px;
  font-weight: 530;
  text-decoration: none;
}
a:hover { border-color: light-dark(#5f6a79, #8e9aab); }
a:focus-visible { outline: 2px solid light-dark(#0f766e, #2fbeac); outline-offset: 2px; }
a.first { background: light-dark(#0f766e, #2fbeac); border-color: transparent; color: light-dark(#fff, #03211e); font-weight: 600; }
a.first:hover { background: light-dark(#0b655e, #43cdbb); }
.hint { color: light-dark(#4d5866, #a9b4c3); font-size: 12px; }
`;
