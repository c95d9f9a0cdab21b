import type { Configuration } from 'electron-builder';

/**
 * Where installed apps look for updates, from the environment of the build: a folder on a web
 * server, or the releases of a GitHub repository. Without either the app is built without a feed,
 * and cannot update itself. Nothing here uploads anything.
 *
 * electron-builder.yml extends this file.
 */
// biome-ignore lint/style/noDefaultExport: electron-builder takes a configuration from it.
export default function publishConfiguration(): Configuration {
  const url = process.env.RESOLUTIONFLOW_UPDATE_URL;
  if (url) {
    if (new URL(url).protocol !== 'https:') throw new Error('Updates come over https only.');
    return { publish: { provider: 'generic', url } };
  }
  const repository = process.env.RESOLUTIONFLOW_UPDATE_REPOSITORY;
  if (repository) {
    const [owner, repo, ...rest] = repository.split('/');
    if (!owner || !repo || rest.length > 0) {
      throw new Error('RESOLUTIONFLOW_UPDATE_REPOSITORY is to be owner/name.');
    }
    return { publish: { provider: 'github', owner, repo } };
  }
  return { publish: null };
}
