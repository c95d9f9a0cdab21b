import { describe, expect, it, vi } from 'vitest';
import { createComposers, type Sendable } from '../../../../renderer/lane/composers.ts';
import { createUnsentMessages } from '../../../../renderer/lane/unsent-messages.ts';
import { AppError } from '../../../../shared/errors.ts';

function slowDelivery() {
  const sent: Sendable[] = [];
  let finish = (_error?: unknown) => {};
  const deliver = vi.fn(
    (_sessionId: number, input: Sendable) =>
      new Promise<void>((resolve, reject) => {
        sent.push(input);
        finish = (error) => (error === undefined ? resolve() : reject(error));
      }),
  );
  const composers = createComposers({
    keeper: createUnsentMessages(undefined),
    edits: createUnsentMessages(undefined, 'unsent-edit'),
    deliver,
  });
  return { composers, sent, deliver, finish: (error?: unknown) => finish(error) };
}

describe('composers', () => {
  it('send a text once, however often and from wherever Enter is pressed meanwhile', async () => {
    const { composers, sent, finish } = slowDelivery();
    composers.write(1, 'The printer is offline.');
    const first = composers.send(1);
    // The session is left and opened again: whoever looks at it sees the send under way.
    expect(composers.get(1)).toMatchObject({ text: 'The printer is offline.', sending: true });
    await composers.send(1);
    await composers.send(1);
    finish();
    await first;
    expect(sent).toEqual([{ type: 'message', body: 'The printer is offline.', replaces: null }]);
    expect(composers.get(1)).toEqual({
      text: '',
      problem: undefined,
      sending: false,
      editing: undefined,
    });
  });

  it('let another session send meanwhile, and keep what was typed there', async () => {
    const { composers, deliver, finish } = slowDelivery();
    composers.write(1, 'one');
    const first = composers.send(1);
    composers.write(2, 'two');
    expect(composers.get(2).sending).toBe(false);
    finish();
    await first;
    expect(composers.get(2).text).toBe('two');
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('keep the text of a send that failed, with the reason, and can send it again', async () => {
    const { composers, sent, finish } = slowDelivery();
    composers.write(1, '/fact The lease ran out.');
    const first = composers.send(1);
    finish(new AppError('DISK_FULL', 'The disk is full.'));
    await first;
    expect(composers.get(1)).toEqual({
      text: '/fact The lease ran out.',
      problem: 'Not sent. The disk is full.',
      sending: false,
      editing: undefined,
    });
    const second = composers.send(1);
    finish();
    await second;
    expect(sent).toHaveLength(2);
    expect(composers.get(1).text).toBe('');
  });

  it('say in words why a text cannot be sent, and tell their listeners', async () => {
    const { composers, deliver } = slowDelivery();
    const listener = vi.fn();
    const stop = composers.subscribe(listener);
    composers.write(1, '/nonsense');
    await composers.send(1);
    expect(composers.get(1).problem).toMatch(/no command/);
    expect(deliver).not.toHaveBeenCalled();
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    composers.write(1, '');
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

/** Composers that deliver at once, over keepers that outlive them. */
function editable(options: Partial<Parameters<typeof createComposers>[0]> = {}) {
  const sent: Sendable[] = [];
  const keeper = createUnsentMessages(undefined);
  const edits = createUnsentMessages(undefined, 'unsent-edit');
  const make = () =>
    createComposers({
      keeper,
      edits,
      deliver: async (_sessionId, input) => {
        sent.push(input);
      },
      ...options,
    });
  return { sent, make, composers: make() };
}

describe('edits', () => {
  it('put the message into the box and bring back what stood there', async () => {
    const { composers, sent } = editable();
    composers.write(1, 'half a thought');
    composers.edit(1, 12, 'The printer is offline.');
    composers.write(1, 'The printer is off.');
    await composers.send(1);
    expect(sent).toEqual([{ type: 'message', body: 'The printer is off.', replaces: 12 }]);
    expect(composers.get(1)).toMatchObject({ text: 'half a thought', editing: undefined });
  });

  it('can be left, and the words that went with it are told', () => {
    const { composers } = editable();
    composers.write(1, 'half a thought');
    composers.edit(1, 12, 'before');
    composers.write(1, 'after');
    expect(composers.cancelEdit(1)).toBe('after');
    expect(composers.get(1)).toMatchObject({ text: 'half a thought', editing: undefined });
    expect(composers.cancelEdit(1)).toBe('');
  });

  it('survive the window, and are then still no new message', async () => {
    const { composers, make, sent } = editable();
    composers.write(1, 'half a thought');
    composers.edit(1, 12, 'two\nlines');
    const later = make();
    expect(later.get(1)).toMatchObject({ text: 'two\nlines', editing: { messageId: 12 } });
    await later.send(1);
    expect(sent).toEqual([{ type: 'message', body: 'two\nlines', replaces: 12 }]);
    expect(later.get(1).text).toBe('half a thought');
  });

  it('are messages, not commands', async () => {
    const { composers, sent } = editable();
    composers.edit(1, 12, '/fact It rained.');
    await composers.send(1);
    expect(sent).toEqual([]);
    expect(composers.get(1)).toMatchObject({
      text: '/fact It rained.',
      editing: { messageId: 12 },
    });
    expect(composers.get(1).problem).toMatch(/Cancel the edit/);
  });

  it('stay when they could not be sent', async () => {
    const { composers } = editable({ deliver: () => Promise.reject(new Error('no')) });
    composers.edit(1, 12, 'words');
    await composers.send(1);
    expect(composers.get(1)).toMatchObject({ text: 'words', editing: { messageId: 12 } });
  });
});

describe('sending', () => {
  it('is refused in words while it must wait, and the text stays', async () => {
    let writing = true;
    const { composers, sent } = editable({
      refusal: (_sessionId, { type }) => (writing && type === 'message' ? 'Wait.' : undefined),
    });
    composers.write(1, 'and another thing');
    await composers.send(1);
    expect(composers.get(1)).toMatchObject({ text: 'and another thing', problem: 'Wait.' });
    await composers.send(1, '/resolve');
    expect(sent.map(({ type }) => type)).toEqual(['command']);
    writing = false;
    composers.write(1, 'and another thing');
    await composers.send(1);
    expect(sent).toHaveLength(2);
  });

  it('needs no words where there is something else to send', async () => {
    const { composers, sent } = editable({ hasMore: (sessionId) => sessionId === 1 });
    await composers.send(1);
    await composers.send(2);
    expect(sent).toEqual([{ type: 'message', body: '', replaces: null }]);
  });

  it('needs no words in the edit of a message that keeps its pictures', async () => {
    const { composers, sent } = editable({ hasMore: (_sessionId, editedId) => editedId === 12 });
    composers.edit(1, 11, '');
    await composers.send(1);
    composers.edit(1, 12, '');
    await composers.send(1);
    expect(sent).toEqual([{ type: 'message', body: '', replaces: 12 }]);
  });
});
