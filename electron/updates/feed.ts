/** Where updates come from, as the builder wrote it beside the app. */
export type Feed =
  | { readonly provider: 'generic'; readonly url: string; readonly cache: string | null }
  | {
      readonly provider: 'github';
      readonly owner: string;
      readonly repo: string;
      readonly cache: string | null;
    };

/** Names and scalars on lines of their own are all that such a file holds. */
const LINE = /^([A-Za-z]+):\s*(?:'([^']*)'|"([^"]*)"|(\S.*?))\s*$/gm;

/** Reads the file `app-update.yml`; null for one that names no feed of a kind that is known and safe. */
export function readFeed(text: string): Feed | null {
  const values = new Map<string, string>();
  for (const [, name, single, double, plain] of text.matchAll(LINE)) {
    if (name !== undefined) values.set(name, single ?? double ?? plain ?? '');
  }
  const cache = values.get('updaterCacheDirName') ?? null;
  const url = values.get('url');
  if (values.get('provider') === 'generic' && url !== undefined) {
    return isSafe(url) ? { provider: 'generic', url, cache } : null;
  }
  const owner = values.get('owner');
  const repo = values.get('repo');
  // Another host or a token would be a private server, whose rules are not these.
  const isPlain = !values.has('host') && !values.has('token');
  if (values.get('provider') === 'github' && owner && repo && isPlain) {
    return { provider: 'github', owner, repo, cache };
  }
  return null;
}

/**
 * Whether a request may go to this address: to the feed's own server, over https (plain http on this
 * machine only). Redirects and what a manifest names are asked for here as well.
 */
export function mayAsk(feed: Feed, address: string): boolean {
  const url = parse(address);
  if (url === null || !isSafe(address)) return false;
  if (feed.provider === 'generic') return url.origin === parse(feed.url)?.origin;
  return ['github.com', 'api.github.com'].includes(url.host) || isGitHubFile(url);
}

/** Where a person gets the new version. */
export function downloadPage(feed: Feed | null, home: string): string {
  return feed?.provider === 'github'
    ? `https://github.com/${feed.owner}/${feed.repo}/releases`
    : home;
}

function isGitHubFile({ host }: URL): boolean {
  return host.endsWith('.githubusercontent.com');
}

function isSafe(address: string): boolean {
  const url = parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
