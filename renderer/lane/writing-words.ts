import type { CopilotStep } from '../../shared/domain/ai.ts';
import type { Message } from '../../shared/domain/message.ts';

/** What the copilot is doing, in words. */
export const WRITING_WORDS: Readonly<Record<CopilotStep, string>> = {
  asking: 'Copilot is thinking',
  waiting: 'Claude is busy; it is asked again in a moment',
  writing: 'Copilot is writing',
  proposing: 'Copilot is putting proposals together',
  searching: 'Copilot is looking at similar work',
};

/** Why an answer is not complete, in words; null for one that is, or still being written. */
export function endedWords({ state, failure, body }: Message): string | null {
  const kept = body.trim() === '' ? '' : ' What had come is kept.';
  switch (state) {
    case 'complete':
    case 'streaming':
      return null;
    case 'stopped':
      return body.trim() === '' ? 'Stopped before it began.' : 'Stopped here.';
    case 'interrupted':
      return `The app closed while this was being written.${kept}`;
    case 'failed':
      return `${failure?.message ?? 'The answer did not come.'}${kept}`;
  }
}

/** What a screen reader says when an answer has ended. */
export function endedAnnouncement(message: Message): string {
  return message.state === 'complete'
    ? 'The copilot has answered.'
    : `The answer is not complete. ${endedWords(message) ?? ''}`.trim();
}
