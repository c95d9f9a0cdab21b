import { describe, expect, it, vi } from 'vitest';
import type { NoteGenerator } from '../../../electron/drafting/generator.ts';
import {
  buildBundle,
  type DraftingSnapshot,
  draftLocally,
} from '../../../electron/drafting/index.ts';
import { localGenerator } from '../../../electron/drafting/local/local-generator.ts';
import {
  createPreviewService,
  type PreviewCache,
} from '../../../electron/drafting/preview-service.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import type { AiStatus } from '../../../shared/domain/ai.ts';
import { AppError } from '../../../shared/errors.ts';
import { faultsOf } from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

type Saved = Parameters<PreviewCache['save']>[0];

/** One session in memory, with a cache that holds to the contract of the real one. */
function desk(
  generators: { local?: NoteGenerator; ai?: NoteGenerator; state?: AiStatus['state'] } = {},
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
  const readStateVersion = vi.fn(() => snapshot.session.state_version);
  const readSnapshot = vi.fn(() => snapshot);
  const find = vi.fn((_: number, kind: string, version: number) => saved.get(key(kind, version)));
  const local = generators.local ?? {
    origin: 'local' as const,
    generate: vi.fn(localGenerator.generate),
  };
  const log = { warn: vi.fn(), error: vi.fn() };
  const make = () =>
    createPreviewService({
      readStateVersion,
      readSnapshot,
      cache: {
        keepLines: (_, kind, news) => void lines.push(...news.map((line) => ({ kind, ...line }))),
        lines: (_, kind) => lines.filter((line) => line.kind === kind),
        find,
        save(entry) {
          if (entry.state_version !== snapshot.session.state_version) return false;
          saved.set(key(entry.kind, entry.state_version), entry);
          return true;
        },
      },
      local,
      ai:
        generators.ai === undefined
          ? undefined
          : { state: async () => ai.state, tone: async () => 'plain', generator: generators.ai },
      secrets,
      log,
      now: () => clock.now,
    });
  return {
    service: make(),
    make,
    saved,
    find,
    local,
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

/** A generator that waits until it is let go. */
function slowGenerator(origin: 'ai' | 'local' = 'local') {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const signals: AbortSignal[] = [];
  const generate = vi.fn(
    async ({ kind, bundle, signal }: Parameters<NoteGenerator['generate']>[0]) => {
      signals.push(signal);
      await gate;
      return { document: draftLocally(kind, bundle), sent: null };
    },
  );
  return { generator: { origin, generate }, release, signals };
}

/** Until the generator has been asked; before that the session is still being read. */
function started({ generate }: { generate: ReturnType<typeof vi.fn> }) {
  return vi.waitFor(() => expect(generate).toHaveBeenCalled(), { timeout: 30_000 });
}

describe('a preview', () => {
  it('is generated, checked and kept; the second look comes from the cache', async () => {
    const { service, local, saved, find, readSnapshot } = desk();
    const first = await service.preview(1, 'escalate');
    expect(first).toMatchObject({
      session_id: 1,
      kind: 'escalate',
      target_ticket_ref: 'CW #123',
      state_version: 1,
      from_cache: false,
      origin: 'local',
      left_out: [],
    });
    expect(faultsOf(first)).toEqual([]);
    expect(saved.size).toBe(1);

    find.mockClear();
    readSnapshot.mockClear();
    const second = await service.preview(1, 'escalate');
    expect(second).toEqual({ ...first, from_cache: true });
    expect(local.generate).toHaveBeenCalledTimes(1);
    expect(find).not.toHaveBeenCalled();
    expect(readSnapshot).not.toHaveBeenCalled();
  });

  it('comes from the store after a restart, with findings', async () => {
    const { service, make, local } = desk();
    const before = await service.preview(1, 'resolve');
    expect(await make().preview(1, 'resolve')).toEqual({ ...before, from_cache: true });
    expect(local.generate).toHaveBeenCalledTimes(1);
  });

  it('is made anew when the session changes', async () => {
    const { service, change } = desk();
    await service.preview(1, 'escalate');
    change('The phone is dead.');
    const after = await service.preview(1, 'escalate');
    expect(after).toMatchObject({ from_cache: false, state_version: 2 });
    expect(after.markdown).toContain('The phone is dead.');
  });

  it('of each kind lives beside the other', async () => {
    const { service, local } = desk();
    await service.preview(1, 'escalate');
    await service.preview(1, 'resolve');
    expect((await service.preview(1, 'escalate')).from_cache).toBe(true);
    expect((await service.preview(1, 'resolve')).from_cache).toBe(true);
    expect(local.generate).toHaveBeenCalledTimes(2);
  });

  it('is replaced by force', async () => {
    const { service, local, saved } = desk();
    await service.preview(1, 'escalate');
    saved.clear();
    const forced = await service.preview(1, 'escalate', { force: true });
    expect(forced.from_cache).toBe(false);
    expect(local.generate).toHaveBeenCalledTimes(2);
    expect(saved.size).toBe(1);
  });

  it('is generated once for all who ask at once', async () => {
    const { generator, release } = slowGenerator();
    const { service } = desk({ local: generator });
    const all = Promise.all([1, 2, 3].map(() => service.preview(1, 'escalate')));
    release();
    const [one, two] = await all;
    expect(one).toEqual(two);
    expect(generator.generate).toHaveBeenCalledTimes(1);
  });

  it('is kept under no version when the session moves on meanwhile', async () => {
    const { generator, release } = slowGenerator();
    const { service, change, saved } = desk({ local: generator });
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
    const { generator, release, signals } = slowGenerator();
    const { service } = desk({ local: generator });
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
    const { generator, signals } = slowGenerator();
    const { service } = desk({ local: generator });
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
    const { generator, release } = slowGenerator('ai');
    const { service } = desk({ ai: generator });
    release();
    expect((await service.preview(1, 'escalate')).origin).toBe('ai');
  });

  it('offers the local draft when it fails, says why, and tries again next time', async () => {
    const generate = vi.fn().mockRejectedValue(new AppError('AI_FAILED', 'It broke off.'));
    const { service, log, saved } = desk({ ai: { origin: 'ai', generate } });
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

  it('answers the failure itself to whoever asked for a new note', async () => {
    const generate = vi.fn().mockRejectedValue(new AppError('AI_FAILED', 'It broke off.'));
    const { service, local } = desk({ ai: { origin: 'ai', generate } });
    await expect(service.preview(1, 'escalate', { force: true })).rejects.toMatchObject({
      code: 'AI_FAILED',
    });
    expect(local.generate).not.toHaveBeenCalled();
  });

  it('does not ask again while a limit is known to hold, unless told to', async () => {
    const limit = new AppError('RATE_LIMITED', 'Wait.', { retry_at: 1_030_000 });
    const generate = vi.fn().mockRejectedValue(limit);
    const { service, clock } = desk({ ai: { origin: 'ai', generate } });
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
    const { generator, release } = slowGenerator('ai');
    release();
    const { service, ai } = desk({ ai: generator, state: 'no_key' });
    const before = await service.preview(1, 'escalate');
    expect(before).toMatchObject({ origin: 'local', ai_failure: { code: 'NOT_CONFIGURED' } });
    expect((await service.preview(1, 'escalate')).from_cache).toBe(true);
    ai.state = 'ready';
    expect(await service.preview(1, 'escalate')).toMatchObject({ origin: 'ai', ai_failure: null });
  });

  it('keeps to the local draft that was asked for', async () => {
    const { generator, release } = slowGenerator('ai');
    release();
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

  it('says nothing of the AI where the technician wants all drafting here', async () => {
    const { generator } = slowGenerator('ai');
    const { service } = desk({ ai: generator, state: 'local_only' });
    expect(await service.preview(1, 'escalate')).toMatchObject({
      origin: 'local',
      ai_failure: null,
    });
  });

  it('gives it nothing of a secret that a fact holds, and neither does any draft', async () => {
    const { generator, release } = slowGenerator('ai');
    release();
    const { service, secrets, change } = desk({ ai: generator });
    secrets.remember('Harbor-Lantern-29', { session_id: 1 });
    change('The admin signed in with Harbor-Lantern-29.');
    const { markdown } = await service.preview(1, 'escalate');
    expect(markdown).not.toContain('Harbor-Lantern');
    expect(JSON.stringify(generator.generate.mock.calls[0]?.[0].bundle)).not.toContain('Lantern');
    const { message, secrets_removed } = await service.requestFor(1, 'escalate');
    expect(message).not.toContain('Lantern');
    expect(secrets_removed).toBe(1);
  });

  it('hands it the checks, so that it can mend its own work', async () => {
    const seen: string[] = [];
    const ai: NoteGenerator = {
      origin: 'ai',
      async generate({ kind, bundle, review }) {
        const good = draftLocally(kind, bundle);
        const bad = { kind, sections: good.sections.map(() => []) };
        seen.push(...(await review(bad)).map((finding) => finding.rule_id));
        return { document: good, sent: null };
      },
    };
    await desk({ ai }).service.preview(1, 'escalate');
    expect(seen).toContain('S2');
  });
});

describe('check', () => {
  it('traces lines to the preview that was shown, without being told', async () => {
    const { service } = desk();
    const { markdown, evidence } = await service.preview(1, 'escalate');
    const check = await service.check(1, 'escalate', markdown);
    expect(check).toMatchObject({ evidence, left_out: [] });
    expect(faultsOf(check)).toEqual([]);
  });

  it('still knows a generated line when many newer notes have been shown, after a restart too', async () => {
    const { service, make, change, saved } = desk();
    const first = await service.preview(1, 'escalate');
    for (let turn = 0; turn < 8; turn += 1) {
      change(`Fact number ${turn} of another kind.`);
      await service.preview(1, 'escalate');
    }
    saved.clear();
    for (const desks of [service, make()]) {
      const { evidence } = await desks.check(1, 'escalate', `${first.markdown}- My own words.\n`);
      const own = evidence.filter(({ provenance }) => provenance === 'technician');
      expect(own).toHaveLength(1);
    }
  });

  it('does so after a restart, from the store', async () => {
    const { service, make } = desk();
    const { markdown, evidence } = await service.preview(1, 'escalate');
    expect((await make().check(1, 'escalate', markdown)).evidence).toEqual(evidence);
  });

  it('takes a base that it is given, or none', async () => {
    const { service } = desk();
    const preview = await service.preview(1, 'escalate');
    const without = await service.check(1, 'escalate', preview.markdown, null);
    expect(without.evidence.some((line) => line.provenance === 'generated')).toBe(false);
    const given = await service.check(1, 'escalate', preview.markdown, preview);
    expect(given.evidence).toEqual(preview.evidence);
  });

  it('finds a line whose fact is gone', async () => {
    const { service, make } = desk();
    const preview = await service.preview(1, 'escalate');
    const bundle = buildBundle(session().build());
    expect(bundle.facts).toEqual([]);
    const stale = {
      ...preview,
      evidence: preview.evidence.map((line) => ({ ...line, evidence_ids: ['fact:99'] })),
    };
    const check = await make().check(1, 'escalate', preview.markdown, stale);
    expect(check.findings.map((finding) => finding.rule_id)).toContain('G1');
  });

  it('reads the session once, however many keys are pressed', async () => {
    const { service, readSnapshot } = desk();
    const { markdown } = await service.preview(1, 'escalate');
    readSnapshot.mockClear();
    for (let key = 0; key < 5; key += 1) await service.check(1, 'escalate', `${markdown}${key}`);
    expect(readSnapshot).not.toHaveBeenCalled();
  });
});
