export { type Credentials, createCredentials } from './credentials.ts';
export { openKeytarKeychain } from './keytar-keychain.ts';
