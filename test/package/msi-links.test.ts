import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import addLinks from '../../electron/packaging/msi-links.ts';

let folder = '';
let project = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolutionflow-msi-'));
  project = join(folder, 'project.wxs');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the links become a component of the product', async () => {
  await writeFile(project, '<ComponentGroup Id="ProductComponents">\n  <A/>\n</ComponentGroup>\n');
  await addLinks(project);
  const text = await readFile(project, 'utf8');
  expect(text).toMatch(
    /<A\/>\s+<Component Id="LinksComponent"[\s\S]+<\/Component>\s+<\/ComponentGroup>/,
  );
  expect(text).toContain(String.raw`Key="Software\Classes\resolutionflow\shell\open\command"`);
  expect(text).toContain(
    'Value="&quot;[APPLICATIONFOLDER]ResolutionFlow.exe&quot; &quot;%1&quot;"',
  );
});

test('a project of another form ends the build, rather than an .msi without links', async () => {
  await writeFile(project, '<Product/>');
  await expect(addLinks(project)).rejects.toThrow('not of the form');
});
