import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createAiAccess,
  createAiAccount,
  openModel,
  type UsageStore,
} from '../../../electron/copilot/index.ts';
import { buildBundle } from '../../../electron/drafting/bundle.ts';
import {
  bullet,
  fixedSentence,
  paragraph,
  type RenderedNote,
  renderNote,
  sentence,
} from '../../../electron/drafting/note-document.ts';
import { createNoteReview } from '../../../electron/drafting/note-review.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import type { UsageTotal } from '../../../shared/domain/ai.ts';
import type { NoteReview } from '../../../shared/domain/note.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/domain/settings.ts';
import { type FakeAnthropic, startFakeAnthropic } from '../../fakes/anthropic.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';
import { createTestLog } from '../../fixtures/log.ts';

let fake: FakeAnthropic;
beforeEach(async () => {
  fake = await startFakeAnthropic();
});
afterEach(() => fake.stop());

const bundle = () =>
  buildBundle(
    session({ title: 'Outlook asks for a password' })
      .fact('technician', 'The token was from March.', { role: 'cause' })
      .ran('Reset-Token', 'done', { parameters: [{ name: 'user', secret: false, value: 'maria' }] })
      .fact('technician', 'Nobody else was asked.')
      .build(),
  );

const note = () =>
  renderNote({
    kind: 'resolve',
    sections: [
      [paragraph(sentence('Outlook asked for a password.', 'session'))],
      [paragraph(fixedSentence('Nothing confirmed yet.'))],
      [paragraph(sentence('The token was old.', 'fact:1'), sentence('It was from May.', 'fact:1'))],
      [bullet(sentence('We reset the token of Maria.', 'script:1'))],
    ],
  });

type Verdict = readonly [number, 'supported' | 'not_supported' | 'contradicted', string?];

/** An answer of the reader, by the number of each sentence. */
function verdicts(...given: readonly Verdict[]) {
  return {
    text: {
      sentences: given.map(([number, verdict, reason = '']) => ({ number, verdict, reason })),
    },
  };
}

interface DeskOptions {
  readonly settings?: Partial<Settings>;
  readonly key?: string | null;
  /** Microdollars spent this month before. */
  readonly spent?: number;
  readonly patience?: number;
}

function desk({
  settings: changed = {},
  key = 'sk-ant-canary',
  spent = 0,
  patience,
}: DeskOptions = {}) {
  const settings: Settings = { ...DEFAULT_SETTINGS, ai_base_address: fake.url, ...changed };
  const log = createTestLog();
  const secrets = createSecretGuard();
  const clock = { now: 1_000_000 };
  const rows: Parameters<UsageStore['add']>[0][] = [];
  const total = (): UsageTotal => ({
    answers: rows.length,
    input_tokens: 0,
    output_tokens: 0,
    cost_microdollars: rows.reduce((sum, row) => sum + (row.usage.cost_microdollars ?? 0), spent),
    unpriced_answers: 0,
  });
  const ai = createAiAccess({
    keys: {
      storage: async () => 'memory',
      get: async () => key,
      set: async () => 'memory',
      remove: async () => true,
    },
    settings: async () => settings,
    fetch,
    onChange: () => {},
  });
  const account = createAiAccount({
    usage: () => ({ add: (row) => void rows.push(row), ofSession: total, since: total }),
    settings: async () => settings,
    log,
  });
  const reviews = createNoteReview({
    reader: {
      wanted: async () => settings.note_review && (await ai.status()).state === 'ready',
      open: (session_id) => openModel(ai, 'note_review', { session_id, account }),
    },
    secrets,
    log,
    now: () => clock.now,
    ...(patience === undefined ? {} : { patience }),
  });
  const review = ({ markdown, evidence }: RenderedNote = note(), signal?: AbortSignal) =>
    reviews.review({ session_id: 4, markdown, evidence, bundle: bundle() }, signal);
  return { review, rows, log, secrets, settings, clock, account };
}

