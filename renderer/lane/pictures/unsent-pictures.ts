import { create } from 'zustand';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { SessionSnapshot } from '../../../shared/domain/snapshot.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { invoke } from '../../bridge/client.ts';
import { keys, queryClient } from '../../bridge/queries.ts';
import { describeError } from '../../ui/errors.ts';
import { counted } from '../../ui/words.ts';
import { makeReady } from './make-ready.ts';
import { picturesOf } from './pictures-by-message.ts';

/*
 * Pictures for the next message of each session. The session keeps them, so that neither a switch of
 * session nor a reload loses one; here stands only what is on its way there, and what is leaving.
 */

interface OnTheWay {
  readonly adding: number;
  /** Sent or removed; the session may not have said so yet. */
  readonly gone: ReadonlySet<number>;
}

const NOTHING: OnTheWay = { adding: 0, gone: new Set() };

const useAll = create<Readonly<Record<number, OnTheWay>>>()(() => ({}));

const of = (sessionId: number) => useAll.getState()[sessionId] ?? NOTHING;

function change(sessionId: number, with_: Partial<OnTheWay>) {
  useAll.setState({ [sessionId]: { ...of(sessionId), ...with_ } });
}

function withoutMessage(attachments: readonly Attachment[], gone: ReadonlySet<number>) {
  return attachments.filter(
    ({ id, kind, message_id, fact_id, script_id }) =>
      kind === 'image' &&
      message_id === null &&
      fact_id === null &&
      script_id === null &&
      !gone.has(id),
  );
}

/** The pictures that go with the next message, and how many more are being made ready. */
export function useUnsentPictures({ session, attachments }: SessionSnapshot) {
  const { adding, gone } = useAll((all) => all[session.id] ?? NOTHING);
  return { pictures: withoutMessage(attachments, gone), adding };
}

/** The same, outside of a view. */
export function unsentPictures(sessionId: number) {
  const { adding, gone } = of(sessionId);
  const snapshot = queryClient.getQueryData<SessionSnapshot>(keys.snapshot(sessionId));
  return { pictures: withoutMessage(snapshot?.attachments ?? [], gone), adding };
}

/**
 * What goes with a message that is sent now: the pictures that wait, and where it is an edit of one that
 * was sent, before them the pictures of that. New words alone do not take those away.
 */
export function picturesToSend(sessionId: number, editedId: number | null): readonly Attachment[] {
  const snapshot = queryClient.getQueryData<SessionSnapshot>(keys.snapshot(sessionId));
  const kept = editedId === null ? [] : picturesOf(snapshot?.attachments ?? [], editedId);
  return [...kept, ...unsentPictures(sessionId).pictures];
}

const refresh = (sessionId: number) =>
  queryClient.invalidateQueries({ queryKey: keys.snapshot(sessionId) });

/** Takes pictures in; answers what to say of those that could not be, or undefined. */
export async function addPictures(
  sessionId: number,
  files: readonly File[],
): Promise<string | undefined> {
  const images = files.filter(({ type }) => type.startsWith('image/'));
  const { pictures, adding } = unsentPictures(sessionId);
  const room = Math.max(0, LIMITS.attachments_a_message - pictures.length - adding);
  const taken = images.slice(0, room);
  let problem = refusedWords(files.length - images.length, images.length - taken.length);
  change(sessionId, { adding: adding + taken.length });
  for (const file of taken) {
    try {
      await addPicture(sessionId, file);
    } catch (error) {
      problem = describeError(error);
    } finally {
      change(sessionId, { adding: of(sessionId).adding - 1 });
    }
  }
  return problem;
}

async function addPicture(sessionId: number, file: File) {
  const { media_type, data } = await makeReady(file);
  const name = file.name.slice(-LIMITS.attachment_name) || 'Picture';
  const attachment = await invoke('attachments.addImage', {
    session_id: sessionId,
    name,
    media_type,
    data,
  });
  queryClient.setQueryData(keys.attachment(attachment.id), { attachment, data });
  await refresh(sessionId);
}

function refusedWords(noPictures: number, tooMany: number): string | undefined {
  if (noPictures > 0) {
    return 'Only pictures can be added here. Paste text into the box; a large log is best kept in a file, with a word here on where it is.';
  }
  if (tooMany === 0) return undefined;
  return `A message can hold ${LIMITS.attachments_a_message} pictures; ${counted(tooMany, 'picture')} ${tooMany === 1 ? 'was' : 'were'} left out. Send these first.`;
}

/** Takes a picture off before it was sent. */
export async function removePicture(sessionId: number, attachmentId: number): Promise<void> {
  markGone(sessionId, [attachmentId]);
  try {
    await invoke('attachments.remove', { attachment_id: attachmentId });
    await refresh(sessionId);
  } catch (error) {
    const gone = new Set(of(sessionId).gone);
    gone.delete(attachmentId);
    change(sessionId, { gone });
    throw error;
  }
}

/** These were sent: they do not go along a second time. */
export function markGone(sessionId: number, attachmentIds: readonly number[]): void {
  if (attachmentIds.length === 0) return;
  change(sessionId, { gone: new Set([...of(sessionId).gone, ...attachmentIds]) });
}
