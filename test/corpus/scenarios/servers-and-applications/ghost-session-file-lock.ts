import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const ghostSessionFileLock: Scenario = {
  id: 'ghost-session-file-lock',
  situation:
    'A workbook is locked by a colleague who is on leave; her disconnected session on a terminal server held it open. The session is in French.',
  session: () =>
    session({
      title: 'Planning.xlsx verrouillé par Sunniva',
      domain: 'server',
      ticket_ref: null,
      language: 'fr',
      intake:
        'Passage au guichet, Résidences Thornbury : Planning.xlsx s’ouvre en lecture seule, « verrouillé pour modification par Sunniva Ekwall ». Sunniva est en congé depuis le 16 novembre. Les aides-soignants lisent leurs horaires dans ce fichier.',
      summary: 'Le planning s’ouvrait en lecture seule, verrouillé au nom d’une collègue en congé.',
    })
      .fact(
        'user_report',
        'Sunniva a éteint son ordinateur portable vendredi et l’a emporté chez elle.',
        { chosen_audience: 'internal' },
      )
      .checked(
        'Lister les fichiers ouverts sur TCH-FS01',
        'Sur TCH-FS01, le fichier S:\\Care\\Planning.xlsx est ouvert en lecture et écriture par TCH\\s.ekwall depuis 10.12.0.31.',
      )
      .checked(
        'Chercher 10.12.0.31 dans le DNS',
        '10.12.0.31 est le serveur de terminaux TCH-TS02.',
      )
      .checked(
        'Lister les sessions sur TCH-TS02',
        'TCH-TS02 a une session de s.ekwall, déconnectée depuis le 13 novembre à 17 h 44, avec Excel ouvert.',
      )
      .fact(
        'technician',
        'La cause était cette session déconnectée : TCH-TS02 n’a pas de limite de durée pour les sessions déconnectées.',
        {
          role: 'cause',
          customer_wording:
            'Une session à distance, déconnectée depuis le 13 novembre, gardait le fichier ouvert.',
        },
      )
      .fix('Fermer la session déconnectée', {
        description:
          'Excel se ferme avec elle et libère le fichier ; les modifications non enregistrées sont perdues.',
        confidence: 95,
        outcome: 'worked',
        outcome_note: 'le fichier n’était plus ouvert après une minute',
        done: 'La session déconnectée a été fermée',
      })
      .fact(
        'technician',
        'Avant la fermeture, Excel n’avait aucune modification non enregistrée : le fichier sur le disque était plus récent que la dernière saisie.',
      )
      .fact(
        'user_report',
        'La responsable des soins a ouvert Planning.xlsx et enregistré une modification.',
        { role: 'confirmation' },
      )
      .name('TCH-FS01', 'host', 'le serveur de fichiers')
      .name('TCH-TS02', 'host', 'le serveur de terminaux'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Le planning s’ouvrait en lecture seule, avec le message qu’une collègue en congé le modifiait.',
          'session',
        ),
      ],
      [
        bullet('Le fichier était encore ouvert sur le serveur au nom de cette collègue.', 'fact:2'),
        bullet(
          'Il était tenu par une session à distance, déconnectée depuis le 13 novembre.',
          'fact:4',
        ),
      ],
      [
        line(
          'Une session déconnectée garde ses fichiers ouverts, et le serveur ne limite pas la durée de ces sessions.',
          'fact:4',
          'fact:5',
        ),
      ],
      [
        bullet(
          'Nous avons vérifié que la session ne contenait aucune modification non enregistrée, puis nous l’avons fermée.',
          'fact:6',
          'fix:1',
        ),
        bullet(
          'La responsable des soins a ouvert le planning et enregistré une modification.',
          'fact:7',
        ),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Planning.xlsx s’ouvrait en lecture seule aux Résidences Thornbury, verrouillé par Sunniva Ekwall, en congé depuis le 16 novembre.',
            'session',
          ),
          s('Les aides-soignants lisent leurs horaires dans ce fichier.', 'session'),
        ),
      ],
      [
        bullet(
          'L’utilisateur signale que Sunniva a éteint son portable vendredi et l’a emporté chez elle.',
          'fact:1',
        ),
        bullet(
          'S:\\Care\\Planning.xlsx était ouvert sur TCH-FS01 par TCH\\s.ekwall depuis 10.12.0.31.',
          'fact:2',
        ),
        bullet('10.12.0.31 est TCH-TS02.', 'fact:3'),
        bullet(
          's.ekwall y avait une session déconnectée depuis le 13 novembre à 17 h 44, avec Excel.',
          'fact:4',
        ),
        bullet('TCH-TS02 n’a pas de limite de durée pour les sessions déconnectées.', 'fact:5'),
        bullet('Excel n’avait aucune modification non enregistrée avant la fermeture.', 'fact:6'),
        bullet(
          'La responsable des soins a ouvert Planning.xlsx et enregistré une modification.',
          'fact:7',
        ),
      ],
      [
        bullet('Fichiers ouverts sur TCH-FS01 listés : tenu depuis 10.12.0.31.', 'fact:2'),
        bullet('Adresse cherchée dans le DNS : TCH-TS02.', 'fact:3'),
        bullet('Sessions sur TCH-TS02 listées : s.ekwall, déconnectée.', 'fact:4'),
        bullet(
          'Fermer la session déconnectée : a fonctionné, le fichier n’était plus ouvert après une minute.',
          'fix:1',
        ),
      ],
      [
        line(
          s('Fermer la session déconnectée (confiance : 95 %) : a fonctionné.', 'fix:1'),
          s(
            'Le fichier ouvert et la session avec Excel parlent en sa faveur ; rien au dossier ne parle contre.',
            'fact:2',
            'fact:4',
          ),
        ),
      ],
      [
        bullet(
          'Proposer au client une limite de durée pour les sessions déconnectées sur TCH-TS02.',
          'fact:5',
        ),
        bullet(
          'Si un autre fichier reste verrouillé, lister les fichiers ouverts sur TCH-FS01 et suivre l’adresse.',
          'fact:2',
          'fact:3',
        ),
      ],
    ],
  },
};
