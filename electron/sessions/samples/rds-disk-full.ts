import type { Sample } from './sample.ts';

export const rdsDiskFull: Sample = {
  title: 'C: drive full on RDS02, users cannot sign in',
  intake:
    'Monitoring alert and three calls from Calder Logistics: users on RDS02 get a temporary profile or an error at sign-in. Drive C: has 90 MB left of 120 GB. RDS01 is fine and takes the load for now.',
  summary: '',
  domain: 'server',
  ticket_ref: null,
  hours_ago: 28,
  play({ say, know, ran, suggest }) {
    say('RDS02 set to drain, so that new sign-ins go to RDS01. Looking for what fills the drive.');
    know('ticket', 'Drive C: of RDS02 has 90 MB free of 120 GB.', 'Monitoring alert');
    know(
      'user_report',
      'Three users got a temporary profile or an error when they signed in to RDS02.',
      'Phone calls',
    );
    ran({
      name: 'Get-FolderSize.ps1',
      language: 'powershell',
      body: `Get-ChildItem C:\\ -Directory -Force -ErrorAction SilentlyContinue | ForEach-Object {
  $bytes = (Get-ChildItem $_.FullName -Recurse -Force -File -ErrorAction SilentlyContinue | Measure-Object Length -Sum).Sum
  [pscustomobject]@{ Folder = $_.FullName; GB = [math]::Round($bytes / 1GB, 1) }
} | Sort-Object GB -Descending | Select-Object -First 10`,
      outcome:
        'C:\\ProgramData is the largest folder with 61.4 GB, of which 58.9 GB are crash dumps of the label printing service.',
    });
    know(
      'script_output',
      '58.9 GB of drive C: are crash dumps of the label printing service.',
      'Get-FolderSize.ps1',
    );
    know(
      'diagnostic_check',
      'The label printing service has crashed and restarted every four minutes since Saturday.',
      'Application event log',
    );
    say(
      'So it is not user data. The service crashes in a loop and writes a full dump each time. Asked Calder whether RDS02 prints labels at all; the answer is that only RDS01 should.',
    );
    suggest({
      title: 'Stop the label printing service on RDS02 and remove its crash dumps',
      description:
        'Stop the service and set it to manual, keep the newest dump for the vendor, delete the others, then take RDS02 out of drain mode and test a sign-in.',
      confidence: 91,
    });
  },
};
