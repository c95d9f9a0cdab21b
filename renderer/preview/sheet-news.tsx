import type { AiFailure, Preview } from '../../shared/domain/note.ts';
import { type Generation, isUnderWay, type Work } from './generation.ts';
import { NewNoteBar } from './new-note-bar.tsx';
import { hasOwnEdits, type NoteBase, type NoteVersion } from './note-version.ts';
import type { Replacing } from './replacing.ts';
import { SubstituteStrip } from './substitute-strip.tsx';
import { WorkStrip } from './work-strip.tsx';

interface SheetNewsProps {
  readonly version: NoteVersion;
  readonly preview: Preview | undefined;
  /** There is a generated note that the text was not replaced by. */
  readonly offered: boolean;
  readonly comparing: boolean;
  readonly work: Work;
  readonly generation: Generation;
  readonly onKeep: () => void;
  readonly onCompare: () => void;
  /** Puts another note in place of the text; asks first where that is the technician's own. */
  readonly onReplace: (how: Replacing) => void;
}

/** What there is to tell of the note above its text; the text stays as it is. */
export function SheetNews(props: SheetNewsProps) {
  const { version, preview, offered, work, generation, onReplace } = props;
  const failure = preview ? untoldFailure(version.base, preview) : null;
  return (
    <>
      <WorkStrip
        work={work}
        hasText
        onStop={() => generation.stop()}
        onRetry={() => onReplace('retry')}
        onUseLocal={() => onReplace('local')}
        onDismiss={() => generation.dismiss()}
      />
      {offered && preview && !isUnderWay(work) && (
        <NewNoteBar
          factsChanged={preview.state_version !== version.base.stateVersion}
          failure={failure}
          edited={hasOwnEdits(version)}
          comparing={props.comparing}
          onKeep={props.onKeep}
          onCompare={props.onCompare}
          onTake={() => onReplace('shown')}
          onRegenerate={() => onReplace('anew')}
        />
      )}
      {!offered && work.phase === 'idle' && preview?.ai_failure && version.base.origin !== 'ai' && (
        <SubstituteStrip failure={preview.ai_failure} onRetry={() => onReplace('anew')} />
      )}
    </>
  );
}

/** Why the note on offer is not the AI's, where the text on the screen may be. */
function untoldFailure({ origin }: NoteBase, { ai_failure }: Preview): AiFailure | null {
  if (ai_failure === null || origin === 'local') return null;
  return origin === 'ai' || ai_failure.code !== 'NOT_CONFIGURED' ? ai_failure : null;
}
