import { describe, expect } from 'vitest';
import { attachmentSchema } from '../../../shared/domain/attachment.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { createTestClock, openTestStore } from '../../fixtures/sessions.ts';
import { newSession, test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });
const INVALID_INPUT = expect.objectContaining({ code: 'INVALID_INPUT' });

const PICTURE = { name: 'Screen', media_type: 'image/png' };
/** All byte values. */
const BYTES = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
const DAY_MS = 24 * 60 * 60 * 1_000;

describe('attachments', () => {
  test('hold pictures byte for byte', ({ store, session: session_id }) => {
    const picture = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    expect(attachmentSchema.strict().parse(picture)).toEqual(picture);
    expect(picture).toMatchObject({ ...PICTURE, kind: 'image', size: 512, message_id: null });
    const { attachment, content } = store.attachments.get(picture.id);
    expect(attachment).toEqual(picture);
    expect(content.equals(BYTES)).toBe(true);
    expect(store.attachments.list(session_id)).toEqual([picture]);
    expect(() => store.attachments.get(99)).toThrow(NOT_FOUND);
  });

  test('have a size', ({ store, session: session_id }) => {
    const add = (bytes: Buffer) => () =>
      store.attachments.addImage({ session_id, ...PICTURE, bytes });
    expect(add(Buffer.alloc(0))).toThrow(INVALID_INPUT);
    expect(add(Buffer.alloc(LIMITS.image_bytes + 1))).toThrow(INVALID_INPUT);
    expect(add(Buffer.alloc(LIMITS.image_bytes))().size).toBe(LIMITS.image_bytes);
  });

  test('hold outputs of facts and scripts of the same session', ({ store, session }) => {
    const fact_id = store.facts.add({
      ...{ session_id: session, text: 'x', source_type: 'technician' },
    }).id;
    const script_id = store.scripts.generate({
      ...{ session_id: session, template_key: null, name: 'x', language: 'bash', body: '' },
      parameters: [],
    }).id;
    const output = { session_id: session, name: 'Output', text: 'Grüße 🖨️' };
    const ofFact = store.attachments.addText({ ...output, fact_id });
    const ofScript = store.attachments.addText({ ...output, script_id });
    expect(ofFact).toMatchObject({
      fact_id,
      script_id: null,
      size: Buffer.byteLength(output.text),
    });
    expect(store.attachments.get(ofScript.id).content.toString()).toBe(output.text);
    const elsewhere = { ...output, session_id: newSession(store, 'Another one') };
    expect(() => store.attachments.addText({ ...elsewhere, fact_id })).toThrow(NOT_FOUND);
    expect(() => store.attachments.addText({ ...elsewhere, script_id })).toThrow(NOT_FOUND);
    store.scripts.discard(script_id);
    expect(store.attachments.list(session)).toEqual([ofFact]);
    expect(() => store.attachments.remove(ofFact.id)).toThrow(CONFLICT);
  });

  test('that were not sent can be removed', ({ store, session: session_id }) => {
    const { id } = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    expect(store.attachments.remove(id)).toBe(true);
    expect(store.attachments.remove(id)).toBe(false);
    const sent = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    store.messages.add({
      ...{ session_id, author: 'technician', body: '', attachment_ids: [sent.id] },
    });
    expect(() => store.attachments.remove(sent.id)).toThrow(CONFLICT);
  });

  test('go with a message of their own session only', ({ store, session: session_id }) => {
    const other = newSession(store, 'Another one');
    const mine = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    const theirs = store.attachments.addImage({ session_id: other, ...PICTURE, bytes: BYTES });
    const send = (attachment_ids: readonly number[]) => () =>
      store.messages.add({ session_id, author: 'technician', body: 'x', attachment_ids });
    expect(send([mine.id, theirs.id])).toThrow(INVALID_INPUT);
    expect(store.messages.list(session_id)).toEqual([]);
    expect(store.attachments.list(session_id)).toEqual([mine]);
    const { id } = send([mine.id, mine.id])();
    expect(store.attachments.ofMessages([id])).toEqual([{ ...mine, message_id: id }]);
  });

  test('that were never sent are dropped a day later', ({ folder }) => {
    const start = Date.UTC(2026, 0, 5, 9);
    const store = openTestStore(folder, createTestClock(start));
    const session_id = newSession(store);
    const unsent = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    const sent = store.attachments.addImage({ session_id, ...PICTURE, bytes: BYTES });
    store.messages.add({
      ...{ session_id, author: 'technician', body: '', attachment_ids: [sent.id] },
    });
    store.close();
    const ids = (from: number) => {
      const again = openTestStore(folder, createTestClock(from));
      const list = again.attachments.list(session_id).map(({ id }) => id);
      again.close();
      return list;
    };
    expect(ids(start + DAY_MS - 60_000)).toEqual([unsent.id, sent.id]);
    expect(ids(start + DAY_MS + 60_000)).toEqual([sent.id]);
  });
});
