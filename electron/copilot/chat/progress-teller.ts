import type { CopilotStep } from '../../../shared/domain/ai.ts';

/** What came since the last time. */
export interface Piece {
  readonly step: CopilotStep;
  readonly offset: number;
  readonly text: string;
}

export interface ProgressTeller {
  /** The whole text as far as it has come. It must begin with what was told before. */
  update(step: CopilotStep, text: string): void;
  /** Tells what is not told yet, and nothing after that. */
  end(): void;
}

/** A model writes faster than a person reads; the window is told at most this often. */
const PACE_MILLISECONDS = 50;

/** Tells a growing text in pieces: each new step at once, the text at a pace that the window can show. */
export function createProgressTeller(tell: (piece: Piece) => void): ProgressTeller {
  let step: CopilotStep = 'asking';
  let text = '';
  let told = 0;
  let told_at = 0;
  let later: NodeJS.Timeout | undefined;
  let hasEnded = false;

  function tellNow() {
    clearTimeout(later);
    later = undefined;
    told_at = performance.now();
    const piece = { step, offset: told, text: text.slice(told) };
    told = text.length;
    tell(piece);
  }

  return {
    update(nextStep, nextText) {
      if (hasEnded) return;
      const isNewStep = step !== nextStep;
      if (!isNewStep && nextText.length === told) return;
      step = nextStep;
      text = nextText;
      const wait = PACE_MILLISECONDS - (performance.now() - told_at);
      if (isNewStep || wait <= 0) tellNow();
      else later ??= setTimeout(tellNow, wait);
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(later);
      if (text.length > told) tellNow();
    },
  };
}
