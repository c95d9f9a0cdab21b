import type { NoteKind } from '../domain/note.ts';
import type { NoteLanguage } from '../domain/session.ts';

/** The headings of each note, in order; a note has nothing before, between or after them but their sections. */
export const NOTE_HEADINGS = {
  resolve: ['Problem', 'What we confirmed', 'Root cause', 'Resolution'],
  escalate: [
    'Problem',
    "What we've confirmed",
    "What we've tried",
    'Current hypothesis',
    'Suggested next steps',
  ],
} as const satisfies Record<NoteKind, readonly string[]>;

/** Sentences for sections in which a note has nothing to say. English ones are part of the contract. */
export interface FixedSentences {
  readonly nothing_confirmed: string;
  readonly nothing_tried: string;
  readonly no_hypothesis: string;
  readonly no_root_cause: string;
  /** The record has the root cause in words that are not for the customer. */
  readonly root_cause_in_records: string;
  /** No description of the problem is fit for the customer. */
  readonly problem_in_records: string;
  /** What the customer may know is said under the next two headings. */
  readonly confirmed_below: string;
  /** No finding or cause is for the customer, but what was done is. */
  readonly resolved_below: string;
  /** There are findings, none of them is for the customer, and nothing is solved. */
  readonly findings_in_records: string;
  /** No fix, script or change is on record. */
  readonly no_changes: string;
}

export const FIXED_SENTENCES: Readonly<Record<NoteLanguage, FixedSentences>> = {
  en: {
    nothing_confirmed: 'Nothing confirmed yet.',
    nothing_tried: 'No diagnostic actions run yet.',
    no_hypothesis: 'No leading hypothesis yet — symptoms are still being narrowed.',
    no_root_cause: 'The root cause was not determined.',
    root_cause_in_records: 'The cause was found. What was done about it is under Resolution.',
    problem_in_records: 'A problem was reported. The details are in our records.',
    confirmed_below: 'See Root cause and Resolution below.',
    resolved_below: 'See Resolution below.',
    findings_in_records: 'Our technical findings so far are in our records.',
    no_changes: 'Nothing has been changed so far.',
  },
  de: {
    nothing_confirmed: 'Bisher wurde nichts bestätigt.',
    nothing_tried: 'Bisher wurden keine Diagnoseschritte durchgeführt.',
    no_hypothesis: 'Noch keine führende Hypothese – die Symptome werden noch eingegrenzt.',
    no_root_cause: 'Die Ursache wurde nicht ermittelt.',
    root_cause_in_records: 'Die Ursache wurde gefunden. Was dagegen getan wurde, steht unten.',
    problem_in_records: 'Ein Problem wurde gemeldet. Die Einzelheiten liegen uns vor.',
    confirmed_below: 'Siehe „Root cause“ und „Resolution“ unten.',
    resolved_below: 'Siehe „Resolution“ unten.',
    findings_in_records: 'Unsere bisherigen technischen Feststellungen liegen uns vor.',
    no_changes: 'Bisher wurde nichts geändert.',
  },
  fr: {
    nothing_confirmed: 'Rien n’est confirmé pour l’instant.',
    nothing_tried: 'Aucune action de diagnostic n’a encore été effectuée.',
    no_hypothesis: 'Pas encore d’hypothèse principale : les symptômes sont en cours d’analyse.',
    no_root_cause: 'La cause n’a pas été déterminée.',
    root_cause_in_records: 'La cause a été trouvée. Ce qui a été fait figure ci-dessous.',
    problem_in_records: 'Un problème a été signalé. Les détails figurent dans notre dossier.',
    confirmed_below: 'Voir « Root cause » et « Resolution » ci-dessous.',
    resolved_below: 'Voir « Resolution » ci-dessous.',
    findings_in_records: 'Nos constatations techniques figurent dans notre dossier.',
    no_changes: 'Rien n’a été modifié pour l’instant.',
  },
  es: {
    nothing_confirmed: 'Aún no se ha confirmado nada.',
    nothing_tried: 'Aún no se ha realizado ninguna acción de diagnóstico.',
    no_hypothesis: 'Aún no hay una hipótesis principal: los síntomas se siguen acotando.',
    no_root_cause: 'No se determinó la causa.',
    root_cause_in_records: 'Se encontró la causa. Lo que se hizo figura abajo.',
    problem_in_records: 'Se informó de un problema. Los detalles constan en nuestros registros.',
    confirmed_below: 'Véase «Root cause» y «Resolution» abajo.',
    resolved_below: 'Véase «Resolution» abajo.',
    findings_in_records: 'Nuestras conclusiones técnicas constan en nuestros registros.',
    no_changes: 'Hasta ahora no se ha cambiado nada.',
  },
};

/** Below this confidence (per cent) a suggested fix is not named as the hypothesis. */
export const HYPOTHESIS_CONFIDENCE = 60;

/** Above this confidence (per cent) a fix that has not been tried is the first next step. */
export const FIRST_STEP_CONFIDENCE = 80;

/** The first next step for an untried fix above {@link FIRST_STEP_CONFIDENCE}. */
export function trySuggestedFix(title: string, language: NoteLanguage): string {
  const words: Record<NoteLanguage, string> = {
    en: 'Try the suggested fix',
    de: 'Die vorgeschlagene Lösung ausprobieren',
    fr: 'Essayer la solution proposée',
    es: 'Probar la solución propuesta',
  };
  return `${words[language]}: ${title}.`;
}
