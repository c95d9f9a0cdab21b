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
import { AppError } from '../../../shared/errors.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

type Saved = Parameters<PreviewCache['save']>[0];

/** One session in memory, with a cache that holds to the contract of the real one. */
function desk(generators: { local?: NoteGenerator; ai?: NoteGenerator } = {}) {
  let snapshot: DraftingSnapshot = session({ ticket_ref: '123' })
    .fact('technician', 'The phone works.')
    .build();
  const saved = new Map<string, Saved>();
  const key = (kind: string, version: number) => `${kind}:${version}`;
  const readStateVersion = vi.fn(() => snapshot.session.state_version);
  const readSnapshot = vi.fn(() => snapshot);
  const find = vi.fn((_: number, kind: string, version: number) => saved.get(key(kind, version)));
  const local = generators.local ?? {
    origin: 'local' as const,
    generate: vi.fn(localGenerator.generate),
  };
  const onGenerationFailed = vi.fn();
  const log = { warn: vi.fn(), error: vi.fn() };
  const make = () =>
    createPreviewService({
      readStateVersion,
      readSnapshot,
      cache: {
        find,
        save(entry) {
          if (entry.state_version !== snapshot.session.state_version) return false;
          saved.set(key(entry.kind, entry.state_version), entry);
          return true;
        },
      },
      generators: { local, ai: generators.ai },
      log,
      onGenerationFailed,
    });
  return {
    service: make(),
    make,
    saved,
    find,
    local,
    log,
    readSnapshot,
    onGenerationFailed,
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
      return draftLocally(kind, bundle);
    },
  );
  return { generator: { origin, generate }, release, signals };
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
      findings: [],
      left_out: [],
    });
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

  it('offers the local draft when it fails, says so, and tries again next time', async () => {
    const generate = vi.fn().mockRejectedValue(new AppError('RATE_LIMITED', 'Wait a minute.'));
    const { service, onGenerationFailed, log, saved } = desk({ ai: { origin: 'ai', generate } });
    const preview = await service.preview(1, 'escalate');
    expect(preview).toMatchObject({ origin: 'local', from_cache: false });
    expect(onGenerationFailed).toHaveBeenCalledWith({
      session_id: 1,
      kind: 'escalate',
      error: expect.objectContaining({ code: 'RATE_LIMITED' }),
    });
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(saved.size).toBe(0);
    await service.preview(1, 'escalate');
    expect(generate).toHaveBeenCalledTimes(2);
  });

  it('hands it the checks, so that it can mend its own work', async () => {
    const seen: string[] = [];
    const ai: NoteGenerator = {
      origin: 'ai',
      generate({ kind, bundle, review }) {
        const good = draftLocally(kind, bundle);
        const bad = { kind, sections: good.sections.map(() => []) };
        seen.push(...review(bad).map((finding) => finding.rule_id));
        return Promise.resolve(good);
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
    expect(await service.check(1, 'escalate', markdown)).toEqual({
      findings: [],
      evidence,
      left_out: [],
    });
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
