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
      <p>Nothing that was saved is lost: sessions, drafts and notes on their way are on this computer's disk, and a note that was being posted goes on from where it stood. Only text of the last moment may be missing.</p>
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

const STYLE = `:root { color-scheme: light dark; }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  place-items: center;
  background: light-dark(#f6f7f9, #0f141b);
  color: light-dark(#1b2430, #e3e8ef);
  font: 15px/1.55 system-ui, sans-serif;
}
main { max-width: 34rem; padding: 2rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.35rem; }
p { margin: 0 0 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1.5rem 0; }
a {
  padding: 0.45rem 0.9rem;
  border: 1px solid light-dark(#c3cad4, #3a4554);
  border-radius: 7px;
  color: inherit;
  text-decoration: none;
}
a:hover { border-color: currentColor; }
a:focus-visible { outline: 2px solid light-dark(#0b7285, #3bc9db); outline-offset: 2px; }
a.first { background: light-dark(#0b7285, #3bc9db); border-color: transparent; color: light-dark(#fff, #06222a); font-weight: 600; }
.hint { color: light-dark(#566272, #9aa7b8); font-size: 0.9em; }
`;
