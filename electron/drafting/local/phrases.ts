import type { EscalationReason, NoteLanguage } from '../../../shared/domain/session.ts';

/**
 * The standard words of one language. Labels end where the text of the record begins (`Reported: `);
 * sentences end with their full stop.
 */
export interface Phrases {
  readonly reported: string;
  /** Before text at the start of a line that markdown would take for markup. */
  readonly noted: string;
  readonly what_we_did: string;
  /** Before a verb in the past tense; null where the language has no table of verbs. */
  readonly we: string | null;
  /** Before the title of a fix whose result waits, where nobody wrote what was done. */
  readonly pending: string;
  readonly made_change: string;
  readonly details_in_records: string;
  readonly worked: string;
  readonly helped_in_part: string;
  readonly did_not_help: string;
  readonly result_unknown: string;
  readonly result_open: string;
  /** After so many changes that did not help. */
  readonly not_solved: (changes: number) => string;
  readonly with_vendor: string;
  readonly still_looking: string;
  readonly we_promised: string;

  readonly affected: string;
  readonly since: string;
  readonly impact: string;
  readonly priority: string;
  readonly escalated_because: string;
  readonly promised: string;
  readonly contact: string;
  readonly next_owner: string;
  /** `other` is said by the note alone. */
  readonly reasons: Readonly<Record<Exclude<EscalationReason, 'other'>, string>>;

  readonly shortened: string;
  readonly source_user: string;
  readonly source_ticket: string;
  readonly source_script: string;
  readonly cause: string;

  readonly checks_run: string;
  readonly more_checks_run: string;
  readonly result_above: string;
  readonly result_not_recorded: string;
  readonly check_results_above: string;
  readonly fix_worked: string;
  readonly fix_partly: string;
  readonly fix_failed: string;
  readonly fix_pending: string;
  readonly fix_applied: string;
  readonly fix_replaced: string;
  readonly left_in_place: string;
  readonly ran: (script: string, target: string) => string;
  /** Between what was done and its result. */
  readonly colon: string;
  readonly to_undo: string;
  readonly made_changes: string;

  /** Between the name of a fix and its result: `(72% confidence)`. */
  readonly confidence: (confidence: number) => string;
  readonly not_tried: string;
  readonly it_worked: string;
  readonly it_helped: string;
  readonly reasoning: string;
  readonly cause_above: string;
  readonly cause_known: string;

  readonly undo_step: string;
  readonly confirm_step: string;
  readonly remains_step: string;
  readonly prepared_step: (script: string) => string;
  readonly consider_step: (confidence: number) => string;
  readonly check_result: string;
  readonly promise_step: string;
  readonly ask_user: string;
  readonly monitor: string;
  readonly others_affected: string;
  readonly confirm_symptoms: string;
  readonly reproduce: string;
  readonly who_and_since: string;
  readonly inform_user: string;
  readonly choose_next: string;
  readonly close_ticket: string;
}

