/** What can go wrong with an update, as far as the person in front of the screen can act on it. */
export const FAULTS = {
  offline:
    'The update server cannot be reached. Check the network or the proxy, then try again. Nothing else depends on it.',
  no_answer: 'The update server does not answer. Try again later. Nothing else depends on it.',
  certificate:
    'The connection to the update server is not trusted, so it was not used. Check the clock of this computer, or ask your administrator whether a proxy changes connections.',
  server: 'The update server has a fault of its own. Try again later.',
  nothing_published:
    'Nothing is published for this update channel and this system. Choose the other channel in the settings, or try again later.',
  feed_broken:
    'What the update server says cannot be read, so nothing was taken from it. Try again later; if it stays so, tell support.',
  elsewhere:
    'The update server points to another server, which is not trusted. Nothing was taken from there. If it happens again, tell support.',
  interrupted:
    'The download broke off. What came is kept, and the next download goes on from there. Try again when the network is steady.',
  wrong_size:
    'The file on the update server is not as large as announced, so it was deleted. Try again later; if it happens again, tell support.',
  checksum:
    'The file that came is not the one that was published, so it was deleted. Try again; if it happens again, tell support: something on the way changes files.',
  signature:
    'The update is not signed by the publisher of this app, so it was not installed. Tell support before you try again.',
  disk_full: 'The disk is full. Free some space, then try again; the version in use is untouched.',
  not_writable:
    'The app has no right to replace its own file. Ask whoever installed it, or move it to a folder of your own. The version in use is untouched.',
  other:
    'The update did not work, for a reason that the log names (Help → Open log folder). The version in use is untouched.',
} as const;

export type FaultKind = keyof typeof FAULTS;

/** A failure of an update with its kind; its words say what to do next. */
export class UpdateFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, options?: ErrorOptions) {
    super(FAULTS[kind], options);
    this.name = 'UpdateFault';
    this.kind = kind;
  }
}

/** First match wins. Of errors by Chromium, Node and electron-updater: their codes, else their text. */
const SIGNS: readonly (readonly [RegExp, FaultKind])[] = [
  [/ERR_CHECKSUM_MISMATCH|sha512 checksum mismatch/, 'checksum'],
  [/ERR_UPDATER_INVALID_SIGNATURE|code signature|not signed by/i, 'signature'],
  [/ENOSPC|EDQUOT|ERR_FILE_NO_SPACE/, 'disk_full'],
  [/EACCES|EPERM|EROFS|read-only volume/, 'not_writable'],
  [/ERR_BLOCKED_BY_CLIENT|ERR_UNSAFE_REDIRECT|[Tt]oo many redirects/, 'elsewhere'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL/, 'certificate'],
  [
    /ERR_UPDATER_(CHANNEL_FILE_NOT_FOUND|LATEST_VERSION_NOT_FOUND|NO_PUBLISHED_VERSIONS)|HTTP_ERROR_40[34]|status 40[34]/,
    'nothing_published',
  ],
  [/HTTP_ERROR_[45]\d\d|status [45]\d\d/, 'server'],
  [/ERR_(CONNECTION_)?TIMED_OUT|ETIMEDOUT|timed out/, 'no_answer'],
  [/ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED|aborted by the server/, 'interrupted'],
  [
    /net::ERR_(INTERNET|NAME|ADDRESS|CONNECTION|NETWORK|PROXY|TUNNEL|SOCKS|EMPTY|HTTP2|QUIC)|ECONN|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EPIPE|fetch failed/,
    'offline',
  ],
  [/ERR_UPDATER_|YAMLException|ERR_XML|Unexpected token|not valid JSON/, 'feed_broken'],
];

/** Any failure as a fault; the original stays its cause, for the log. */
export function asUpdateFault(error: unknown): UpdateFault {
  if (error instanceof UpdateFault) return error;
  const told = tell(error);
  const kind = SIGNS.find(([sign]) => sign.test(told))?.[1] ?? 'other';
  return new UpdateFault(kind, { cause: error });
}

/** Code and text of an error and of what caused it. */
function tell(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${error.name} ${code} ${error.message} ${error.cause === undefined ? '' : tell(error.cause, depth + 1)}`;
}
