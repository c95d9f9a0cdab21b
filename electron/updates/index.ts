export { download } from './download.ts';
export { asUpdateFault, UpdateFault } from './faults.ts';
export { downloadPage, type Feed, mayAsk, readFeed } from './feed.ts';
export { type Installation, installationOf } from './installation.ts';
export { type Manifest, readManifest } from './offer.ts';
export { replaceFile } from './replace-file.ts';
export type { UpdateSource } from './source.ts';
export { createUpdates, type UpdatesService } from './updates.ts';
export { isWriteBackUnderWay } from './write-back-under-way.ts';
