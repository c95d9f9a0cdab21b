import { session } from '../../../fixtures/drafting/session-builder.ts';
import { bullet, line, type Scenario, s } from '../../scenario.ts';

export const printerOfflineNewAddress: Scenario = {
  id: 'printer-offline-new-address',
  situation:
    'The reception printer shows offline although it prints its own pages; its address changed and the print server kept the old one. The session is in German.',
  session: () =>
    session({
      title: 'Drucker am Empfang offline',
      domain: 'printing',
      ticket_ref: '48890',
      language: 'de',
      intake:
        'Hallo, der Drucker am Empfang geht schon wieder nicht (der große Kyocera), auf allen 5 PCs steht OFFLINE. Wir haben ihn 3x aus- und eingeschaltet. Kopieren geht. Die Patienten warten auf ihre Unterlagen\n\nJo\nMeridian Physio',
      summary: 'Der Drucker am Empfang wurde auf allen fünf Computern als offline angezeigt.',
      impact: 'Patienten warten auf ihre Unterlagen',
      contact: 'Jo am Empfang, telefonisch',
    })
      .fact(
        'user_report',
        'Alle fünf Computer am Empfang zeigen den Drucker als offline; Kopieren am Gerät geht.',
      )
      .fact('user_report', 'Jo vermutet, dass die Netzwerkkarte des Druckers defekt ist.', {
        chosen_audience: 'internal',
      })
      .checked(
        'Statusseite des Druckers ausdrucken lassen',
        'Auf der Statusseite steht die Adresse 192.168.40.87.',
      )
      .checked(
        'Druckeranschluss auf MP-FS01 ansehen',
        'Der Anschluss von RECEPTION-KYO auf MP-FS01 zeigt auf 192.168.40.61.',
      )
      .fact(
        'technician',
        'Die Firewall wurde am 14. November getauscht; die Reservierungen wurden nicht übernommen.',
        {
          role: 'cause',
          customer_wording:
            'Beim Tausch der Firewall am 14. November wurde die feste Adresse des Druckers nicht übernommen.',
        },
      )
      .fix('Adresse reservieren und Druckeranschluss prüfen', {
        description:
          '192.168.40.61 für den Drucker reservieren, damit am Server nichts geändert werden muss.',
        confidence: 93,
        outcome: 'worked',
        outcome_note: 'eine Testseite kam innerhalb von zehn Sekunden',
        done: 'Dem Drucker wurde seine frühere Adresse wieder fest zugewiesen',
      })
      .ran('Add-Reservation.ps1', 'Reservierung für 192.168.40.61 geschrieben, 1 von 1', {
        changes_system: true,
        undo: 'die Reservierung RECEPTION-KYO auf der Firewall löschen',
      })
      .fact('user_report', 'Jo hat am Telefon bestätigt, dass alle fünf Computer drucken.', {
        role: 'confirmation',
      })
      .name('MP-FS01', 'host', 'der Druckserver')
      .name('RECEPTION-KYO', 'host', 'der Drucker am Empfang'),
  secrets: [],
  planted: [],
  gold: {
    resolve: [
      [
        line(
          'Der Drucker am Empfang wurde auf allen fünf Computern als offline angezeigt, während Kopieren am Gerät ging.',
          'session',
          'fact:1',
        ),
      ],
      [
        bullet(
          'Der Drucker selbst war in Ordnung, hatte aber eine andere Netzwerkadresse als die, die auf dem Druckserver eingetragen war.',
          'fact:3',
          'fact:4',
        ),
      ],
      [
        line(
          'Beim Tausch der Firewall am 14. November wurde die feste Adresse des Druckers nicht übernommen.',
          'fact:5',
        ),
      ],
      [
        bullet(
          'Wir haben dem Drucker seine frühere Adresse wieder fest zugewiesen; eine Testseite kam innerhalb von zehn Sekunden.',
          'fix:1',
          'script:1',
        ),
        bullet('Jo hat bestätigt, dass alle fünf Computer drucken.', 'fact:6'),
      ],
    ],
    escalate: [
      [
        line(
          s(
            'Der Drucker RECEPTION-KYO von Meridian Physio wurde auf allen fünf Computern am Empfang als offline angezeigt; Kopieren ging.',
            'session',
            'fact:1',
            'fact:4',
          ),
          s('Auswirkung: Patienten warten auf ihre Unterlagen.', 'session'),
          s('Kontakt: Jo am Empfang, telefonisch.', 'session'),
        ),
      ],
      [
        bullet(
          'Der Benutzer meldet den Drucker auf fünf Computern als offline; Kopieren geht.',
          'fact:1',
        ),
        bullet(
          'Jo vermutete die Netzwerkkarte; der Drucker hat aber eine Adresse im Netz und druckt wieder.',
          'fact:2',
          'fact:3',
          'fact:6',
        ),
        bullet('Auf der Statusseite steht 192.168.40.87.', 'fact:3'),
        bullet('Der Anschluss von RECEPTION-KYO auf MP-FS01 zeigt auf 192.168.40.61.', 'fact:4'),
        bullet(
          'Die Firewall wurde am 14. November getauscht; die Reservierungen wurden nicht übernommen.',
          'fact:5',
        ),
        bullet('Jo hat am Telefon bestätigt, dass alle fünf Computer drucken.', 'fact:6'),
      ],
      [
        bullet('Statusseite ausdrucken lassen: Adresse 192.168.40.87.', 'fact:3'),
        bullet('Druckeranschluss auf MP-FS01 angesehen: zeigt auf 192.168.40.61.', 'fact:4'),
        bullet(
          'Adresse reservieren und Druckeranschluss prüfen: hat funktioniert, eine Testseite kam innerhalb von zehn Sekunden.',
          'fix:1',
        ),
        bullet(
          s(
            'Add-Reservation.ps1 ausgeführt: Reservierung für 192.168.40.61 geschrieben.',
            'script:1',
          ),
          s(
            'Zum Rückgängigmachen die Reservierung RECEPTION-KYO auf der Firewall löschen.',
            'script:1',
          ),
        ),
      ],
      [
        line(
          s(
            'Adresse reservieren und Druckeranschluss prüfen (93 % Sicherheit): hat funktioniert.',
            'fix:1',
          ),
          s(
            'Dafür sprechen die beiden verschiedenen Adressen; dagegen spricht nichts in den Aufzeichnungen.',
            'fact:3',
            'fact:4',
          ),
        ),
      ],
      [
        bullet(
          'Alle Reservierungen der alten Firewall mit der neuen vergleichen, bevor weitere Geräte ihre Adresse wechseln (heute).',
          'fact:5',
        ),
        bullet(
          'Falls der Drucker wieder offline ist, zuerst die Adresse auf der Statusseite lesen.',
          'fact:3',
          'fix:1',
        ),
      ],
    ],
  },
};
