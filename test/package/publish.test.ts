import { afterEach, expect, test, vi } from 'vitest';
import publishConfiguration from '../../electron/packaging/publish.ts';

afterEach(() => vi.unstubAllEnvs());

function published(environment: Record<string, string>) {
  for (const name of ['RESOLUTIONFLOW_UPDATE_URL', 'RESOLUTIONFLOW_UPDATE_REPOSITORY']) {
    vi.stubEnv(name, environment[name]);
  }
  return publishConfiguration().publish;
}

test('without a word in the environment there is no feed', () => {
  expect(published({})).toBeNull();
});

test('a web server, or a repository, becomes the feed', () => {
  const url = 'https://updates.example.com/desktop';
  expect(published({ RESOLUTIONFLOW_UPDATE_URL: url })).toEqual({ provider: 'generic', url });
  expect(published({ RESOLUTIONFLOW_UPDATE_REPOSITORY: 'owner/name' })).toEqual({
    provider: 'github',
    owner: 'owner',
    repo: 'name',
  });
});

test.each([
  { RESOLUTIONFLOW_UPDATE_URL: 'http://updates.example.com' },
  { RESOLUTIONFLOW_UPDATE_URL: 'updates.example.com' },
  { RESOLUTIONFLOW_UPDATE_REPOSITORY: 'owner' },
  { RESOLUTIONFLOW_UPDATE_REPOSITORY: 'https://github.com/owner/name' },
])('%o ends the build', (environment) => {
  expect(() => published(environment)).toThrow();
});
