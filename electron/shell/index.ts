/** What main.ts loads once the window is open; the rest it imports by itself. */
export { createDesktop } from './desktop.ts';
export { sendToWindows } from './ipc-transport.ts';
export { openLog } from './log.ts';
export { installMenu } from './menu.ts';
export { fetchOnFreshConnection, fetchOverSystemNetwork } from './network.ts';
