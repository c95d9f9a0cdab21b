export type { ConnectWiseKeys } from './access.ts';
export { type ConnectWiseOptions, createConnectWise } from './connectwise.ts';
