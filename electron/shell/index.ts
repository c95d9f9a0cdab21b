/** What is loaded once the window is open; the rest main.ts and main/ import by themselves. */
export { appFacts, localNames } from './app-facts.ts';
export { clockWarning } from './clock.ts';
export { linkAmong } from './deep-link.ts';
export { createDesktop } from './desktop.ts';
export { sendToWindows } from './ipc-transport.ts';
export { createOpenedLinks } from './links-opened.ts';
export { logFile, openLog } from './log.ts';
export { olderLogs } from './log-rotation.ts';
export { installMenu } from './menu.ts';
export { fetchOnFreshConnection, fetchOverSystemNetwork } from './network.ts';
export { notify } from './notifications.ts';
export { forgetPage } from './page-data.ts';
export { policyPlaces, readPolicyFile } from './policy-file.ts';
export { newsOf, statusNews } from './posting-news.ts';
export { forgetCopiedSecret } from './secret-clipboard.ts';
export { setSpellCheck, switchSpellCheck } from './spell-check.ts';
export { registerLinks } from './starts.ts';