/** What a review points at, and what it says there. */
function doubtsOf(review: NoteReview, { markdown } = note()): readonly (readonly string[])[] {
  if (review.state !== 'done') throw new Error(`the review is ${JSON.stringify(review)}`);
  return review.findings.map(({ from, to, message }) => [markdown.slice(from, to), message]);
}

/** The sentences and rows of the only request, as the reader saw them. */
function seen() {
  const [request] = fake.requests();
  return JSON.parse(request?.body ?? '{}') as { readonly model: string } & Record<string, unknown>;
}

/** The note with a sentence that the technician wrote. */
function withOwn(text: string): RenderedNote {
  const { markdown, evidence } = note();
  const whole = `${markdown}- ${text}\n`;
  const to = whole.length - 1;
  const own = { line: 12, from: to - text.length, to, provenance: 'technician' as const };
  return { markdown: whole, evidence: [...evidence, { ...own, evidence_ids: [] }] };
}

describe('the second reader', () => {
  it('marks what the record does not support, at its sentence, as a warning', async () => {
    fake.answerReview(
      verdicts(
        [1, 'supported'],
        [2, 'not_supported', 'the age is not on record'],
        [3, 'contradicted', 'the row says March.'],
        [4, 'supported', 'ignored'],
      ),
    );
    const review = await desk().review();
    expect(doubtsOf(review)).toEqual([
      ['The token was old.', 'The record may not support this: the age is not on record.'],
      ['It was from May.', 'The record may say otherwise: the row says March.'],
    ]);
    expect(review).toMatchObject({
      findings: [
        { rule_id: 'V1', level: 'warn', can_override: true, repair: null, line: 8 },
        { rule_id: 'V1', level: 'warn', can_override: true, repair: null, line: 8 },
      ],
    });
  });

  it('gets the sentences but the standard ones, and the rows that they cite', async () => {
    fake.answerReview(verdicts());
    await desk().review();
    const body = JSON.stringify(seen());
    expect(seen().model).toBe('claude-haiku-4-5');
    for (const words of [
      '1 (Problem) [session] Outlook asked for a password.',
      '2 (Root cause) [fact:1] The token was old.',
      '4 (Resolution) [script:1] We reset the token of Maria.',
      'Reset-Token | ran | parameters: user=maria | result: done',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain('Nothing confirmed yet');
    expect(body).not.toContain('Nobody else was asked');
  });

  it('compares a technician’s own sentence with the whole record, and shows only a contradiction', async () => {
    const own = withOwn('Anna was asked too.');
    fake.answerReview(
      verdicts([5, 'not_supported', 'no row']),
      verdicts([5, 'contradicted', 'nobody was']),
    );
    const { review } = desk();
    expect(doubtsOf(await review(own))).toEqual([]);
    expect(JSON.stringify(seen())).toContain('Nobody else was asked');
    const reworded = withOwn('Anna was asked before.');
    expect(doubtsOf(await review(reworded), reworded)).toEqual([
      ['Anna was asked before.', 'The record may say otherwise: nobody was.'],
    ]);
  });

  it('is not asked about a note without sentences of its own', async () => {
    const empty = renderNote({ kind: 'resolve', sections: [[paragraph(fixedSentence('None.'))]] });
    expect(await desk().review(empty)).toEqual({ state: 'done', findings: [] });
    expect(fake.requests()).toHaveLength(0);
  });

  it('sends no secret of the technician’s sentences, and repeats none', async () => {
    fake.answerReview(verdicts([5, 'contradicted', 'the row has Harbor-Lantern-29 too']));
    const { review, secrets } = desk();
    secrets.remember('Harbor-Lantern-29', { session_id: 4 });
    const own = withOwn('The password is Harbor-Lantern-29.');
    const [doubt] = doubtsOf(await review(own), own);
    expect(JSON.stringify(fake.requests())).not.toContain('Lantern');
    expect(doubt?.[1]).toBe('The record may say otherwise: the row has (secret) too.');
  });
});

describe('an answer of the second reader', () => {
  it.each<[string, readonly Verdict[], readonly string[]]>([
    ['without some sentences', [[3, 'contradicted', 'x']], ['It was from May.']],
    [
      'with numbers that are none',
      [
        [0, 'contradicted'],
        [9, 'contradicted'],
        [-1, 'contradicted'],
        [1.5, 'contradicted'],
      ],
      [],
    ],
    [
      'with a sentence twice',
      [
        [2, 'supported'],
        [2, 'contradicted', 'x'],
      ],
      [],
    ],
    ['with nothing', [], []],
  ])('%s counts as far as it goes', async (_, given, expected) => {
    fake.answerReview(verdicts(...given));
    expect(doubtsOf(await desk().review()).map(([text]) => text)).toEqual(expected);
  });

  it.each([
    ['\u0007the row\u202e says\n\nMarch', 'the row says March'],
    ['<img src=x onerror=alert(1)>see <b>fact 1</b>', 'see fact 1'],
    ['x'.repeat(5_000), `${'x'.repeat(119)}…`],
    ['🙂'.repeat(500), `${'🙂'.repeat(119)}…`],
    ['Not there...', 'Not there'],
  ])('has a reason of one clean, short line: %#', async (reason, words) => {
    fake.answerReview(verdicts([2, 'not_supported', reason]));
    const [doubt] = doubtsOf(await desk().review());
    expect(doubt?.[1]).toBe(`The record may not support this: ${words}.`);
  });

  it('may go without a reason', async () => {
    fake.answerReview(verdicts([2, 'not_supported', '  ']));
    expect(doubtsOf(await desk().review())).toEqual([
      ['The token was old.', 'The record may not support this.'],
    ]);
  });

  it.each([
    ['a refusal', { text: 'No.', stop_reason: 'refusal' }, /declined/],
    ['one cut off', { text: '{"sentences":[{"num', stop_reason: 'max_tokens' }, /cut off/],
    ['an empty one', { text: '' }, /answered nothing/],
    ['a page of a proxy', { text: '<html><body>Sign in</body></html>' }, /could not be read/],
    [
      'another form',
      { text: { sentences: [{ number: 1, verdict: 'fine', reason: '' }] } },
      /could not be read/,
    ],
    ['a bad key', { status: 401 }, /does not accept the API key/],
    ['a fault', { status: 400, message: 'nonsense' }, /refused the request/],
    ['a limit', { status: 429, retry_after: 600 }, /reached its limit/],
  ] as const)('that is %s is a quiet line, and no finding', async (_, answer, words) => {
    fake.answerReview(answer);
    const { review, log } = desk();
    const failed = await review();
    expect(failed).toMatchObject({ state: 'failed', message: expect.stringMatching(words) });
    expect(failed).not.toHaveProperty('findings');
    expect(log.lines.join()).toContain('was not read a second time');
  });

  it('that takes too long is not waited for', async () => {
    fake.answerReview({ ...verdicts(), latency: 5_000 });
    expect(await desk({ patience: 80 }).review()).toEqual({
      state: 'failed',
      message: "The second reader didn't check this note. It took too long.",
    });
  });
});

describe('asking the second reader', () => {
  it.each<[string, DeskOptions]>([
    ['the setting is off', { settings: { note_review: false } }],
    ['there is no key', { key: null }],
    ['drafting stays on this machine', { settings: { local_drafts_only: true } }],
    ['the monthly limit is reached', { settings: { ai_monthly_limit: 1 }, spent: 1_000_000 }],
  ])('is off where %s', async (_, options) => {
    const { review, rows } = desk(options);
    expect(await review()).toEqual({ state: 'off' });
    expect(fake.requests()).toHaveLength(0);
    expect(rows).toEqual([]);
  });

  it('is off where there is no reader at all', async () => {
    const reviews = createNoteReview({
      reader: undefined,
      secrets: createSecretGuard(),
      log: createTestLog(),
      now: Date.now,
    });
    const asked = { session_id: 1, ...note(), bundle: bundle() };
    expect(await reviews.review(asked, undefined)).toEqual({ state: 'off' });
  });

  it('is counted as its own action, and adds to the month', async () => {
    fake.answerReview(verdicts([1, 'supported']));
    const { review, rows, account } = desk();
    await review();
    expect(rows).toMatchObject([
      {
        session_id: 4,
        action: 'note_review',
        usage: { model: 'claude-haiku-4-5', input_tokens: 812 },
      },
    ]);
    expect((await account.overview(4)).month.cost_microdollars).toBeGreaterThan(812);
  });

  it('happens once for the same sentences and rows, wherever they are in the text', async () => {
    fake.answerReview(verdicts([3, 'contradicted', 'March']));
    const { review, rows } = desk();
    const first = doubtsOf(await review());
    expect(doubtsOf(await review())).toEqual(first);
    const { markdown, evidence } = note();
    const moved = {
      markdown: `\n${markdown}`,
      evidence: evidence.map((one) => ({
        ...one,
        line: one.line + 1,
        from: one.from + 1,
        to: one.to + 1,
      })),
    };
    expect(doubtsOf(await review(moved), moved)).toEqual(first);
    expect(rows).toHaveLength(1);
  });

  it('happens again for another sentence and for another model', async () => {
    fake.answerReview(verdicts());
    const { review, rows, settings } = desk();
    await review();
    await review(withOwn('More.'));
    Object.assign(settings, { note_review_model: 'claude-haiku-5-5' });
    await review();
    expect(rows.map(({ usage }) => usage.model)).toEqual([
      'claude-haiku-4-5',
      'claude-haiku-4-5',
      'claude-haiku-5-5',
    ]);
  });

  it('is one request for all who ask at once', async () => {
    fake.answerReview({ ...verdicts([2, 'not_supported', 'x']), latency: 100 });
    const { review, rows } = desk();
    const [one, other] = await Promise.all([review(), review()]);
    expect(one).toEqual(other);
    expect(rows).toHaveLength(1);
  });

  it('stops for whoever leaves, and goes on for the others', async () => {
    fake.answerReview({ ...verdicts([2, 'not_supported', 'x']), latency: 300 });
    const { review } = desk();
    const controller = new AbortController();
    const left = review(note(), controller.signal);
    const stays = review();
    setTimeout(() => controller.abort(), 50);
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(doubtsOf(await stays)).toHaveLength(1);
  });

  it('is tried again after a failure', async () => {
    fake.answerReview({ text: '' }, verdicts([2, 'not_supported', 'x']));
    const { review } = desk();
    expect(await review()).toMatchObject({ state: 'failed' });
    expect(doubtsOf(await review())).toHaveLength(1);
  });

  it('waits until a limit of the API is over', async () => {
    fake.answerReview({ status: 429, retry_after: 600 }, verdicts());
    const { review, clock } = desk();
    await review();
    const asked = fake.requests().length;
    clock.now = Date.now();
    expect(await review()).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/reached its limit/),
    });
    expect(fake.requests()).toHaveLength(asked);
    clock.now = Date.now() + 601_000;
    expect(await review()).toMatchObject({ state: 'done' });
  });

  it('allows more tokens for more sentences', async () => {
    fake.answerReview(verdicts());
    const { review } = desk();
    const long = renderNote({
      kind: 'escalate',
      sections: [
        Array.from({ length: 400 }, (_, row) => bullet(sentence(`Line ${row}.`, 'fact:1'))),
      ],
    });
    await review();
    await review(long);
    const [few, many] = fake.requests().map(({ body }) => JSON.parse(body).max_tokens);
    expect(few).toBe(360);
    expect(many).toBe(6_200);
  });
});
