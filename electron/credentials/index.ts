export {
  CREDENTIAL_NAMES,
  type Credentials,
  createCredentials,
  type Keychain,
} from './credentials.ts';
export { openKeytarKeychain } from './keytar-keychain.ts';
