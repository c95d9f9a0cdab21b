import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type ProtocolRequest, type ProtocolResponse, protocol } from 'electron';
import { APP_ORIGIN, resolveAppFile } from './app-file.ts';
import { recoveryFile } from './recovery-page.ts';

/** The one page there is. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/**
 * The page runs its own scripts and styles and nothing else; it has no network at all. Inline style
 * attributes are set by positioning code (menus, lists), hence `style-src-attr`.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Sent with every answer, an empty one too, so that no document of this origin is without. As a header
 * and not in the page: no script can run before it, and what is written into the page cannot loosen it.
 */
const PROTECTION = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
};

/** Must run before `ready`: gives the scheme an origin, and lets Chromium cache compiled scripts. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the page from `root`; anything outside it, or of an unknown type, is not found. Tells when
 * the page has been given a script: until it has compiled that one, Chromium needs this process little.
 *
 * Not by `protocol.handle`, which speaks in fetch's requests and responses: Node loads the whole of
 * fetch for them, some 60 ms before the first file, and each file then goes through two streams.
 */
export function serveApp(root: string, onScriptServed: () => void): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    void readAppFile(root, request).then((response) => {
      answer(response);
      if (response.statusCode === FOUND && request.url.endsWith('.js'))
        setImmediate(onScriptServed);
    });
  });
}

const FOUND = 200;

async function readAppFile(
  root: string,
  { method, url }: Pick<ProtocolRequest, 'method' | 'url'>,
): Promise<ProtocolResponse> {
  const recovery = method === 'GET' ? recoveryFile(url) : undefined;
  if (recovery !== undefined) return found(recovery.type, Buffer.from(recovery.text));
  const file = method === 'GET' ? resolveAppFile(root, url) : null;
  const type = file === null ? undefined : MIME_TYPES[extname(file)];
  if (file === null || type === undefined) return notFound();
  try {
    return found(type, await readFile(file));
  } catch {
    return notFound();
  }
}

function found(type: string, data: Buffer): ProtocolResponse {
  return { statusCode: FOUND, headers: { 'content-type': type, ...PROTECTION }, data };
}

function notFound(): ProtocolResponse {
  return { statusCode: 404, headers: PROTECTION, data: Buffer.alloc(0) };
}
