import type { Keychain } from './credentials.ts';

/** The name under which every entry stands in Credential Manager, Keychain Access or Secret Service. */
const SERVICE = 'ResolutionFlow';

/** The operating system's keychain through keytar, loaded only when a secret is first needed. */
export async function openKeytarKeychain(service: string = SERVICE): Promise<Keychain> {
  const { default: keytar } = await import('keytar');
  return {
    read: (name) => keytar.getPassword(service, name),
    write: (name, secret) => keytar.setPassword(service, name, secret),
    remove: (name) => keytar.deletePassword(service, name),
  };
}
