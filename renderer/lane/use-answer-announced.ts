import { useEffect, useRef } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { streamingMessage } from '../bridge/use-turn.ts';
import { announce } from '../ui/announcer.tsx';
import { endedAnnouncement } from './writing-words.ts';

/** Says when the copilot begins to write in the session at hand, and how it ended; not each word. */
export function useAnswerAnnounced({ messages }: SessionSnapshot): void {
  const writing = streamingMessage(messages)?.id;
  const last = useRef(writing);
  useEffect(() => {
    const before = last.current;
    last.current = writing;
    if (writing === before) return;
    if (writing !== undefined) return announce('The copilot is writing.');
    const ended = messages.find(({ id }) => id === before);
    if (ended !== undefined) announce(endedAnnouncement(ended));
  }, [writing, messages]);
}
