import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario } from '../../scenario.ts';

export const printerOfflineNewAddress: Scenario = {
  id: 'printer-offline-new-address',
  situation:
    'The reception printer shows offline although it prints its own pages; its address changed and the print server kept the old one.',
  session: () =>
    session({
      title: 'Reception printer offline',
      domain: 'printing',
      ticket_ref: '48890',
      intake:
        'Hi, printer in reception is broken again (the big Kyocera), says OFFLINE on all 5 pcs. We turned it off and on, 3x. Copies work. Patients are waiting for their papers\n\nJo\nMeridian Physio',
    })
      .fact(
        'user_report',
        'All five reception computers show the printer as offline; copying at the device works.',
      )
      .fact('user_report', 'Jo believes that the network card of the printer is broken.')
      .fact('diagnostic_check', 'The status page of the printer shows 192.168.40.87.', {
        source_summary: 'Had the user print the status page',
      })
      .fact('diagnostic_check', 'The port of RECEPTION-KYO on MP-FS01 points to 192.168.40.61.')
      .fact(
        'technician',
        'The firewall was swapped on 14 November and its reservations were not carried over.',
      )
      .fix('Reserve the address and correct the printer port', {
        description:
          'Reserve 192.168.40.61 for the printer so that nothing on the server must change.',
        confidence: 93,
        outcome: 'worked',
        outcome_note: 'a test page came out within ten seconds',
      })
      .ran('Add-Reservation.ps1', 'reservation for 192.168.40.61 written, 1 of 1', {
        changes_system: true,
        undo: 'delete the reservation RECEPTION-KYO on the firewall',
      })
      .fact('user_report', 'Jo confirmed on the phone that all five computers print.'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'All five reception computers showed the printer as offline, while copying at the device worked.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet(
          'The printer itself was in order, but it had a different network address from the one the computers used.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        line(
          'When the firewall was swapped on 14 November the fixed address of the printer was not carried over, and the printer got a new one.',
          'fact:5',
          'fix:1',
        ),
      ],
      [
        bullet(
          'We gave the printer its earlier address back for good, and a test page came out within ten seconds.',
          'fix:1',
          'script:1',
        ),
        bullet('Jo confirmed that all five computers print.', 'fact:6'),
        bullet('Nothing needs to be done on your side.', 'fact:6'),
      ],
    ],
    escalate: [
      [
        line(
          'The reception printer RECEPTION-KYO at Meridian Physio was offline on all five reception computers; patients waited for papers, copies worked. Start unknown. Priority: unknown.',
          'session',
          'fact:1',
          'fact:4',
        ),
      ],
      [
        bullet('The user reports offline on five computers, copying works.', 'fact:1'),
        bullet(
          'The user suspected the network card; the printer prints and is on the network, so this is not so.',
          'fact:2',
          'fact:3',
          'fact:6',
        ),
        bullet('The status page shows 192.168.40.87.', 'fact:3'),
        bullet('The port of RECEPTION-KYO on MP-FS01 points to 192.168.40.61.', 'fact:4'),
        bullet('Firewall swapped on 14 November, reservations not carried over.', 'fact:5'),
        bullet('The user confirmed that all five computers print.', 'fact:6'),
      ],
      [
        bullet('Had the user print the status page: address 192.168.40.87.', 'fact:3'),
        bullet('Compared with the port on MP-FS01: it points to 192.168.40.61.', 'fact:4'),
        bullet(
          'Reserve the address and correct the printer port: worked, a test page came out within ten seconds.',
          'fix:1',
        ),
        bullet(
          'Ran Add-Reservation.ps1: reservation for 192.168.40.61 written. To undo, delete the reservation RECEPTION-KYO on the firewall.',
          'script:1',
        ),
      ],
      [
        line(
          'Reserve the address and correct the printer port (93 % confidence): it worked. For it: the two addresses differed and printing resumed. Against it: nothing on record.',
          'fix:1',
          'fact:3',
          'fact:4',
          'fact:6',
        ),
      ],
      [
        bullet(
          'Compare all reservations of the old firewall with the new one before other devices change address (tier 2, today).',
          'fact:5',
        ),
        bullet(
          'If the printer is offline again, read its status page for the address first.',
          'fact:3',
          'fix:1',
        ),
      ],
    ],
  },
};
