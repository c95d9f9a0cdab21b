import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario } from '../../scenario.ts';

export const ghostSessionFileLock: Scenario = {
  id: 'ghost-session-file-lock',
  situation:
    'A workbook is locked by a colleague who is on leave; her disconnected session on a terminal server held it open.',
  session: () =>
    session({
      title: 'Rota.xlsx locked for editing by Sunniva',
      domain: 'server',
      ticket_ref: null,
      intake:
        'Walk-in at the service desk of Thornbury Care Homes: Rota.xlsx opens read-only, "locked for editing by Sunniva Ekwall". Sunniva has been on leave since 16 November. Carers get their shifts from this file.',
    })
      .fact('user_report', 'Sunniva shut her laptop down on Friday and took it home.')
      .fact(
        'diagnostic_check',
        'On TCH-FS01 the file S:\\Care\\Rota.xlsx is open, read and write, by TCH\\s.ekwall from 10.12.0.31.',
        { source_summary: 'Listed the open files on TCH-FS01' },
      )
      .fact('diagnostic_check', '10.12.0.31 is the terminal server TCH-TS02.', {
        source_summary: 'Looked the address up in DNS',
      })
      .fact(
        'diagnostic_check',
        'TCH-TS02 has a session of s.ekwall, disconnected since 13 November, 17:44, with Excel running.',
        { source_summary: 'Listed the sessions on TCH-TS02' },
      )
      .fact(
        'technician',
        'The cause was this disconnected session: TCH-TS02 has no time limit for disconnected sessions.',
      )
      .fix('Log the disconnected session off', {
        description: 'Excel closes with it and gives the file free; unsaved changes go.',
        confidence: 95,
        outcome: 'worked',
        outcome_note: 'the open file entry was gone within a minute',
      })
      .fact(
        'technician',
        'Before the log-off, Excel had no unsaved changes: the file on disk was newer than the last input.',
      )
      .fact('user_report', 'The care manager opened Rota.xlsx and saved a change.'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'The rota file opened read-only, with the message that a colleague on leave was editing it.',
          'session',
        ),
      ],
      [
        bullet('The file was still open on the server in the name of this colleague.', 'fact:2'),
        bullet(
          'It belonged to a remote session that had been left disconnected since 13 November.',
          'fact:4',
        ),
      ],
      [
        line(
          'A disconnected session keeps its files open, and the remote desktop server sets no time limit on such sessions.',
          'fact:5',
        ),
      ],
      [
        bullet(
          'We made sure that the session held no unsaved changes and then logged it off.',
          'fact:6',
          'fix:1',
        ),
        bullet('The care manager reported opening the rota and saving a change.', 'fact:7'),
        bullet('You can work with the file as usual.', 'fact:7'),
      ],
    ],
    escalate: [
      [
        line(
          'Rota.xlsx opened read-only at Thornbury Care Homes, locked by Sunniva Ekwall, who has been on leave since 16 November. The file gives carers their shifts; number of people affected: unknown. Priority: unknown.',
          'session',
        ),
      ],
      [
        bullet('The user reports that the laptop went home, shut down, on Friday.', 'fact:1'),
        bullet(
          'S:\\Care\\Rota.xlsx was open on TCH-FS01 by TCH\\s.ekwall from 10.12.0.31.',
          'fact:2',
        ),
        bullet('10.12.0.31 is TCH-TS02.', 'fact:3'),
        bullet(
          's.ekwall had a disconnected session there since 13 November, 17:44, with Excel.',
          'fact:4',
        ),
        bullet('TCH-TS02 has no time limit for disconnected sessions.', 'fact:5'),
        bullet('Excel had no unsaved changes before the log-off.', 'fact:6'),
        bullet(
          'The user reports that the care manager opened Rota.xlsx and saved a change.',
          'fact:7',
        ),
      ],
      [
        bullet('Listed the open files on TCH-FS01: held from 10.12.0.31.', 'fact:2'),
        bullet('Looked the address up in DNS: TCH-TS02.', 'fact:3'),
        bullet('Listed the sessions on TCH-TS02: s.ekwall, disconnected.', 'fact:4'),
        bullet(
          'Log the disconnected session off: worked, the open file entry was gone within a minute.',
          'fix:1',
        ),
      ],
      [
        line(
          'Log the disconnected session off (95 % confidence): it worked. The open file and the session with Excel speak for it; nothing on record speaks against it.',
          'fix:1',
          'fact:2',
          'fact:4',
        ),
      ],
      [
        bullet(
          'Propose a time limit for disconnected sessions on TCH-TS02 to the customer.',
          'fact:5',
        ),
        bullet(
          'If another file stays locked, list the open files on TCH-FS01 and trace the address.',
          'fact:2',
          'fact:3',
        ),
      ],
    ],
  },
};
