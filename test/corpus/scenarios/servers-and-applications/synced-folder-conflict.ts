import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const syncedFolderConflict: Scenario = {
  id: 'synced-folder-conflict',
  situation:
    'Two people edited a price list while one of them was not syncing; the copies are merged, the sync client waits for a result.',
  session: () =>
    session({
      title: 'Price list: my changes are gone (OneDrive)',
      domain: 'application',
      ticket_ref: '52390',
      intake:
        'From: Calla Rosenqvist\nTo: support\nSubject: FW: where are my prices\n\nCan you help Jory? See below. He says there are now two files and mine won.\n\nCalla\nVintner & Moss\n\n-----Original Message-----\nFrom: Jory Abernethy\nSubject: where are my prices\n\nI put in 40 new prices on Monday. Today the Pricelist 2027.xlsx has none of them and theres a Pricelist 2027-VM-LAP08.xlsx next to it. I checked, OneDrive was green all the time.',
    })
      .fact('user_report', 'Jory says that OneDrive showed green all the time.', {
        chosen_audience: 'internal',
      })
      .checked(
        'Look at the client on VM-LAP08 by remote support',
        'OneDrive on VM-LAP08 last synced on 13 November, 16:20; the icon is grey, error 0x8004def7.',
      )
      .checked(
        'Read the version history of both files',
        'Pricelist 2027.xlsx was last changed by Calla on 17 November; the copy Pricelist 2027-VM-LAP08.xlsx by Jory on 16 November.',
      )
      .checked(
        'Open the storage page of the account',
        'The storage of Jory is 100 % used: 5 GB of 5 GB.',
      )
      .fact(
        'technician',
        'The conflict was caused by the full storage: the client stopped syncing on 13 November and the changes of 16 November stayed on the laptop.',
        { role: 'cause' },
      )
      .fix('Restore an older version of the price list', {
        description: 'Would bring back Monday and lose the changes of Calla.',
        confidence: 35,
        outcome: 'dismissed',
        outcome_note: 'the copy holds all 40 prices, nothing is lost',
      })
      .fact(
        'technician',
        'Copied the 40 prices from the second file into Pricelist 2027.xlsx together with Jory.',
        { role: 'change' },
      )
      .fix('Assign the licence with 1 TB of storage', {
        description: 'Jory was left on a plan with 5 GB when he joined.',
        confidence: 86,
        outcome: 'applied',
        outcome_note: 'new storage may take a day to show',
        customer_note: 'The new storage may take a day to show.',
      })
      .fact('user_report', 'Jory sees all 40 prices in Pricelist 2027.xlsx.', {
        role: 'confirmation',
      }),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Forty new prices were missing from the 2027 price list, and a second copy of the file had appeared.',
          'session',
        ),
      ],
      [
        bullet('OneDrive on the laptop of Jory last synced on 13 November.', 'fact:2', 'session'),
        bullet('His new prices were all in the second copy; nothing is lost.', 'fact:3', 'fact:6'),
        bullet('His online storage was full.', 'fact:4'),
      ],
      [
        line(
          s('As the storage was full, the laptop stopped syncing on 13 November.', 'fact:5'),
          s('Both colleagues then changed the list, which made two copies.', 'fact:3'),
        ),
      ],
      [
        bullet('We copied the 40 prices into the price list together with Jory.', 'fact:6'),
        bullet('He reported seeing all 40 prices there.', 'fact:7'),
        bullet('We gave his account more storage, which may take a day to show.', 'fix:2'),
        bullet(
          'Until his OneDrive syncs, Jory should change shared files in the browser only.',
          'fact:2',
          'fix:2',
        ),
      ],
    ],
    escalate: [
      [
        line(
          'Forty prices entered on Monday were missing from Pricelist 2027.xlsx, and a second file with the name of VM-LAP08 appeared.',
          'session',
        ),
      ],
      [
        bullet(
          'The user reports that OneDrive showed green all the time; the client showed otherwise.',
          'fact:1',
          'fact:2',
        ),
        bullet(
          'OneDrive on VM-LAP08 last synced on 13 November, 16:20, with error 0x8004def7.',
          'fact:2',
        ),
        bullet('Calla changed the list on 17 November, Jory his copy on 16 November.', 'fact:3'),
        bullet('The storage of Jory was 100% used, 5 GB of 5 GB.', 'fact:4'),
        bullet('The client stopped syncing on 13 November because of the full storage.', 'fact:5'),
        bullet('The 40 prices were copied into Pricelist 2027.xlsx.', 'fact:6'),
        bullet('The user reports seeing all 40 prices there.', 'fact:7'),
      ],
      [
        bullet('Looked at the client on VM-LAP08: grey, 0x8004def7.', 'fact:2'),
        bullet(
          'Read the version history of both files: they drifted apart on 16 and 17 November.',
          'fact:3',
        ),
        bullet('Opened the storage page: full.', 'fact:4'),
        bullet(
          'Copied the missing prices over together with Jory: all 40 are in Pricelist 2027.xlsx.',
          'fact:6',
          'fact:7',
        ),
        bullet(
          'Assign the licence with 1 TB of storage: applied, no result yet; it may take a day to show.',
          'fix:2',
        ),
      ],
      [
        line(
          s(
            'Assign the licence with 1 TB of storage (86% confidence): applied, result not known yet.',
            'fix:2',
          ),
          s('For it: the storage was full when the client stopped.', 'fact:4', 'fact:5'),
          s('Against it: the user reports a green icon, which fits no stopped client.', 'fact:1'),
        ),
      ],
      [
        bullet(
          'Check tomorrow whether VM-LAP08 syncs and the new storage shows (owner of the ticket).',
          'fix:2',
          'fact:2',
        ),
        bullet(
          'Look for further copies that end in VM-LAP08 before he works on, as changes since 13 November stayed on the laptop.',
          'fact:5',
          'session',
        ),
        bullet(
          'If the client stays grey with 1 TB, copy the local folder and reset the client.',
          'fact:2',
          'fix:2',
        ),
      ],
    ],
  },
};
