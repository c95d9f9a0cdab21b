import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { adLockoutFinder } from './ad-lockout-finder.ts';
import { adPasswordReset } from './ad-password-reset.ts';
import { certificateExpiry } from './certificate-expiry.ts';
import { diskReport } from './disk-report.ts';
import { dnsFlushAndTest } from './dns-flush-and-test.ts';
import { eventLogErrors } from './event-log-errors.ts';
import { installedSoftware } from './installed-software.ts';
import { ipconfigFlush } from './ipconfig-flush.ts';
import { linuxDiskAndMemory } from './linux-disk-and-memory.ts';
import { linuxService } from './linux-service.ts';
import { localAdministrators } from './local-administrators.ts';
import { mailDnsCheck } from './mail-dns-check.ts';
import { mailboxPermissions } from './mailbox-permissions.ts';
import { networkPathTest } from './network-path-test.ts';
import { networkReport } from './network-report.ts';
import { officeSignInReset } from './office-sign-in-reset.ts';
import { pendingReboot } from './pending-reboot.ts';
import { printerQueueReset } from './printer-queue-reset.ts';
import { profileSize } from './profile-size.ts';
import { serviceRestart } from './service-restart.ts';
import { timeSyncCheck } from './time-sync-check.ts';
import { windowsUpdateState } from './windows-update-state.ts';

/**
 * The templates that come with the app, by the name in their key. A name stays for good: sessions refer
 * to it.
 */
export const SHIPPED: Readonly<Record<string, TemplateContent>> = {
  'ad-lockout-finder': adLockoutFinder,
  'ad-password-reset': adPasswordReset,
  'certificate-expiry': certificateExpiry,
  'disk-report': diskReport,
  'dns-flush-and-test': dnsFlushAndTest,
  'event-log-errors': eventLogErrors,
  'installed-software': installedSoftware,
  'ipconfig-flush': ipconfigFlush,
  'linux-disk-and-memory': linuxDiskAndMemory,
  'linux-service': linuxService,
  'local-administrators': localAdministrators,
  'mail-dns-check': mailDnsCheck,
  'mailbox-permissions': mailboxPermissions,
  'network-path-test': networkPathTest,
  'network-report': networkReport,
  'office-sign-in-reset': officeSignInReset,
  'pending-reboot': pendingReboot,
  'printer-queue-reset': printerQueueReset,
  'profile-size': profileSize,
  'service-restart': serviceRestart,
  'time-sync-check': timeSyncCheck,
  'windows-update-state': windowsUpdateState,
};
