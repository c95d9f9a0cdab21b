import type { Scenario } from '../../scenario.ts';
import { accountingLicenceServer } from './accounting-licence-server.ts';
import { backupSnapshotSpace } from './backup-snapshot-space.ts';
import { degradedDiskArray } from './degraded-disk-array.ts';
import { deletedProjectFolder } from './deleted-project-folder.ts';
import { domainControllerClock } from './domain-controller-clock.ts';
import { ghostSessionFileLock } from './ghost-session-file-lock.ts';
import { mappedDrivesMissing } from './mapped-drives-missing.ts';
import { practiceSoftwareUpdate } from './practice-software-update.ts';
import { ransomwareScare } from './ransomware-scare.ts';
import { remoteDesktopDiskFull } from './remote-desktop-disk-full.ts';
import { serverRoomAlarm } from './server-room-alarm.ts';
import { slowDatabaseApplication } from './slow-database-application.ts';
import { sqlServiceAfterReboot } from './sql-service-after-reboot.ts';
import { syncedFolderConflict } from './synced-folder-conflict.ts';
import { updateRolledBack } from './update-rolled-back.ts';
import { webAppCertificate } from './web-app-certificate.ts';

/** Backup, disk, servers, line-of-business applications. */
export const serversAndApplications: readonly Scenario[] = [
  accountingLicenceServer,
  backupSnapshotSpace,
  degradedDiskArray,
  deletedProjectFolder,
  domainControllerClock,
  ghostSessionFileLock,
  mappedDrivesMissing,
  practiceSoftwareUpdate,
  ransomwareScare,
  remoteDesktopDiskFull,
  serverRoomAlarm,
  slowDatabaseApplication,
  sqlServiceAfterReboot,
  syncedFolderConflict,
  updateRolledBack,
  webAppCertificate,
];
