import type { Sample } from './sample.ts';

export const scanToFolder: Sample = {
  title: 'Scan to folder fails on the copier',
  intake:
    'Brightwater Accounting: the big copier in the hallway no longer delivers scans to the Scans share. The display shows “Connection failed, server”. Copying, printing and scan to e-mail work. It began on Monday, and all of the staff is affected.',
  summary: '',
  domain: 'printing',
  ticket_ref: '48230',
  hours_ago: 6,
  play({ say, know, suggest }) {
    say(
      'Asked Brightwater what changed: their file server was replaced at the weekend, same name, Windows Server 2025 now.',
    );
    know(
      'ticket',
      'The file server was replaced at the weekend and kept its name.',
      'Project ticket of the server replacement',
      { role: 'finding' },
    );
    know(
      'user_report',
      'Nobody at the office can scan to the Scans share since Monday; scan to e-mail works.',
      'Office manager',
    );
    know(
      'diagnostic_check',
      'The copier reaches the new file server by name and by address.',
      'Ping from the copier’s service menu',
    );
    say(
      'The share opens fine from a workstation with the scan account, so name, share and rights are good. That leaves the way the copier talks to it.',
    );
    know(
      'diagnostic_check',
      'The scan account can open the Scans share and write to it from a workstation.',
    );
    know(
      'technician',
      'The copier’s firmware is from 2019 and offers SMB 1.0 only.',
      'Service menu, network page',
    );
    suggest({
      title: 'Update the copier’s firmware so that it uses SMB 3',
      description:
        'Download the current firmware from the maker’s portal, install it from a USB stick after office hours, then choose SMB 2/3 on the network page and test with the existing destination.',
      confidence: 78,
    });
    say(
      'Not going to switch SMB 1.0 on at the server for this. Asked the leasing company for the firmware; they want the serial number first.',
    );
  },
};
