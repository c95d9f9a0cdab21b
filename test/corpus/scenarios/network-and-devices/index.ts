import type { Scenario } from '../../scenario.ts';
import { dhcpScopeExhausted } from './dhcp-scope-exhausted.ts';
import { dnsAfterIspChange } from './dns-after-isp-change.ts';
import { dockFlickeringMonitors } from './dock-flickering-monitors.ts';
import { firewallBlocksPortal } from './firewall-blocks-portal.ts';
import { labelPrinterDriver } from './label-printer-driver.ts';
import { laptopSwollenBattery } from './laptop-swollen-battery.ts';
import { printQueueStuck } from './print-queue-stuck.ts';
import { printerOfflineNewAddress } from './printer-offline-new-address.ts';
import { scanToFolderSmb1 } from './scan-to-folder-smb1.ts';
import { slowPcFailingSsd } from './slow-pc-failing-ssd.ts';
import { splitDnsIntranet } from './split-dns-intranet.ts';
import { switchLoop } from './switch-loop.ts';
import { voipOneWayAudio } from './voip-one-way-audio.ts';
import { vpnDropsAtHome } from './vpn-drops-at-home.ts';
import { vpnExpiredCertificate } from './vpn-expired-certificate.ts';
import { wifiOneMeetingRoom } from './wifi-one-meeting-room.ts';

/** VPN, DNS, network, printing, workstation hardware. */
export const networkAndDevices: readonly Scenario[] = [
  dhcpScopeExhausted,
  dnsAfterIspChange,
  dockFlickeringMonitors,
  firewallBlocksPortal,
  labelPrinterDriver,
  laptopSwollenBattery,
  printQueueStuck,
  printerOfflineNewAddress,
  scanToFolderSmb1,
  slowPcFailingSsd,
  splitDnsIntranet,
  switchLoop,
  voipOneWayAudio,
  vpnDropsAtHome,
  vpnExpiredCertificate,
  wifiOneMeetingRoom,
];