export const PHRASES: Readonly<Record<NoteLanguage, Phrases>> = {
  en: {
    reported: 'Reported: ',
    noted: 'Noted: ',
    what_we_did: 'What we did: ',
    we: 'We ',
    pending: 'Result pending: ',
    made_change: 'We made a change on the system.',
    details_in_records: 'Technical details are in our records.',
    worked: 'It worked.',
    helped_in_part: 'It helped but did not solve everything.',
    did_not_help: 'It did not help.',
    result_unknown: 'We do not know yet whether it worked.',
    result_open: 'The result cannot be confirmed yet',
    not_solved: (changes) =>
      changes === 1
        ? 'The change we tried did not solve the problem.'
        : 'The changes we tried did not solve the problem.',
    with_vendor: 'It is now with the vendor.',
    still_looking: 'We are still looking into it.',
    we_promised: 'We promised: ',
    affected: 'Affected: ',
    since: 'Since: ',
    impact: 'Impact: ',
    priority: 'Priority: ',
    escalated_because: 'Escalated because: ',
    promised: 'Promised: ',
    contact: 'Contact: ',
    next_owner: 'Next owner: ',
    reasons: {
      skill: 'needs specialist knowledge',
      access: 'needs access that we do not have',
      time: 'needs more time than we had',
      vendor: 'needs the vendor',
      policy: 'needs a decision on policy',
    },
    shortened: 'shortened',
    source_user: 'user',
    source_ticket: 'ticket',
    source_script: 'script',
    cause: 'Cause: ',
    checks_run: 'Checks run, results above: ',
    more_checks_run: 'Also run, results above: ',
    result_above: 'result above',
    result_not_recorded: 'result not recorded',
    check_results_above: 'The results of the checks are listed above.',
    fix_worked: 'worked',
    fix_partly: 'helped in part',
    fix_failed: 'did not help',
    fix_pending: 'result pending',
    fix_applied: 'result not known yet',
    fix_replaced: 'replaced by a later fix',
    left_in_place: 'Its change was left in place.',
    ran: (script, target) => `Ran ${script}${target === '' ? '' : ` on ${target}`}`,
    colon: ': ',
    to_undo: 'Undo: ',
    made_changes: 'It made changes.',
    confidence: (confidence) => `(${confidence}% confidence)`,
    not_tried: 'not tried yet',
    it_worked: 'it worked',
    it_helped: 'it helped in part',
    reasoning: 'Reasoning: ',
    cause_above: 'The cause is listed above.',
    cause_known: 'The cause is known and listed above; no fix is active.',
    undo_step: 'Still in place, to be undone: ',
    confirm_step: 'Confirm whether this worked: ',
    remains_step: 'Find out what still fails.',
    prepared_step: (script) => `${script} was prepared and has not been run.`,
    consider_step: (confidence) => `Consider this fix (${confidence}% confidence): `,
    check_result: 'Check the result of: ',
    promise_step: 'Keep what was promised: ',
    ask_user: 'Ask the user to confirm it works.',
    monitor: 'Monitor for recurrence.',
    others_affected: 'Find out whether anyone else had the same problem.',
    confirm_symptoms: 'Confirm the symptoms with the user.',
    reproduce: 'Reproduce it with the user and capture the exact error.',
    who_and_since: 'Find out who else is affected and since when.',
    inform_user: 'Give the user the result.',
    choose_next: 'Choose the next check from the results above.',
    close_ticket: 'Close the ticket if it does not come back.',
  },
  de: {
    reported: 'Gemeldet: ',
    noted: 'Notiz: ',
    what_we_did: 'Durchgeführt: ',
    we: null,
    pending: 'Ergebnis steht aus: ',
    made_change: 'Wir haben eine Änderung am System vorgenommen.',
    details_in_records: 'Technische Einzelheiten liegen uns vor.',
    worked: 'Das hat das Problem behoben.',
    helped_in_part: 'Das hat geholfen, aber nicht alles gelöst.',
    did_not_help: 'Das hat nicht geholfen.',
    result_unknown: 'Ob es geholfen hat, ist noch nicht bekannt.',
    result_open: 'Das Ergebnis lässt sich noch nicht bestätigen',
    not_solved: (changes) =>
      changes === 1
        ? 'Die versuchte Änderung hat das Problem nicht gelöst.'
        : 'Die versuchten Änderungen haben das Problem nicht gelöst.',
    with_vendor: 'Das Problem liegt jetzt beim Hersteller.',
    still_looking: 'Wir arbeiten weiter daran.',
    we_promised: 'Zugesagt: ',
    affected: 'Betroffen: ',
    since: 'Seit: ',
    impact: 'Auswirkung: ',
    priority: 'Priorität: ',
    escalated_because: 'Grund der Eskalation: ',
    promised: 'Zugesagt: ',
    contact: 'Ansprechpartner: ',
    next_owner: 'Nächste Zuständigkeit: ',
    reasons: {
      skill: 'Fachwissen nötig',
      access: 'Zugriff nötig, den wir nicht haben',
      time: 'mehr Zeit nötig, als wir hatten',
      vendor: 'Hersteller nötig',
      policy: 'Entscheidung zu einer Richtlinie nötig',
    },
    shortened: 'gekürzt',
    source_user: 'Anwender',
    source_ticket: 'Ticket',
    source_script: 'Skript',
    cause: 'Ursache: ',
    checks_run: 'Durchgeführte Prüfungen, Ergebnisse oben: ',
    more_checks_run: 'Weitere Prüfungen, Ergebnisse oben: ',
    result_above: 'Ergebnis oben',
    result_not_recorded: 'Ergebnis nicht festgehalten',
    check_results_above: 'Die Ergebnisse der Prüfungen stehen oben.',
    fix_worked: 'hat geholfen',
    fix_partly: 'hat teilweise geholfen',
    fix_failed: 'hat nicht geholfen',
    fix_pending: 'Ergebnis steht aus',
    fix_applied: 'Ergebnis noch nicht bekannt',
    fix_replaced: 'durch eine spätere Lösung ersetzt',
    left_in_place: 'Die Änderung wurde nicht zurückgenommen.',
    ran: (script, target) => `${script} ausgeführt${target === '' ? '' : ` auf ${target}`}`,
    colon: ': ',
    to_undo: 'Rückgängig: ',
    made_changes: 'Hat etwas geändert.',
    confidence: (confidence) => `(zu ${confidence} % sicher)`,
    not_tried: 'noch nicht ausprobiert',
    it_worked: 'hat geholfen',
    it_helped: 'hat teilweise geholfen',
    reasoning: 'Begründung: ',
    cause_above: 'Die Ursache steht oben.',
    cause_known: 'Die Ursache ist bekannt und steht oben; keine Lösung ist aktiv.',
    undo_step: 'Noch aktiv und zurückzunehmen: ',
    confirm_step: 'Prüfen, ob dies geholfen hat: ',
    remains_step: 'Klären, was noch nicht geht.',
    prepared_step: (script) => `${script} ist vorbereitet und wurde nicht ausgeführt.`,
    consider_step: (confidence) => `Diese Lösung erwägen (zu ${confidence} % sicher): `,
    check_result: 'Das Ergebnis prüfen: ',
    promise_step: 'Zusage einhalten: ',
    ask_user: 'Den Anwender um Bestätigung bitten, dass es geht.',
    monitor: 'Beobachten, ob das Problem wiederkehrt.',
    others_affected: 'Klären, ob andere dasselbe Problem hatten.',
    confirm_symptoms: 'Die Symptome mit dem Anwender bestätigen.',
    reproduce: 'Das Problem mit dem Anwender nachstellen und die genaue Meldung festhalten.',
    who_and_since: 'Klären, wer sonst betroffen ist und seit wann.',
    inform_user: 'Dem Anwender das Ergebnis mitteilen.',
    choose_next: 'Aus den Ergebnissen oben die nächste Prüfung wählen.',
    close_ticket: 'Das Ticket schließen, wenn es nicht wiederkehrt.',
  },
  fr: {
    reported: 'Signalé : ',
    noted: 'Note : ',
    what_we_did: 'Effectué : ',
    we: null,
    pending: 'Résultat en attente : ',
    made_change: 'Nous avons apporté une modification au système.',
    details_in_records: 'Les détails techniques figurent dans notre dossier.',
    worked: 'Cela a résolu le problème.',
    helped_in_part: 'Cela a aidé, sans tout résoudre.',
    did_not_help: 'Cela n’a pas aidé.',
    result_unknown: 'Nous ne savons pas encore si cela a fonctionné.',
    result_open: 'Le résultat ne peut pas encore être confirmé',
    not_solved: (changes) =>
      changes === 1
        ? 'La modification essayée n’a pas résolu le problème.'
        : 'Les modifications essayées n’ont pas résolu le problème.',
    with_vendor: 'Le problème est maintenant entre les mains du fabricant.',
    still_looking: 'Nous poursuivons nos recherches.',
    we_promised: 'Promis : ',
    affected: 'Concernés : ',
    since: 'Depuis : ',
    impact: 'Impact : ',
    priority: 'Priorité : ',
    escalated_because: 'Motif de l’escalade : ',
    promised: 'Promis : ',
    contact: 'Contact : ',
    next_owner: 'Prochain responsable : ',
    reasons: {
      skill: 'expertise spécialisée nécessaire',
      access: 'accès nécessaire que nous n’avons pas',
      time: 'plus de temps nécessaire',
      vendor: 'intervention de l’éditeur ou du fabricant nécessaire',
      policy: 'décision de politique interne nécessaire',
    },
    shortened: 'abrégé',
    source_user: 'utilisateur',
    source_ticket: 'ticket',
    source_script: 'script',
    cause: 'Cause : ',
    checks_run: 'Vérifications effectuées, résultats ci-dessus : ',
    more_checks_run: 'Autres vérifications, résultats ci-dessus : ',
    result_above: 'résultat ci-dessus',
    result_not_recorded: 'résultat non consigné',
    check_results_above: 'Les résultats des vérifications figurent ci-dessus.',
    fix_worked: 'a fonctionné',
    fix_partly: 'a aidé en partie',
    fix_failed: 'n’a pas aidé',
    fix_pending: 'résultat en attente',
    fix_applied: 'résultat pas encore connu',
    fix_replaced: 'remplacé par une solution ultérieure',
    left_in_place: 'La modification a été laissée en place.',
    ran: (script, target) => `${script} exécuté${target === '' ? '' : ` sur ${target}`}`,
    colon: ' : ',
    to_undo: 'Annulation : ',
    made_changes: 'A apporté des modifications.',
    confidence: (confidence) => `(sûr à ${confidence} %)`,
    not_tried: 'pas encore essayé',
    it_worked: 'cela a fonctionné',
    it_helped: 'cela a aidé en partie',
    reasoning: 'Raisonnement : ',
    cause_above: 'La cause figure ci-dessus.',
    cause_known: 'La cause est connue et figure ci-dessus ; aucune solution n’est active.',
    undo_step: 'Encore en place, à annuler : ',
    confirm_step: 'Confirmer si ceci a fonctionné : ',
    remains_step: 'Déterminer ce qui ne marche toujours pas.',
    prepared_step: (script) => `${script} est prêt et n’a pas été exécuté.`,
    consider_step: (confidence) => `Envisager cette solution (sûr à ${confidence} %) : `,
    check_result: 'Vérifier le résultat de : ',
    promise_step: 'Tenir la promesse faite : ',
    ask_user: 'Demander à l’utilisateur de confirmer que cela fonctionne.',
    monitor: 'Surveiller une éventuelle récidive.',
    others_affected: 'Vérifier si d’autres ont eu le même problème.',
    confirm_symptoms: 'Confirmer les symptômes avec l’utilisateur.',
    reproduce: 'Reproduire le problème avec l’utilisateur et noter l’erreur exacte.',
    who_and_since: 'Déterminer qui d’autre est concerné et depuis quand.',
    inform_user: 'Communiquer le résultat à l’utilisateur.',
    choose_next: 'Choisir la prochaine vérification à partir des résultats ci-dessus.',
    close_ticket: 'Fermer le ticket si le problème ne revient pas.',
  },
  es: {
    reported: 'Informado: ',
    noted: 'Nota: ',
    what_we_did: 'Realizado: ',
    we: null,
    pending: 'Resultado pendiente: ',
    made_change: 'Hicimos un cambio en el sistema.',
    details_in_records: 'Los detalles técnicos constan en nuestros registros.',
    worked: 'Eso resolvió el problema.',
    helped_in_part: 'Eso ayudó, pero no lo resolvió todo.',
    did_not_help: 'Eso no ayudó.',
    result_unknown: 'Aún no sabemos si funcionó.',
    result_open: 'El resultado aún no se puede confirmar',
    not_solved: (changes) =>
      changes === 1
        ? 'El cambio que probamos no resolvió el problema.'
        : 'Los cambios que probamos no resolvieron el problema.',
    with_vendor: 'El problema está ahora en manos del fabricante.',
    still_looking: 'Seguimos investigándolo.',
    we_promised: 'Prometido: ',
    affected: 'Afectados: ',
    since: 'Desde: ',
    impact: 'Impacto: ',
    priority: 'Prioridad: ',
    escalated_because: 'Motivo del escalado: ',
    promised: 'Prometido: ',
    contact: 'Contacto: ',
    next_owner: 'Próximo responsable: ',
    reasons: {
      skill: 'requiere conocimientos especializados',
      access: 'requiere un acceso que no tenemos',
      time: 'requiere más tiempo del que tuvimos',
      vendor: 'requiere al fabricante',
      policy: 'requiere una decisión de política',
    },
    shortened: 'abreviado',
    source_user: 'usuario',
    source_ticket: 'ticket',
    source_script: 'script',
    cause: 'Causa: ',
    checks_run: 'Comprobaciones realizadas, resultados arriba: ',
    more_checks_run: 'Otras comprobaciones, resultados arriba: ',
    result_above: 'resultado arriba',
    result_not_recorded: 'resultado no registrado',
    check_results_above: 'Los resultados de las comprobaciones figuran arriba.',
    fix_worked: 'funcionó',
    fix_partly: 'ayudó en parte',
    fix_failed: 'no ayudó',
    fix_pending: 'resultado pendiente',
    fix_applied: 'resultado aún no conocido',
    fix_replaced: 'sustituido por una solución posterior',
    left_in_place: 'El cambio no se deshizo.',
    ran: (script, target) => `${script} ejecutado${target === '' ? '' : ` en ${target}`}`,
    colon: ': ',
    to_undo: 'Deshacer: ',
    made_changes: 'Hizo cambios.',
    confidence: (confidence) => `(${confidence} % de confianza)`,
    not_tried: 'aún no se ha probado',
    it_worked: 'funcionó',
    it_helped: 'ayudó en parte',
    reasoning: 'Razonamiento: ',
    cause_above: 'La causa figura arriba.',
    cause_known: 'La causa se conoce y figura arriba; no hay ninguna solución activa.',
    undo_step: 'Aún aplicado, por deshacer: ',
    confirm_step: 'Confirmar si esto funcionó: ',
    remains_step: 'Averiguar qué sigue fallando.',
    prepared_step: (script) => `${script} está preparado y no se ha ejecutado.`,
    consider_step: (confidence) => `Considerar esta solución (${confidence} % de confianza): `,
    check_result: 'Comprobar el resultado de: ',
    promise_step: 'Cumplir lo prometido: ',
    ask_user: 'Pedir al usuario que confirme que funciona.',
    monitor: 'Vigilar si se repite.',
    others_affected: 'Averiguar si alguien más tuvo el mismo problema.',
    confirm_symptoms: 'Confirmar los síntomas con el usuario.',
    reproduce: 'Reproducir el problema con el usuario y anotar el error exacto.',
    who_and_since: 'Averiguar quién más está afectado y desde cuándo.',
    inform_user: 'Comunicar el resultado al usuario.',
    choose_next: 'Elegir la próxima comprobación según los resultados de arriba.',
    close_ticket: 'Cerrar el ticket si no se repite.',
  },
};
