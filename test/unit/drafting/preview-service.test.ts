import { describe, expect, it, vi } from 'vitest';
import { type DraftingSnapshot, REDACTED } from '../../../electron/drafting/bundle.ts';
import type { ModelQuestion } from '../../../electron/drafting/claude/note-model.ts';
import type { NoteGenerator, NoteRequest } from '../../../electron/drafting/generator.ts';
import type { NoteReader } from '../../../electron/drafting/note-review.ts';
import {
  createPreviews,
  type PreviewCache,
  type PreviewStore,
} from '../../../electron/drafting/preview-service.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import type { AiStatus, SentRequest } from '../../../shared/domain/ai.ts';
import type { SentenceEvidence } from '../../../shared/domain/note.ts';
import { AppError } from '../../../shared/errors.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';
import { simpleDraft } from '../../fixtures/drafting/simple-draft.ts';
import { traceOnly } from '../../fixtures/drafting/trace-only.ts';

type Saved = Parameters<PreviewCache['save']>[0];

const SENT: SentRequest = {
  model: 'claude-test',
  base_address: 'https://api.anthropic.com',
  system: 's',
  message: 'm',
  secrets_removed: 0,
  sent_at: 1,
  turns: 1,
  input_tokens: 1,
  output_tokens: 1,
};

/** One session in memory, with a cache that keeps the contract of the real one. */
function desk(
  generators: { ai?: NoteGenerator; state?: AiStatus['state']; reader?: NoteReader } = {},
) {
  const ai = { state: generators.state ?? ('ready' as const) };
  const secrets = createSecretGuard();
  const clock = { now: 1_000_000 };
  let snapshot: DraftingSnapshot = session({ ticket_ref: '123' })
    .fact('technician', 'The phone works.')
    .build();
  const saved = new Map<string, Saved>();
  const lines: { kind: string; text: string; evidence_ids: readonly string[] }[] = [];
  const key = (kind: string, version: number) => `${kind}:${version}`;
  const readSnapshot = vi.fn(() => snapshot);
  const find = vi.fn((_: number, kind: string, version: number) => saved.get(key(kind, version)));
  const localDraft = vi.fn(simpleDraft);
  const log = { error: vi.fn() };
  const store: PreviewStore = {
    sessions: { get: () => snapshot.session },
    snapshot: readSnapshot,
    drafts: { find: () => undefined },
    previews: {
      keepLines: (_, kind, news) => void lines.push(...news.map((line) => ({ kind, ...line }))),
      lines: (_, kind) => lines.filter((line) => line.kind === kind),
      find,
      save(entry) {
        if (entry.state_version !== snapshot.session.state_version) return false;
        saved.set(key(entry.kind, entry.state_version), entry);
        return true;
      },
    },
  };
  const held = { store };
  const make = () =>
    createPreviews({
      store: () => held.store,
      localDraft,
      checkNote: traceOnly,
      ai:
        generators.ai === undefined
          ? undefined
          : { state: async () => ai.state, tone: async () => 'plain', generator: generators.ai },
      ...(generators.reader === undefined ? {} : { reader: generators.reader }),
      secrets,
      log,
      now: () => clock.now,
    });
  return {
    service: make(),
    make,
    saved,
    lines,
    find,
    held,
    localDraft,
    log,
    readSnapshot,
    ai,
    clock,
    secrets,
    change(text: string) {
      const { session: row, facts } = snapshot;
      snapshot = {
        ...snapshot,
        session: { ...row, state_version: row.state_version + 1 },
        facts: facts.map((fact) => ({ ...fact, text })),
      };
    },
  };
}

/** An AI that waits until it is let go. */
function slowAi() {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const signals: AbortSignal[] = [];
  const generate = vi.fn(async ({ kind, bundle, signal }: NoteRequest) => {
    signals.push(signal);
    await gate;
    return { document: simpleDraft(kind, bundle), sent: SENT };
  });
  return { generator: { generate }, release, signals };
}

function readyAi() {
  const ai = slowAi();
  ai.release();
  return ai.generator;
}

/** Until the generator has been asked; before that the session is still being read. */
function started({ generate }: { generate: ReturnType<typeof vi.fn> }) {
  return vi.waitFor(() => expect(generate).toHaveBeenCalled(), { timeout: 30_000 });
}

