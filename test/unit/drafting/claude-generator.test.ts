import { describe, expect, it, vi } from 'vitest';
import { createClaudeGenerator } from '../../../electron/drafting/claude/claude-generator.ts';
import type { ModelQuestion } from '../../../electron/drafting/claude/note-model.ts';
import type { NoteProgress } from '../../../electron/drafting/generator.ts';
import {
  buildBundle,
  checkNote,
  type DraftingSnapshot,
  type NoteDocument,
  renderNote,
} from '../../../electron/drafting/index.ts';
import type { NoteKind, NoteTone } from '../../../shared/domain/note.ts';
import { AppError } from '../../../shared/errors.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const snapshot = () =>
  session({ title: 'Outlook asks for a password', intake: 'Outlook asks for a password.' })
    .fact('diagnostic_check', 'Webmail opens without a prompt.')
    .fact('technician', 'An old sign-in was kept on the computer.')
    .fix('Clear the stored sign-in', { confidence: 86, outcome: 'worked' })
    .build();

const GOOD = {
  problem: { text: 'Outlook asked for a password.', evidence_ids: ['session'] },
  confirmed: [{ text: 'Webmail opens without a prompt.', evidence_ids: ['fact:1'] }],
  root_cause: { text: 'An old sign-in was kept on the computer.', evidence_ids: ['fact:2'] },
  resolution: [{ text: 'We cleared the stored sign-in.', evidence_ids: ['fix:1'] }],
};

const GOOD_PACKAGE = {
  problem: { text: 'Outlook asked for a password.', evidence_ids: ['session'] },
  confirmed: [
    { text: 'Webmail opens without a prompt.', evidence_ids: ['fact:1'] },
    { text: 'An old sign-in was kept on the computer.', evidence_ids: ['fact:2'] },
  ],
  tried: [{ text: 'Clear the stored sign-in: it worked.', evidence_ids: ['fix:1'] }],
  hypothesis_reasons: null,
  next_steps: [{ text: 'Ask the user tomorrow.', evidence_ids: ['fact:1'] }],
};

function desk(
  kind: NoteKind,
  answers: readonly (string | object | Error)[],
  from = snapshot(),
  tone: NoteTone = 'plain',
) {
  const bundle = buildBundle(from);
  const questions: ModelQuestion[] = [];
  const progress: NoteProgress[] = [];
  const generator = createClaudeGenerator({
    now: () => 1_000,
    tone: async () => tone,
    open: async () => ({
      model: 'claude-test',
      base_address: 'https://api.anthropic.com',
      async ask(question) {
        questions.push({ ...question, turns: [...question.turns] });
        const answer = answers[questions.length - 1];
        if (answer instanceof Error) throw answer;
        const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
        question.onProgress({ step: 'asking' });
        question.onProgress({ step: 'writing', text: text.slice(0, 60), output_tokens: 15 });
        question.onProgress({ step: 'writing', text, output_tokens: 40 });
        return { text, input_tokens: 500, output_tokens: 50 };
      },
    }),
  });
  const review = vi.fn(async (document: NoteDocument) => {
    const note = renderNote(document);
    return checkNote({ kind, markdown: note.markdown, bundle, bases: [note] }).findings;
  });
  const run = () =>
    generator.generate({
      session_id: 1,
      kind,
      bundle,
      secrets_removed: 2,
      signal: new AbortController().signal,
      review,
      onProgress: (one) => void progress.push(one),
    });
  return { run, questions, progress };
}

function markdownOf({ document }: { document: NoteDocument }) {
  return renderNote(document).markdown;
}

