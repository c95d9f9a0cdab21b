import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const ROUNDS = 6;

test('SIGKILL at many moments: all that was answered as saved is there again', async ({ app }) => {
  test.setTimeout(180_000);
  let technician = new Technician(app.page);
  const { id: session_id } = await technician.value('sessions.create', {
    title: 'Killed again and again',
    intake: '',
    domain: 'other',
    ticket_ref: '',
  });
  const saved = { facts: new Set<string>(), messages: new Set<string>(), draft: '' };

  for (let round = 0; round < ROUNDS; round += 1) {
    const seen: string[] = [];
    await app.page.exposeFunction(`acknowledge${round}`, (what: string) => void seen.push(what));
    void app.page.evaluate(writeWithoutEnd, { session_id, round }).catch(() => undefined);
    // Not the same moment twice: early, in the middle of a burst, late.
    await app.page.waitForTimeout(40 + round * 67);
    await app.kill('SIGKILL');
    for (const what of seen) {
      const [kind, text = ''] = what.split('\u0001');
      if (kind === 'fact') saved.facts.add(text);
      if (kind === 'message') saved.messages.add(text);
      if (kind === 'draft') saved.draft = text;
    }

    await app.relaunch();
    technician = new Technician(app.page);
    const snapshot = await technician.value('sessions.get', { session_id });
    const facts = new Set(snapshot.facts.map(({ text }) => text));
    const messages = new Set(snapshot.messages.map(({ body }) => body));
    expect([...saved.facts].filter((text) => !facts.has(text))).toEqual([]);
    expect([...saved.messages].filter((text) => !messages.has(text))).toEqual([]);
    if (saved.draft !== '') {
      // The one after the last that was answered may have been written, too.
      const kept = Number(snapshot.drafts[0]?.markdown.split(' ').at(-1));
      expect(kept).toBeGreaterThanOrEqual(Number(saved.draft.split(' ').at(-1)));
    }
  }
  expect(saved.facts.size).toBeGreaterThan(10);
});

/** Runs in the page: writes of each sort, one after the other, each told as soon as it is answered. */
async function writeWithoutEnd({ session_id, round }: { session_id: number; round: number }) {
  const { invoke } = window.resolutionFlow;
  const acknowledge = (window as unknown as Record<string, (what: string) => void>)[
    `acknowledge${round}`
  ];
  for (let index = 0; index < 100_000; index += 1) {
    const stamp = round * 100_000 + index;
    const fact = `Fact ${stamp}`;
    const body = `Message ${stamp}`;
    const markdown = `Draft ${stamp}`;
    const writes = [
      ['fact', fact, 'facts.add', { session_id, text: fact, source_type: 'technician' }],
      ['message', body, 'messages.add', { session_id, body }],
      [
        'draft',
        markdown,
        'drafts.save',
        { session_id, kind: 'resolve', markdown, base_markdown: '', base_state_version: 0 },
      ],
    ] as const;
    for (const [kind, text, name, input] of writes) {
      const answer = await invoke(name, input);
      if (answer.ok) acknowledge?.(`${kind}\u0001${text}`);
    }
  }
}