describe('a preview', () => {
  it('is generated, checked and kept; the second look comes from the cache', async () => {
    const { service, localDraft, saved, find, readSnapshot } = desk();
    const first = await service.preview(1, 'escalate');
    expect(first).toMatchObject({
      session_id: 1,
      kind: 'escalate',
      target_ticket_ref: 'CW #123',
      state_version: 1,
      from_cache: false,
      origin: 'local',
      left_out: [],
      findings: [],
    });
    expect(first.markdown).toContain('- The phone works.');
    expect(saved.size).toBe(1);

    find.mockClear();
    readSnapshot.mockClear();
    const second = await service.preview(1, 'escalate');
    expect(second).toEqual({ ...first, from_cache: true });
    expect(localDraft).toHaveBeenCalledTimes(1);
    expect(find).not.toHaveBeenCalled();
    expect(readSnapshot).not.toHaveBeenCalled();
  });

  it('is checked whoever wrote it: the local draft too', async () => {
    const { service, localDraft } = desk();
    localDraft.mockImplementation((kind, bundle) => {
      const { sections } = simpleDraft(kind, bundle);
      const wrong = { text: 'FAULT', evidence_ids: ['fact:1'], fixed: false };
      return { kind, sections: sections.with(0, [{ kind: 'paragraph', sentences: [wrong] }]) };
    });
    const { findings } = await service.preview(1, 'escalate');
    expect(findings).toMatchObject([{ rule_id: 'T1' }]);
  });

  it('lists what it leaves out, with the reason', async () => {
    const { service } = desk();
    expect((await service.preview(1, 'resolve')).left_out).toEqual([
      { evidence_id: 'fact:1', reason: 'internal' },
    ]);
  });

  it('comes from the store after a restart, with findings', async () => {
    const { service, make, localDraft } = desk();
    const before = await service.preview(1, 'resolve');
    expect(await make().preview(1, 'resolve')).toEqual({ ...before, from_cache: true });
    expect(localDraft).toHaveBeenCalledTimes(1);
  });

  it('is generated again when the session changes', async () => {
    const { service, change } = desk();
    await service.preview(1, 'escalate');
    change('The phone is dead.');
    const after = await service.preview(1, 'escalate');
    expect(after).toMatchObject({ from_cache: false, state_version: 2 });
    expect(after.markdown).toContain('The phone is dead.');
  });

  it('of each kind is kept beside the other', async () => {
    const { service, localDraft } = desk();
    await service.preview(1, 'escalate');
    await service.preview(1, 'resolve');
    expect((await service.preview(1, 'escalate')).from_cache).toBe(true);
    expect((await service.preview(1, 'resolve')).from_cache).toBe(true);
    expect(localDraft).toHaveBeenCalledTimes(2);
  });

  it('of another store is another one, under the same session and version', async () => {
    const one = desk();
    const other = desk();
    other.change('Another home.');
    await one.service.preview(1, 'escalate');
    one.held.store = other.held.store;
    expect((await one.service.preview(1, 'escalate')).markdown).toContain('Another home.');
  });

  it('is replaced by force', async () => {
    const { service, localDraft, saved } = desk();
    await service.preview(1, 'escalate');
    saved.clear();
    const forced = await service.preview(1, 'escalate', { force: true });
    expect(forced.from_cache).toBe(false);
    expect(localDraft).toHaveBeenCalledTimes(2);
    expect(saved.size).toBe(1);
  });

  it('is generated once for all who ask at once', async () => {
    const { generator, release } = slowAi();
    const { service } = desk({ ai: generator });
    const all = Promise.all([1, 2, 3].map(() => service.preview(1, 'escalate')));
    release();
    const [one, two] = await all;
    expect(one).toEqual(two);
    expect(generator.generate).toHaveBeenCalledTimes(1);
  });

  it('is kept under no version when the session changes meanwhile', async () => {
    const { generator, release } = slowAi();
    const { service, change, saved } = desk({ ai: generator });
    const running = service.preview(1, 'escalate');
    await started(generator);
    change('The phone is dead.');
    release();
    const answer = await running;
    expect(answer.state_version).toBe(1);
    expect(answer.markdown).toContain('The phone works.');
    expect(saved.size).toBe(0);
    expect((await service.preview(1, 'escalate')).markdown).toContain('The phone is dead.');
  });

  it('survives a store that cannot keep it', async () => {
    const { service, log, saved } = desk();
    vi.spyOn(saved, 'set').mockImplementation(() => {
      throw new Error('disk full');
    });
    expect((await service.preview(1, 'escalate')).markdown).toContain('## Problem');
    expect(log.error).toHaveBeenCalledTimes(1);
  });
});