describe('drafting with Claude', () => {
  it('writes the note from the answer, and keeps what was sent', async () => {
    const { run, questions } = desk('resolve', [GOOD]);
    const note = await run();
    expect(markdownOf(note)).toBe(
      [
        '## Problem',
        'Outlook asked for a password.',
        '',
        '## What we confirmed',
        '- Webmail opens without a prompt.',
        '',
        '## Root cause',
        'An old sign-in was kept on the computer.',
        '',
        '## Resolution',
        '- We cleared the stored sign-in.',
        '',
      ].join('\n'),
    );
    expect(note.sent).toMatchObject({
      model: 'claude-test',
      secrets_removed: 2,
      sent_at: 1_000,
      turns: 1,
      input_tokens: 500,
      output_tokens: 50,
      system: questions[0]?.system,
      message: questions[0]?.turns[0]?.text,
    });
    expect(questions[0]?.max_tokens).toBe(1_400);
  });

  it('asks with the ids of this session alone, in a form without any other field', async () => {
    const { run, questions } = desk('resolve', [GOOD]);
    await run();
    const schema = JSON.stringify(questions[0]?.schema);
    for (const id of ['session', 'fact:1', 'fact:2', 'fix:1']) expect(schema).toContain(`"${id}"`);
    expect(schema).not.toContain('fact:3');
    for (const field of ['recipient', 'status', 'visib', 'ticket']) {
      expect(schema).not.toContain(field);
    }
  });

  it('has the same instructions for every note of a kind, and the record fenced', async () => {
    const other = session({ title: 'Printer' }).fact('technician', 'Paper is out.').build();
    const one = desk('resolve', [GOOD]);
    const two = desk('resolve', [GOOD, GOOD], other);
    await one.run();
    await two.run().catch(() => undefined);
    expect(one.questions[0]?.system).toBe(two.questions[0]?.system);
    const message = one.questions[0]?.turns[0]?.text ?? '';
    const [, word] = message.match(/^Record begins (\w+)\n/) ?? [];
    expect(message).toContain(`\nRecord ends ${word}\n`);
    expect(message.split(word ?? '?')).toHaveLength(3);
  });

  it('words the customer’s note in the tone that was chosen, and no package', async () => {
    const systemIn = async (kind: NoteKind, tone: NoteTone) => {
      const answer = kind === 'resolve' ? GOOD : GOOD_PACKAGE;
      const { run, questions } = desk(kind, [answer], snapshot(), tone);
      const { sent } = await run();
      expect(sent?.system).toBe(questions[0]?.system);
      return sent?.system ?? '';
    };
    const plain = await systemIn('resolve', 'plain');
    for (const tone of ['friendly', 'formal'] as const) {
      const worded = await systemIn('resolve', tone);
      expect(worded.startsWith(`${plain}\n\nTone: `)).toBe(true);
    }
    expect(await systemIn('escalate', 'formal')).toBe(await systemIn('escalate', 'plain'));
  });

  it('tells how far it is, with the note as it comes', async () => {
    const { run, progress } = desk('resolve', [GOOD]);
    await run();
    expect(progress.map(({ step }) => step)).toEqual(['asking', 'writing', 'writing', 'checking']);
    expect(progress[1]?.markdown).toBe('## Problem\nOutlook asked for a password.\n');
    expect(progress[2]?.markdown).toContain('- We cleared the stored sign-in.');
  });

  it('puts findings to it once, and takes the better answer', async () => {
    const wrong = {
      ...GOOD,
      confirmed: [
        { text: 'Webmail opens at 10.0.0.7 without a prompt.', evidence_ids: ['fact:1'] },
      ],
    };
    const { run, questions } = desk('resolve', [wrong, GOOD]);
    const note = await run();
    expect(questions).toHaveLength(2);
    const [, assistant, objection] = questions[1]?.turns ?? [];
    expect(assistant?.text).toBe(JSON.stringify(wrong));
    expect(objection?.text).toContain('10.0.0.7');
    expect(markdownOf(note)).not.toContain('10.0.0.7');
    expect(note.sent).toMatchObject({ turns: 2, input_tokens: 1_000, output_tokens: 100 });
  });

  it('keeps the first answer where the second is worse, or does not come', async () => {
    const wrong = { ...GOOD, problem: { text: 'TBD', evidence_ids: ['session'] } };
    const worse = { ...wrong, resolution: [{ text: 'TODO', evidence_ids: ['fix:1'] }] };
    expect(markdownOf(await desk('resolve', [wrong, worse]).run())).toContain('cleared');
    const broken = new AppError('AI_FAILED', 'It broke off.');
    expect(markdownOf(await desk('resolve', [wrong, broken]).run())).toContain('cleared');
  });

  it('asks again for an answer that does not fit the form, and gives up after that', async () => {
    const { run, questions } = desk('resolve', ['{"problem":', GOOD]);
    expect(markdownOf(await run())).toContain('cleared');
    expect(questions[1]?.turns.at(-1)?.text).toContain('did not fit');
    const invented = {
      ...GOOD,
      problem: { text: 'x', evidence_ids: ['fact:77'] },
    };
    await expect(desk('resolve', [invented, 'nonsense']).run()).rejects.toMatchObject({
      code: 'AI_FAILED',
    });
  });

  it('writes what the contract fixes itself', async () => {
    const untried = session()
      .fact('technician', 'The cable is loose.')
      .fix('Replace the cable', { confidence: 85 })
      .build();
    const answer = {
      ...GOOD_PACKAGE,
      confirmed: [{ text: 'The cable is loose.', evidence_ids: ['fact:1'] }],
      tried: [],
      hypothesis_reasons: { text: 'The loose cable speaks for it.', evidence_ids: ['fact:1'] },
      next_steps: [{ text: 'Replace the cable today.', evidence_ids: ['fix:1'] }],
    };
    const { run } = desk('escalate', [answer, answer], untried);
    const markdown = markdownOf(await run());
    expect(markdown).toContain('No diagnostic actions run yet.');
    expect(markdown).toContain(
      'The leading suggestion, at 85 % confidence, is: Replace the cable. It has not been tried yet. The loose cable speaks for it.',
    );
    expect(markdown).toContain(
      '## Suggested next steps\n- Try the suggested fix: Replace the cable.\n',
    );
    expect(markdown).not.toContain('Replace the cable today');
  });

  it('names no hypothesis below 60 per cent, whatever the model says', async () => {
    const unsure = session()
      .fact('technician', 'Slow.')
      .fix('Add memory', { confidence: 40 })
      .build();
    const answer = {
      ...GOOD_PACKAGE,
      confirmed: [{ text: 'Slow.', evidence_ids: ['fact:1'] }],
      tried: [],
      hypothesis_reasons: { text: 'It is surely the memory.', evidence_ids: ['fix:1'] },
    };
    const markdown = markdownOf(await desk('escalate', [answer, answer], unsure).run());
    expect(markdown).toContain('No leading hypothesis yet');
    expect(markdown).not.toContain('surely');
  });

  it('tells no cause that rests on a suspicion', async () => {
    const suspicion: DraftingSnapshot = session()
      .fact('technician', 'Slow.')
      .fix('Add memory', { outcome: 'failed', outcome_note: 'no change' })
      .build();
    const answer = { ...GOOD, root_cause: { text: 'Too little memory.', evidence_ids: ['fix:1'] } };
    const markdown = markdownOf(await desk('resolve', [answer, answer], suspicion).run());
    expect(markdown).toContain('The root cause was not determined.');
    expect(markdown).not.toContain('Too little memory');
  });

  it('takes off what models like to put around a line', async () => {
    const dressed = {
      ...GOOD,
      resolution: [{ text: '- **We** cleared\nthe stored sign-in.', evidence_ids: ['fix:1'] }],
    };
    expect(markdownOf(await desk('resolve', [dressed]).run())).toContain(
      '- We cleared the stored sign-in.',
    );
  });
});
