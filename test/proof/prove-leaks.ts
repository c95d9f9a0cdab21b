import {
  buildBundle,
  checkNote,
  type DraftingSnapshot,
  draftLocally,
  renderNote,
} from '../../electron/drafting/index.ts';
import { renderBundle } from '../../electron/drafting/render-bundle.ts';
import { redactingLog, type SecretGuard } from '../../electron/secrets/index.ts';
import { NOTE_KINDS, type NoteKind } from '../../shared/domain/note.ts';
import type { Scenario } from '../corpus/scenario.ts';
import { createTestLog } from '../fixtures/log.ts';
import { type AppUnderProof, openAppUnderProof, type Typed } from './app-surfaces.ts';
import { guardOf } from './check.ts';
import { ENCODINGS, givesAway } from './encodings.ts';
import { mapTexts, textsOf } from './texts.ts';

export interface Leak {
  readonly surface: string;
  readonly scenario: string;
  readonly encoding: string;
  readonly planted_in: string;
}

export interface LeakProof {
  /** Of each surface, how often a value was looked for in it. */
  readonly surfaces: ReadonlyMap<string, number>;
  readonly leaks: readonly Leak[];
  /** What the search for leaks did not see in a text that nobody redacted: its own blind spots. */
  readonly blind: readonly string[];
}

/** A session with a value in it. */
interface Planted extends Typed {
  readonly encoding: string;
  /** As it was typed. */
  readonly raw: DraftingSnapshot;
  /** As the app keeps and sends it: each text went through the guard. */
  readonly kept: DraftingSnapshot;
}

/** What one place where a secret could come to light shows of a session. */
interface Surface {
  readonly name: string;
  readonly show: (planted: Planted, app: Shown) => Promise<string> | string;
}

interface Shown {
  readonly guard: SecretGuard;
  readonly app: AppUnderProof;
}

const SURFACES: readonly Surface[] = [
  { name: 'redacted prompt', show: ({ kept }) => renderBundle(buildBundle(kept)) },
  { name: 'local draft, resolve', show: ({ kept }) => draftOf('resolve', kept) },
  { name: 'local draft, escalate', show: ({ kept }) => draftOf('escalate', kept) },
  { name: 'findings on a leaking note', show: messagesOnLeakingNotes },
  { name: 'log lines', show: ({ told }, { guard }) => logged(told, guard) },
  {
    name: 'rows written through the router',
    show: (planted, { app }) => app.rowsOf(planted),
  },
  { name: 'exported note', show: (planted, { app }) => app.exportOf(leakingNote(planted)) },
];

/** Looks for each secret of each scenario, in each encoding, on each surface; or for one in `step` of them. */
export async function proveLeaks(scenarios: readonly Scenario[], step: number): Promise<LeakProof> {
  const surfaces = new Map(SURFACES.map(({ name }) => [name, 0]));
  const leaks: Leak[] = [];
  const blind = new Set<string>();
  for (const scenario of scenarios) {
    if (scenario.secrets.length === 0) continue;
    const guard = guardOf(scenario.secrets);
    const app = await openAppUnderProof(guard);
    for (const planted of await plantings(scenario, guard, step)) {
      const { secret, encoding, place } = planted;
      if (!givesAway(renderBundle(buildBundle(planted.raw)), secret)) blind.add(encoding);
      for (const { name: surface, show } of SURFACES) {
        surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
        if (givesAway(await show(planted, { guard, app }), secret)) {
          leaks.push({ surface, scenario: scenario.id, encoding, planted_in: place });
        }
      }
    }
    app.close();
  }
  return { surfaces, leaks, blind: [...blind] };
}

/** A note as a technician might have it on the screen: the app's draft, and the text pasted below it. */
function leakingNote({ told, kept }: Planted): string {
  return `${draftOf('escalate', kept)}\n${told}\n`;
}

/** Each value in each encoding, in one place of the session at a time. */
async function plantings(scenario: Scenario, guard: SecretGuard, step: number): Promise<Planted[]> {
  const all = scenario.secrets.flatMap((secret) =>
    ENCODINGS.flatMap(({ name: encoding, encode }) => {
      const told = `I signed in with ${encode(secret)} and it went on.`;
      return places(scenario, told).map(([place, snapshot]) => ({
        secret,
        encoding,
        place,
        told,
        raw: snapshot,
      }));
    }),
  );
  // Another choice in each scenario, so that together they hold every encoding in every place.
  const raw = all.filter((_, index) => (index + scenario.id.length) % step === 0);
  // All texts in one go, which is far faster than each by itself.
  const texts = [...new Set(raw.flatMap((one) => textsOf(one.raw)))];
  const { texts: calm } = await guard.redactAll(texts);
  const replaced = new Map(texts.map((text, index) => [text, calm[index] ?? '']));
  const planted = raw.map((one) => ({
    ...one,
    kept: mapTexts(one.raw, (text) => replaced.get(text) ?? '') as DraftingSnapshot,
  }));
  await guard.redactAll(planted.flatMap((one) => NOTE_KINDS.map((kind) => draftOf(kind, one.raw))));
  return planted;
}

function places(scenario: Scenario, told: string): [place: string, DraftingSnapshot][] {
  const plain = scenario.session().build();
  const intake = `${plain.session.intake}\n${told}`;
  return [
    ['intake', { ...plain, session: { ...plain.session, intake } }],
    ['fact', scenario.session().fact('user_report', told).build()],
    ['script outcome', scenario.session().ran('Test-SignIn.ps1', told).build()],
  ];
}

function draftOf(kind: NoteKind, snapshot: DraftingSnapshot): string {
  return renderNote(draftLocally(kind, buildBundle(snapshot))).markdown;
}

/** A finding on a note with a value in it may point at the value, and must not say it. */
async function messagesOnLeakingNotes({ raw }: Planted, { guard }: Shown): Promise<string> {
  const bundle = buildBundle(raw);
  const shown = await Promise.all(
    NOTE_KINDS.map(async (kind) => {
      const note = renderNote(draftLocally(kind, bundle));
      const secrets = await guard.find(note.markdown);
      const input = { kind, markdown: note.markdown, bundle, bases: [], secrets };
      return checkNote(input).findings.map(
        ({ message, repair }) => `${message}\n${repair?.label ?? ''}`,
      );
    }),
  );
  return shown.flat().join('\n');
}

/** A text in each place of a log line: the message, an error's message, stack, cause and own fields. */
function logged(told: string, guard: SecretGuard): string {
  const log = createTestLog();
  const errors: unknown[] = [];
  const calm = redactingLog(
    { ...log, error: (message, error) => void errors.push(message, error) },
    guard.redactKnown,
  );
  calm.info(`saved ${told}`);
  calm.warn(told);
  const failure = Object.assign(new Error(told, { cause: new Error(told) }), { input: told });
  calm.error(`failed: ${told}`, failure);
  return [...log.lines, ...errors.flatMap(textsOf)].join('\n');
}
