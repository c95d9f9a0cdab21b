import { createHash } from 'node:crypto';
import type { SourceType } from '../../../shared/domain/fact.ts';
import type { NoteKind } from '../../../shared/domain/note.ts';
import type { NewFact } from '../facts.ts';
import type { FixVerdict, NewFix } from '../fixes.ts';
import type { ScriptRun } from '../scripts.ts';
import type { NewSession } from '../sessions.ts';
import type { SessionStore } from '../store.ts';

/** A made-up session, told step by step. */
export interface Sample extends NewSession {
  readonly summary: string;
  /** How long ago it began. */
  readonly hours_ago: number;
  play(steps: SampleSteps): void;
}

/** What a technician says of a fact beside its text and source. */
type FactDetails = Pick<NewFact, 'role' | 'customer_wording'>;

/** What a technician does in a session. Each step happens some minutes after the one before. */
export interface SampleSteps {
  say(body: string): void;
  know(
    source_type: SourceType,
    text: string,
    source_summary?: string | null,
    details?: FactDetails,
  ): void;
  /** A fact that nobody has confirmed yet. */
  propose(source_type: SourceType, text: string, source_summary?: string): void;
  suggest(fix: Omit<NewFix, 'session_id'>): number;
  verdict(fixId: number, outcome: FixVerdict['outcome'], note?: string, done?: string): void;
  ran(script: Omit<ScriptRun, 'session_id'>): void;
  close(kind: NoteKind, markdown: string): void;
}

const HOUR_MS = 3_600_000;
const STEP_MS = 3 * 60_000;

/** Writes a sample into the store, dated back from `now`. */
export function playSample(store: SessionStore, sample: Sample, now: number): void {
  let at = now - sample.hours_ago * HOUR_MS;
  const step = <Result>(work: () => Result) => {
    at += STEP_MS;
    return store.backdate(at, work);
  };
  const { title, intake, domain, ticket_ref, summary } = sample;
  const session_id = step(() => {
    const { id } = store.sessions.create({ title, intake, domain, ticket_ref });
    store.sessions.update(id, { summary });
    return id;
  });
  const fact =
    (status: 'confirmed' | 'proposed') =>
    (
      source_type: SourceType,
      text: string,
      source_summary: string | null = null,
      details: FactDetails = {},
    ) =>
      void step(() =>
        store.facts.add({ session_id, source_type, text, source_summary, status, ...details }),
      );

  sample.play({
    say: (body) => void step(() => store.messages.add({ session_id, author: 'technician', body })),
    know: fact('confirmed'),
    propose: fact('proposed'),
    suggest: (fix) => step(() => store.fixes.suggest({ session_id, ...fix })).id,
    verdict: (id, outcome, outcome_note = '', done = undefined) =>
      void step(() =>
        store.fixes.setOutcome(id, {
          outcome,
          outcome_note: outcome_note === '' ? null : outcome_note,
          done,
        }),
      ),
    ran: (script) => void step(() => store.scripts.recordRun({ session_id, ...script })),
    close: (kind, markdown) =>
      void step(() =>
        store.write_backs.closeLocally({
          session_id,
          kind,
          markdown,
          digest: digestOf(markdown),
          draft_markdown: markdown,
          draft_origin: 'local',
          sent: null,
          audit: [
            { step: 'confirmed', detail: 'The technician confirmed the generated note as it was.' },
            {
              step: kind === 'resolve' ? 'resolved_locally' : 'escalated_locally',
              detail: 'The note is kept on this machine. Nothing was sent.',
            },
          ],
        }),
      ),
  });
}

/** The samples have no white space to normalise but blank lines. */
function digestOf(markdown: string): string {
  return createHash('sha256').update(markdown.replace(/\n+/g, '\n')).digest('hex');
}
