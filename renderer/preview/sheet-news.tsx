import { CloudOff, RefreshCw, Sparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AiFailure, Preview } from '../../shared/domain/note.ts';
import { useCall, useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { useViewState } from '../view-state.ts';
import { wayAfterFailure } from './ai-words.ts';
import { type Generation, isUnderWay, type Work } from './generation.ts';
import { hasOwnEdits, type NoteBase, type NoteVersion } from './note-version.ts';
import { FailureActions, Strip } from './strip.tsx';
import type { Replacing } from './use-replacing.ts';
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

/** News of the note, above its text; the text stays as it is. */
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
          onRegenerate={() => onReplace('again')}
        />
      )}
      {!offered && work.phase === 'idle' && preview?.ai_failure && version.base.origin !== 'ai' && (
        <SubstituteStrip failure={preview.ai_failure} onRetry={() => onReplace('again')} />
      )}
    </>
  );
}

/** Why the note on offer is not the AI's, where the text on the screen may be. */
function untoldFailure({ origin }: NoteBase, { ai_failure }: Preview): AiFailure | null {
  if (ai_failure === null || origin === 'local') return null;
  return origin === 'ai' || ai_failure.code !== 'NOT_CONFIGURED' ? ai_failure : null;
}

interface NewNoteBarProps {
  /** The new note is of newer facts; else it is another one from the same facts. */
  readonly factsChanged: boolean;
  /** Why the new note is the local drafter's, where the AI's is on the screen. */
  readonly failure: AiFailure | null;
  readonly edited: boolean;
  readonly comparing: boolean;
  readonly onKeep: () => void;
  readonly onCompare: () => void;
  /** Puts the new note in place of the text. */
  readonly onTake: () => void;
  /** Makes a new note. */
  readonly onRegenerate: () => void;
}

/** Says that there is a newer generated note, and leaves the text where it is. */
function NewNoteBar(props: NewNoteBarProps) {
  const { factsChanged, failure, edited, comparing, onTake, onRegenerate } = props;
  return (
    <Strip
      icon={RefreshCw}
      tone="news"
      actions={
        <>
          <Button size="sm" variant="ghost" onClick={props.onKeep}>
            {edited ? 'Keep mine' : 'Keep this'}
          </Button>
          {!comparing && (
            <Button size="sm" onClick={props.onCompare}>
              Compare
            </Button>
          )}
          {failure !== null ? (
            <>
              <Button size="sm" onClick={onTake}>
                Use the local draft
              </Button>
              <FailureActions way={wayAfterFailure(failure)} onRetry={onRegenerate} />
            </>
          ) : factsChanged ? (
            <Button size="sm" onClick={onRegenerate}>
              Regenerate
            </Button>
          ) : (
            <Button size="sm" onClick={onTake}>
              Use the new note
            </Button>
          )}
        </>
      }
    >
      <strong>{factsChanged ? 'The facts changed.' : 'A new note is ready.'}</strong>{' '}
      {failure === null
        ? 'Your text is unchanged.'
        : `${failure.message} The new draft is a local one. Your text is unchanged.`}
    </Strip>
  );
}

interface SubstituteStripProps {
  readonly failure: AiFailure;
  readonly onRetry: () => void;
}

/** Why the note was written on this machine although the AI was asked, and the way to ask again. */
function SubstituteStrip({ failure, onRetry }: SubstituteStripProps) {
  if (failure.code === 'NOT_CONFIGURED') return <NoKeyHint />;
  return (
    <Strip
      icon={CloudOff}
      tone="trouble"
      actions={<FailureActions way={wayAfterFailure(failure)} onRetry={onRetry} />}
    >
      <strong>Local draft.</strong> {failure.message}
    </Strip>
  );
}

/** Said once, in the first note that is drafted without a key; then never again. */
function NoKeyHint() {
  const settings = useSettings().data;
  const openDialog = useViewState((state) => state.openDialog);
  const remember = useCall('settings.update');
  const [shown, setShown] = useState(false);
  const isNew = settings?.ai_hint_seen === false;
  const { mutate } = remember;
  useEffect(() => {
    if (!isNew) return;
    // It stays for this look at the note; the next one goes without.
    setShown(true);
    mutate({ ai_hint_seen: true });
  }, [isNew, mutate]);
  if (!shown) return null;
  return (
    <Strip
      icon={Sparkles}
      tone="quiet"
      actions={
        <>
          <Button size="sm" variant="ghost" onClick={() => setShown(false)}>
            Dismiss
          </Button>
          <Button size="sm" onClick={() => openDialog('settings')}>
            Connect Claude
          </Button>
        </>
      }
    >
      <strong>AI is off.</strong> Add an Anthropic API key and Claude drafts your notes.
    </Strip>
  );
}
