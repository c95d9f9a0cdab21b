/** What one version brought. */
export interface Release {
  readonly title: string;
  readonly items: readonly string[];
}

/** Reads a changelog: a heading for each version, the newest first, and a list of what is new below it. */
export function readChangelog(text: string): readonly Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return { title: title.trim(), items: itemsOf(lines) };
    })
    .filter(({ items }) => items.length > 0);
}

/** What came after a version: all that stands above it. All of it where the version is not named. */
export function releasesAfter(releases: readonly Release[], version: string): readonly Release[] {
  const index = releases.findIndex(({ title }) => isOf(title, version));
  return index === -1 ? releases : releases.slice(0, index);
}

/** What a version brought itself; before its release that stands under another heading, the first. */
export function releaseOf(releases: readonly Release[], version: string): Release | undefined {
  return releases.find(({ title }) => isOf(title, version)) ?? releases[0];
}

function isOf(title: string, version: string): boolean {
  return title === version || title.startsWith(`${version} `);
}

function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^[-*] (.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    // A list item that goes on in the next line.
    else if (/^\s+\S/.test(line) && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}