describe('cancelling', () => {
  it('leaves the others their preview', async () => {
    const { generator, release, signals } = slowAi();
    const { service } = desk({ ai: generator });
    const controller = new AbortController();
    const left = service.preview(1, 'escalate', { signal: controller.signal });
    const stays = service.preview(1, 'escalate');
    await started(generator);
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(signals[0]?.aborted).toBe(false);
    release();
    expect((await stays).markdown).toContain('## Problem');
  });

  it('stops the generation that nobody waits for', async () => {
    const { generator, signals } = slowAi();
    const { service } = desk({ ai: generator });
    const controller = new AbortController();
    const left = service.preview(1, 'escalate', { signal: controller.signal });
    await started(generator);
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe('with an AI', () => {
  it('takes its note', async () => {
    const { service, saved } = desk({ ai: readyAi() });
    expect((await service.preview(1, 'escalate')).origin).toBe('ai');
    expect(saved.get('escalate:1')?.sent).toEqual(SENT);
  });

  it('offers the local draft when it fails, says why, and tries again next time', async () => {
    const generate = vi.fn().mockRejectedValue(new AppError('AI_FAILED', 'It broke off.'));
    const { service, log, saved } = desk({ ai: { generate } });
    const preview = await service.preview(1, 'escalate');
    expect(preview).toMatchObject({
      origin: 'local',
      from_cache: false,
      ai_failure: { code: 'AI_FAILED', message: 'It broke off.', retry_at: null },
    });
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(saved.size).toBe(0);
    await service.preview(1, 'escalate');
    expect(generate).toHaveBeenCalledTimes(2);
  });

  it('words a fault of its own code for the technician', async () => {
    const generate = vi.fn().mockRejectedValue(new TypeError('x is undefined'));
    const { service } = desk({ ai: { generate } });
    const { ai_failure } = await service.preview(1, 'escalate');
    expect(ai_failure).toMatchObject({ code: 'AI_FAILED' });
    expect(ai_failure?.message).not.toContain('undefined');
  });

  it('answers the failure itself to whoever asked for a new note', async () => {
    const generate = vi.fn().mockRejectedValue(new AppError('AI_FAILED', 'It broke off.'));
    const { service, localDraft } = desk({ ai: { generate } });
    await expect(service.preview(1, 'escalate', { force: true })).rejects.toMatchObject({
      code: 'AI_FAILED',
    });
    expect(localDraft).not.toHaveBeenCalled();
  });

  it('does not ask again while a limit is known to apply, unless told to', async () => {
    const limit = new AppError('RATE_LIMITED', 'Wait.', { retry_at: 1_030_000 });
    const generate = vi.fn().mockRejectedValue(limit);
    const { service, clock } = desk({ ai: { generate } });
    expect((await service.preview(1, 'escalate')).ai_failure?.retry_at).toBe(1_030_000);
    await service.preview(1, 'escalate');
    expect(generate).toHaveBeenCalledTimes(1);
    await service.preview(1, 'escalate', { force: true }).catch(() => undefined);
    expect(generate).toHaveBeenCalledTimes(2);
    clock.now = 1_031_000;
    await service.preview(1, 'escalate');
    expect(generate).toHaveBeenCalledTimes(3);
  });

  it('writes here without a key and says so; with the key, the AI writes it', async () => {
    const { service, ai } = desk({ ai: readyAi(), state: 'no_key' });
    const before = await service.preview(1, 'escalate');
    expect(before).toMatchObject({ origin: 'local', ai_failure: { code: 'NOT_CONFIGURED' } });
    expect((await service.preview(1, 'escalate')).from_cache).toBe(true);
    ai.state = 'ready';
    expect(await service.preview(1, 'escalate')).toMatchObject({ origin: 'ai', ai_failure: null });
  });

  it('keeps to the local draft that was asked for', async () => {
    const generator = readyAi();
    const { service } = desk({ ai: generator });
    const asked = await service.preview(1, 'escalate', { local: true });
    expect(asked).toMatchObject({ origin: 'local', ai_failure: null });
    expect(await service.preview(1, 'escalate')).toMatchObject({
      origin: 'local',
      from_cache: true,
    });
    expect(generator.generate).not.toHaveBeenCalled();
    expect((await service.preview(1, 'escalate', { force: true })).origin).toBe('ai');
  });

  it('keeps the local draft that was asked for while the AI was still writing', async () => {
    const { generator, release } = slowAi();
    const { service, saved } = desk({ ai: generator });
    const running = service.preview(1, 'escalate');
    await started(generator);
    await service.preview(1, 'escalate', { local: true });
    release();
    await running;
    expect(saved.get('escalate:1')?.origin).toBe('local');
  });

  it('says nothing of the AI where the technician wants all drafting here', async () => {
    const { service } = desk({ ai: readyAi(), state: 'local_only' });
    expect(await service.preview(1, 'escalate')).toMatchObject({
      origin: 'local',
      ai_failure: null,
    });
  });

  it('gives it nothing of a secret that a fact has, and neither does any draft', async () => {
    const generator = readyAi();
    const { service, secrets, change } = desk({ ai: generator });
    secrets.remember('Harbor-Lantern-29', { session_id: 1 });
    change('The admin signed in with Harbor-Lantern-29.');
    const { markdown } = await service.preview(1, 'escalate');
    expect(markdown).toContain(`signed in with ${REDACTED}`);
    expect(JSON.stringify(generator.generate.mock.calls[0]?.[0].bundle)).not.toContain('Lantern');
    const { message, secrets_removed } = await service.requestFor(1, 'escalate');
    expect(message).not.toContain('Lantern');
    expect(secrets_removed).toBe(1);
  });

  it('gives it the checks, so that it can repair its own work', async () => {
    const seen: string[] = [];
    const ai: NoteGenerator = {
      async generate({ kind, bundle, check }) {
        const good = simpleDraft(kind, bundle);
        const wrong = { text: 'FAULT', evidence_ids: ['fact:1'], fixed: false };
        const bad = good.sections.with(0, [{ kind: 'paragraph', sentences: [wrong] }]);
        seen.push(...(await check({ kind, sections: bad })).map((finding) => finding.rule_id));
        return { document: good, sent: SENT };
      },
    };
    await desk({ ai }).service.preview(1, 'escalate');
    expect(seen).toEqual(['T1']);
  });
});

describe('check', () => {
  const ownOf = (evidence: readonly SentenceEvidence[], markdown: string) =>
    evidence
      .filter(({ provenance }) => provenance === 'technician')
      .map(({ from, to }) => markdown.slice(from, to));

  it('traces sentences to the preview that was shown, without being told', async () => {
    const { service } = desk();
    const { markdown, evidence } = await service.preview(1, 'escalate');
    const generated = evidence.filter(({ provenance }) => provenance === 'generated');
    const check = await service.check(1, 'escalate', markdown);
    expect(check.evidence.filter(({ provenance }) => provenance === 'generated')).toEqual(
      generated,
    );
  });

  it('still knows a generated sentence when many newer notes have been shown, after a restart too', async () => {
    const { service, make, change, saved } = desk();
    const first = await service.preview(1, 'escalate');
    for (let turn = 0; turn < 8; turn += 1) {
      change(`Fact number ${turn} of another kind.`);
      await service.preview(1, 'escalate');
    }
    saved.clear();
    const text = `${first.markdown}- My own words.\n`;
    for (const desks of [service, make()]) {
      const { evidence } = await desks.check(1, 'escalate', text);
      const own = ownOf(evidence, text);
      expect(own).toContain('My own words.');
      expect(own).not.toContain('The phone works.');
      expect(own).not.toContain('Outlook asks for a password');
    }
  });

  it('knows a line that an older version kept whole', async () => {
    const { service, lines } = desk();
    const text = '- It rang. Nobody answered.';
    lines.push({ kind: 'escalate', text, evidence_ids: ['fact:1'] });
    const note = `## Problem\n${text}\n`;
    const { evidence } = await service.check(1, 'escalate', note);
    expect(evidence).toMatchObject([{ provenance: 'generated', evidence_ids: ['fact:1'] }]);
  });

  it('keeps each sentence once, with the rows of its last version', async () => {
    const { service, lines, localDraft, change } = desk();
    await service.preview(1, 'escalate');
    const before = lines.length;
    change('The phone works.');
    await service.preview(1, 'escalate');
    expect(lines).toHaveLength(before);
    localDraft.mockImplementation((kind, bundle) => {
      const { sections } = simpleDraft(kind, bundle);
      const again = { text: 'The phone works.', evidence_ids: ['fact:1', 'session'], fixed: false };
      return { kind, sections: sections.with(1, [{ kind: 'bullet', sentences: [again] }]) };
    });
    change('The phone works.');
    await service.preview(1, 'escalate');
    expect(lines.slice(before)).toEqual([
      { kind: 'escalate', text: 'The phone works.', evidence_ids: ['fact:1', 'session'] },
    ]);
  });

  it('does so after a restart, from the store', async () => {
    const { service, make } = desk();
    const { markdown } = await service.preview(1, 'escalate');
    const before = await service.check(1, 'escalate', markdown);
    expect(await make().check(1, 'escalate', markdown)).toEqual(before);
  });

  it('takes a base that it is given, or none', async () => {
    const { service } = desk();
    const preview = await service.preview(1, 'escalate');
    const without = await service.check(1, 'escalate', preview.markdown, null);
    expect(without.evidence.some((line) => line.provenance === 'generated')).toBe(false);
    const given = await service.check(1, 'escalate', preview.markdown, preview);
    expect(given.evidence.some((line) => line.provenance === 'generated')).toBe(true);
  });

  it('reads the session once, however many keys are pressed', async () => {
    const { service, readSnapshot } = desk();
    const { markdown } = await service.preview(1, 'escalate');
    readSnapshot.mockClear();
    for (let key = 0; key < 5; key += 1) await service.check(1, 'escalate', `${markdown}${key}`);
    expect(readSnapshot).not.toHaveBeenCalled();
  });
});

describe('the second reader', () => {
  /** A reader that doubts the first sentence. */
  function doubter() {
    const questions: ModelQuestion[] = [];
    const reader: NoteReader = {
      wanted: async () => true,
      open: async () => ({
        model: 'claude-reader',
        base_address: 'https://api.anthropic.com',
        async ask(question) {
          questions.push(question);
          const sentences = [{ number: 1, verdict: 'not_supported', reason: 'no row' }];
          return { text: JSON.stringify({ sentences }), input_tokens: 1, output_tokens: 1 };
        },
      }),
    };
    return { reader, questions };
  }

  it('reads the text on the screen, its sentences traced to their rows', async () => {
    const { reader, questions } = doubter();
    const { service } = desk({ reader });
    const { markdown } = await service.preview(1, 'escalate');
    const text = `${markdown}- I rang twice.\n`;
    const review = await service.review(1, 'escalate', text);
    if (review.state !== 'done') throw new Error(review.state);
    const places = review.findings.map(({ from, to }) => text.slice(from, to));
    expect(places).toEqual(['Outlook asks for a password']);
    const message = questions[0]?.turns[0]?.text ?? '';
    expect(message).toContain("(What we've confirmed) [fact:1] The phone works.");
    expect(message).toContain('(Suggested next steps) [technician] I rang twice.');
    expect(message).not.toContain('Capture the exact error');
  });

  it('changes nothing of the preview and is asked by no one but the call for it', async () => {
    const { reader, questions } = doubter();
    const { service } = desk({ reader });
    const before = await service.preview(1, 'escalate');
    expect(questions).toHaveLength(0);
    await service.review(1, 'escalate', before.markdown);
    expect(await service.preview(1, 'escalate')).toEqual({ ...before, from_cache: true });
  });

  it('reads again when a row changed under the same words', async () => {
    const { reader, questions } = doubter();
    const { service, change } = desk({ reader });
    const { markdown } = await service.preview(1, 'escalate');
    await service.review(1, 'escalate', markdown);
    await service.review(1, 'escalate', markdown);
    expect(questions).toHaveLength(1);
    change('The phone is dead.');
    await service.review(1, 'escalate', markdown);
    expect(questions).toHaveLength(2);
  });

  it('is off where there is none', async () => {
    const { service } = desk();
    const { markdown } = await service.preview(1, 'escalate');
    expect(await service.review(1, 'escalate', markdown)).toEqual({ state: 'off' });
  });
});
