import type { Scenario } from './scenario.ts';
import { mailAndIdentity } from './scenarios/mail-and-identity/index.ts';
import { networkAndDevices } from './scenarios/network-and-devices/index.ts';
import { serversAndApplications } from './scenarios/servers-and-applications/index.ts';

/** Every scenario of the corpus. */
export const SCENARIOS: readonly Scenario[] = [
  ...mailAndIdentity,
  ...networkAndDevices,
  ...serversAndApplications,
];
