import type { Sample } from './sample.ts';

export const backupFails: Sample = {
  title: 'Nightly backup of the file server fails since Tuesday',
  intake:
    'Backup report for Harlow Architects: the nightly job of FS01 has failed three nights running with “snapshot could not be created”. The last good backup is from Monday night. The off-site copy is fine up to then.',
  summary: '',
  domain: 'backup',
  ticket_ref: null,
  hours_ago: 50,
  play({ say, know, suggest, verdict, close }) {
    say(
      'Took a file-level copy of the project share to the second repository by hand, so that they are not without any backup while this lasts.',
    );
    know(
      'ticket',
      'The nightly job of FS01 failed three nights in a row; the last good backup is from Monday night.',
      'Backup report',
    );
    know(
      'diagnostic_check',
      'The shadow copy writer of the database on FS01 reports a failed state.',
      'vssadmin list writers',
    );
    know(
      'diagnostic_check',
      'The shadow storage on drive D: is at its limit of 10 GB.',
      'vssadmin list shadowstorage',
    );
    const restart = suggest({
      title: 'Restart the service behind the failed shadow copy writer',
      description:
        'Restart the database’s writer service out of hours, check that the writer is stable, start the job by hand.',
      confidence: 64,
    });
    verdict(
      restart,
      'failed',
      'The writer was stable after the restart and failed again during the job.',
      'Restarted the service behind the failed writer.',
    );
    say(
      'Writer stable after the restart, failed again ten minutes into the job. Growing the shadow storage needs room on D: that is not there; the array is full.',
    );
    know('technician', 'Drive D: of FS01 has 4 GB free, so that the shadow storage cannot grow.');
    suggest({
      title: 'Extend the disk array and give the shadow storage 60 GB',
      description:
        'Add the two spare disks to the array, grow drive D:, set the shadow storage limit to 60 GB and start the job by hand.',
      confidence: 77,
    });
    say(
      'I have no access to the array controller. Handing this to the server team with what is known.',
    );
    close(
      'escalate',
      `## Problem

The nightly backup of FS01 failed three nights in a row, and the last good backup was from Monday night.

## What we've confirmed

- The nightly job of FS01 failed three nights in a row; the last good backup is from Monday night.
- The shadow copy writer of the database on FS01 reports a failed state.
- The shadow storage on drive D: is at its limit of 10 GB.
- Drive D: of FS01 has 4 GB free, so that the shadow storage cannot grow.

## What we've tried

- Restart the service behind the failed shadow copy writer: failed. The writer was stable after the restart and failed again during the job.

## Current hypothesis

Extend the disk array and give the shadow storage 60 GB (confidence 77 %).

## Suggested next steps

- Add the two spare disks to the array and grow drive D:.
- Set the shadow storage limit to 60 GB.
- Start the job by hand and check that the writer stays stable.
`,
    );
  },
};
