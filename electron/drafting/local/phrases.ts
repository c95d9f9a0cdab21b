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
  /** Before the title of a fix that may be under way only: a pending result says no more. */
  readonly in_progress: string;
  readonly made_change: string;
  readonly details_in_records: string;
  readonly worked: string;
  readonly helped_in_part: string;
  readonly did_not_help: string;
  readonly result_unknown: string;
  readonly result_open: string;
  readonly nothing_solved_it: string;

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
  readonly change: string;
  readonly confirmation: string;

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
  readonly ruled_out: string;
  readonly left_in_place: string;
  readonly ran: (script: string) => string;
  /** Between what was done and its result. */
  readonly colon: string;
  readonly made_changes: string;
  readonly to_undo: string;
  readonly undo_unknown: string;

  readonly theory: (confidence: number) => string;
  readonly theory_beforehand: (confidence: number) => string;
  readonly not_tried: string;
  readonly applied_worked: string;
  readonly applied_partly: string;
  readonly result_pending: string;
  readonly applied_unknown: string;
  readonly cause_on_record: string;

  readonly undo_step: string;
  readonly confirm_step: string;
  readonly remains_step: string;
  readonly prepared_step: (script: string) => string;
  readonly consider_step: (confidence: number) => string;
  readonly test_step: (confidence: number) => string;
  readonly promise_step: string;
  readonly ask_user: string;
  readonly monitor: string;
  readonly others_affected: string;
  readonly confirm_symptoms: string;
  readonly reproduce: string;
  readonly who_and_since: string;
  readonly inform_user: string;
  readonly choose_next: string;
}

