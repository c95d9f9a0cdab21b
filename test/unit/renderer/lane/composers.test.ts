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
  const composers = createComposers({ keeper: createUnsentMessages(undefined), deliver });
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
    expect(sent).toEqual([{ type: 'message', body: 'The printer is offline.' }]);
    expect(composers.get(1)).toEqual({ text: '', problem: undefined, sending: false });
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