export const PHRASES: Readonly<Record<NoteLanguage, Phrases>> = {
  en: {
    reported: 'Reported: ',
    noted: 'Noted: ',
    what_we_did: 'What we did: ',
    we: 'We ',
    in_progress: 'In progress: ',
    made_change: 'We made a change on the system.',
    details_in_records: 'Technical details are in our records.',
    worked: 'It worked.',
    helped_in_part: 'It helped but did not solve everything.',
    did_not_help: 'It did not help.',
    result_unknown: 'We do not know yet whether it worked.',
    result_open: 'The result cannot be confirmed yet',
    nothing_solved_it: 'What we tried did not solve the problem.',
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
    change: 'Change made: ',
    confirmation: 'Confirmation: ',
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
    ruled_out: 'Ruled out.',
    left_in_place: 'Its change was left in place.',
    ran: (script) => `Ran ${script}`,
    colon: ': ',
    made_changes: 'Made changes.',
    to_undo: 'To undo: ',
    undo_unknown: 'How to undo them is not recorded.',
    theory: (confidence) => `Working theory, ${confidence}% confident: `,
    theory_beforehand: (confidence) => `Working theory, ${confidence}% confident beforehand: `,
    not_tried: 'Not tried yet.',
    applied_worked: 'Applied, and it worked.',
    applied_partly: 'Applied, and it helped in part.',
    result_pending: 'The result is pending.',
    applied_unknown: 'Applied; the result is not known yet.',
    cause_on_record: 'Cause on record: ',
    undo_step: 'Undo the change that did not help: ',
    confirm_step: 'Confirm whether it worked: ',
    remains_step: 'Check what still fails after this fix: ',
    prepared_step: (script) => `${script} is prepared but not run; run it if still relevant.`,
    consider_step: (confidence) => `Consider trying this fix (${confidence}%): `,
    test_step: (confidence) => `Test the theory before acting on it (${confidence}%): `,
    promise_step: 'Keep what was promised: ',
    ask_user: 'Ask the user to confirm it works.',
    monitor: 'Monitor for recurrence.',
    others_affected: 'Find out whether anyone else had the same problem.',
    confirm_symptoms: 'Confirm the symptoms with the user.',
    reproduce: 'Reproduce it with the user and capture the exact error.',
    who_and_since: 'Find out who else is affected and since when.',
    inform_user: 'Give the user the result.',
    choose_next: 'Choose the next check from the results above.',
  },
  de: {
    reported: 'Gemeldet: ',
    noted: 'Notiz: ',
    what_we_did: 'Durchgeführt: ',
    we: null,
    in_progress: 'In Arbeit: ',
    made_change: 'Wir haben eine Änderung am System vorgenommen.',
    details_in_records: 'Technische Einzelheiten liegen uns vor.',
    worked: 'Das hat das Problem behoben.',
    helped_in_part: 'Das hat geholfen, aber nicht alles gelöst.',
    did_not_help: 'Das hat nicht geholfen.',
    result_unknown: 'Ob es geholfen hat, ist noch nicht bekannt.',
    result_open: 'Das Ergebnis lässt sich noch nicht bestätigen',
    nothing_solved_it: 'Die bisherigen Versuche haben das Problem nicht gelöst.',
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
    change: 'Änderung: ',
    confirmation: 'Bestätigung: ',
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
    ruled_out: 'Ausgeschlossen.',
    left_in_place: 'Die Änderung wurde nicht zurückgenommen.',
    ran: (script) => `${script} ausgeführt`,
    colon: ': ',
    made_changes: 'Hat Änderungen vorgenommen.',
    to_undo: 'Rückgängig machen: ',
    undo_unknown: 'Wie man sie rückgängig macht, ist nicht festgehalten.',
    theory: (confidence) => `Arbeitshypothese, zu ${confidence} % sicher: `,
    theory_beforehand: (confidence) => `Arbeitshypothese, vorher zu ${confidence} % sicher: `,
    not_tried: 'Noch nicht ausprobiert.',
    applied_worked: 'Angewendet, und es hat geholfen.',
    applied_partly: 'Angewendet, und es hat teilweise geholfen.',
    result_pending: 'Das Ergebnis steht aus.',
    applied_unknown: 'Angewendet; das Ergebnis ist noch nicht bekannt.',
    cause_on_record: 'Festgehaltene Ursache: ',
    undo_step: 'Die Änderung zurücknehmen, die nicht geholfen hat: ',
    confirm_step: 'Prüfen, ob es geholfen hat: ',
    remains_step: 'Prüfen, was danach noch nicht geht: ',
    prepared_step: (script) =>
      `${script} ist vorbereitet, aber nicht ausgeführt; ausführen, falls noch sinnvoll.`,
    consider_step: (confidence) => `Diese Lösung erwägen (${confidence} %): `,
    test_step: (confidence) => `Die Vermutung erst prüfen (${confidence} %): `,
    promise_step: 'Zusage einhalten: ',
    ask_user: 'Den Anwender um Bestätigung bitten, dass es geht.',
    monitor: 'Beobachten, ob das Problem wiederkehrt.',
    others_affected: 'Klären, ob andere dasselbe Problem hatten.',
    confirm_symptoms: 'Die Symptome mit dem Anwender bestätigen.',
    reproduce: 'Das Problem mit dem Anwender nachstellen und die genaue Meldung festhalten.',
    who_and_since: 'Klären, wer sonst betroffen ist und seit wann.',
    inform_user: 'Dem Anwender das Ergebnis mitteilen.',
    choose_next: 'Aus den Ergebnissen oben die nächste Prüfung wählen.',
  },
  fr: {
    reported: 'Signalé : ',
    noted: 'Note : ',
    what_we_did: 'Effectué : ',
    we: null,
    in_progress: 'En cours : ',
    made_change: 'Nous avons apporté une modification au système.',
    details_in_records: 'Les détails techniques figurent dans notre dossier.',
    worked: 'Cela a résolu le problème.',
    helped_in_part: 'Cela a aidé, sans tout résoudre.',
    did_not_help: 'Cela n’a pas aidé.',
    result_unknown: 'Nous ne savons pas encore si cela a fonctionné.',
    result_open: 'Le résultat ne peut pas encore être confirmé',
    nothing_solved_it: 'Nos tentatives n’ont pas résolu le problème.',
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
    change: 'Modification : ',
    confirmation: 'Confirmation : ',
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
    ruled_out: 'Piste écartée.',
    left_in_place: 'La modification a été laissée en place.',
    ran: (script) => `${script} exécuté`,
    colon: ' : ',
    made_changes: 'A apporté des modifications.',
    to_undo: 'Pour annuler : ',
    undo_unknown: 'La façon de les annuler n’est pas consignée.',
    theory: (confidence) => `Hypothèse de travail, sûre à ${confidence} % : `,
    theory_beforehand: (confidence) => `Hypothèse de travail, sûre à ${confidence} % au départ : `,
    not_tried: 'Pas encore essayée.',
    applied_worked: 'Appliquée, et cela a fonctionné.',
    applied_partly: 'Appliquée, et cela a aidé en partie.',
    result_pending: 'Le résultat est en attente.',
    applied_unknown: 'Appliquée ; le résultat n’est pas encore connu.',
    cause_on_record: 'Cause consignée : ',
    undo_step: 'Annuler la modification qui n’a pas aidé : ',
    confirm_step: 'Confirmer si cela a fonctionné : ',
    remains_step: 'Vérifier ce qui ne marche toujours pas après : ',
    prepared_step: (script) =>
      `${script} est prêt mais n’a pas été exécuté ; l’exécuter si c’est encore utile.`,
    consider_step: (confidence) => `Envisager cette solution (${confidence} %) : `,
    test_step: (confidence) => `Vérifier l’hypothèse avant d’agir (${confidence} %) : `,
    promise_step: 'Tenir la promesse faite : ',
    ask_user: 'Demander à l’utilisateur de confirmer que cela fonctionne.',
    monitor: 'Surveiller une éventuelle récidive.',
    others_affected: 'Vérifier si d’autres ont eu le même problème.',
    confirm_symptoms: 'Confirmer les symptômes avec l’utilisateur.',
    reproduce: 'Reproduire le problème avec l’utilisateur et noter l’erreur exacte.',
    who_and_since: 'Déterminer qui d’autre est concerné et depuis quand.',
    inform_user: 'Communiquer le résultat à l’utilisateur.',
    choose_next: 'Choisir la prochaine vérification à partir des résultats ci-dessus.',
  },
  es: {
    reported: 'Informado: ',
    noted: 'Nota: ',
    what_we_did: 'Realizado: ',
    we: null,
    in_progress: 'En curso: ',
    made_change: 'Hicimos un cambio en el sistema.',
    details_in_records: 'Los detalles técnicos constan en nuestros registros.',
    worked: 'Eso resolvió el problema.',
    helped_in_part: 'Eso ayudó, pero no lo resolvió todo.',
    did_not_help: 'Eso no ayudó.',
    result_unknown: 'Aún no sabemos si funcionó.',
    result_open: 'El resultado aún no se puede confirmar',
    nothing_solved_it: 'Lo que probamos no resolvió el problema.',
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
    change: 'Cambio: ',
    confirmation: 'Confirmación: ',
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
    ruled_out: 'Descartado.',
    left_in_place: 'El cambio no se deshizo.',
    ran: (script) => `${script} ejecutado`,
    colon: ': ',
    made_changes: 'Hizo cambios.',
    to_undo: 'Para deshacerlo: ',
    undo_unknown: 'No consta cómo deshacerlos.',
    theory: (confidence) => `Hipótesis de trabajo, ${confidence} % de confianza: `,
    theory_beforehand: (confidence) =>
      `Hipótesis de trabajo, ${confidence} % de confianza al principio: `,
    not_tried: 'Aún no se ha probado.',
    applied_worked: 'Se aplicó y funcionó.',
    applied_partly: 'Se aplicó y ayudó en parte.',
    result_pending: 'El resultado está pendiente.',
    applied_unknown: 'Se aplicó; el resultado aún no se conoce.',
    cause_on_record: 'Causa registrada: ',
    undo_step: 'Deshacer el cambio que no ayudó: ',
    confirm_step: 'Confirmar si funcionó: ',
    remains_step: 'Comprobar qué sigue fallando después de: ',
    prepared_step: (script) =>
      `${script} está preparado pero no se ha ejecutado; ejecutarlo si aún procede.`,
    consider_step: (confidence) => `Considerar esta solución (${confidence} %): `,
    test_step: (confidence) => `Comprobar la hipótesis antes de actuar (${confidence} %): `,
    promise_step: 'Cumplir lo prometido: ',
    ask_user: 'Pedir al usuario que confirme que funciona.',
    monitor: 'Vigilar si se repite.',
    others_affected: 'Averiguar si alguien más tuvo el mismo problema.',
    confirm_symptoms: 'Confirmar los síntomas con el usuario.',
    reproduce: 'Reproducir el problema con el usuario y anotar el error exacto.',
    who_and_since: 'Averiguar quién más está afectado y desde cuándo.',
    inform_user: 'Comunicar el resultado al usuario.',
    choose_next: 'Elegir la próxima comprobación según los resultados de arriba.',
  },
};
