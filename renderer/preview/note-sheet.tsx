import { Tabs } from '@base-ui/react/tabs';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Finding, Preview } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { ResultDialog } from '../knowledge/result-dialog.tsx';
import { StepList } from '../posting/step-list.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { writeKeys } from '../ui/keys.ts';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { BlockedPanel } from './blocked-panel.tsx';
import { CompareWithGenerated } from './compare-view.tsx';
import { FindingsList } from './findings-list.tsx';
import { type Generation, isUnderWay, type Work } from './generation.ts';
import { LeftOut } from './left-out.tsx';
import { NoteEditor, type NoteEditorHandle } from './note-editor.tsx';
import { addFactEdit, repairEdit } from './note-edits.ts';
import styles from './note-sheet.module.css';
import { hasOwnEdits, type NoteVersion } from './note-version.ts';
import { RenderedNote } from './rendered-note.tsx';
import { evidenceNames } from './sentence-evidence.ts';
import { SentenceStrip } from './sentence-strip.tsx';
import { SheetFields } from './sheet-fields.tsx';
import { SheetFoot, SheetTarget } from './sheet-foot.tsx';
import {
  OriginChip,
  type SheetFrame,
  SheetHeader,
  type SheetTab,
  SheetTabs,
} from './sheet-header.tsx';
import { SheetNews } from './sheet-news.tsx';
import { useDraft } from './use-draft.ts';
import { useEvidenceLinks } from './use-evidence-links.ts';
import { useNoteCheck } from './use-note-check.ts';
import { useNoteReview } from './use-note-review.ts';
import { usePosting } from './use-posting.ts';
import { usePostingTarget } from './use-posting-target.ts';
import { useReplacing } from './use-replacing.ts';

const css = classesOf(styles);

interface NoteSheetProps {
  readonly frame: SheetFrame;
  readonly snapshot: SessionSnapshot;
  readonly opening: NoteVersion;
  readonly preview: Preview | undefined;
  readonly work: Work;
  readonly generation: Generation;
}

/** The note on its way out: edited, checked, compared, confirmed. */
export function NoteSheet(props: NoteSheetProps) {
  const { frame, snapshot, opening, preview, work, generation } = props;
  const { kind } = frame;
  const { session } = snapshot;
  const [tab, setTab] = useState<SheetTab>('edit');
  const editor = useRef<NoteEditorHandle>(null);
  const stripId = useId();

  const draft = useDraft({
    sessionId: session.id,
    kind,
    opening,
    storedDraft: snapshot.drafts.find((stored) => stored.kind === kind),
    preview,
    editor,
  });
  const { text } = draft.version;
  const edited = hasOwnEdits(draft.version);
  const checked = useNoteCheck(session.id, kind, text, preview);
  const { check, failure } = useNoteReview(session, kind, text, checked, preview);
  const target = usePostingTarget(session, kind);
  const posting = usePosting({
    sessionId: session.id,
    kind,
    text,
    fixes: snapshot.fixes,
    check,
    flush: draft.flush,
    promise: target.promise,
  });
  const evidence = useEvidenceLinks(check, editor, () => setTab('edit'));
  const nameOf = useMemo(() => evidenceNames(snapshot), [snapshot]);

  function repair(finding: Finding) {
    const edit = repairEdit(finding, check.text, text);
    if (edit === null) return;
    setTab('edit');
    editor.current?.apply(edit);
  }

  function reveal(finding: Finding) {
    setTab('edit');
    // The editor is on the screen, and can take the focus, only after the tab has changed.
    requestAnimationFrame(() => editor.current?.reveal(finding.from, finding.to));
  }

  function take(fresh: Preview) {
    draft.text.take(fresh);
    setTab('edit');
  }

  const isNewest = preview?.origin === 'ai' && preview.state_version === session.state_version;
  const replacing = useReplacing({
    draft: draft.text,
    generation,
    edited,
    shown: preview,
    isNewest: draft.offered && isNewest,
    onTake: take,
  });

  function confirmByKey(event: KeyboardEvent<HTMLElement>) {
    if (!isSubmitKey(event)) return;
    // The fields have keys of their own.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return;
    // Dialogs of the sheet are its children for React, though not on the page.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    if (target.ready) posting.confirm();
  }

  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next: SheetTab) => setTab(next)}
      className={css('sheet', kind, frame.tall && 'tall')}
      onKeyDownCapture={confirmByKey}
    >
      <SheetHeader
        {...frame}
        origin={preview && <OriginChip {...originWords(draft.version, preview)} />}
        tabs={<SheetTabs />}
      />
      {/* Everything between head and foot scrolls where it does not fit: the foot is always in sight. */}
      <div className={css('body')}>
        <SheetNews
          version={draft.version}
          preview={preview}
          offered={draft.offered}
          comparing={tab === 'compare'}
          work={work}
          generation={generation}
          onKeep={() => preview && draft.text.keepMine(preview)}
          onCompare={() => setTab('compare')}
          onReplace={replacing.replace}
        />
        <Tabs.Panel value="edit" keepMounted className={css('panel', 'editing')}>
          <div className={css('text')}>
            <NoteEditor
              ref={editor}
              initialText={opening.text}
              check={check}
              lit={evidence.lit}
              readOnly={posting.state.phase === 'posting'}
              describedBy={stripId}
              onChange={draft.text.edited}
              onPointAt={evidence.pointAt}
              onRepair={repair}
              onUnlocked={draft.text.unlocked}
              onBlur={() => void draft.flush()}
            />
          </div>
          <SentenceStrip id={stripId} pointed={evidence.pointed} nameOf={nameOf} />
        </Tabs.Panel>
        <Tabs.Panel value="rendered" className={css('panel', 'rendered')}>
          <RenderedNote markdown={text} />
        </Tabs.Panel>
        <Tabs.Panel value="compare" className={css('panel')}>
          {preview && <CompareWithGenerated preview={preview} text={text} onTake={take} />}
        </Tabs.Panel>
        {/* What blocks the note is named before anything is asked; what is being posted stays as it is. */}
        {(posting.state.phase === 'idle' || posting.state.phase === 'failed') && (
          <SheetFields snapshot={snapshot} kind={kind} />
        )}
        {posting.state.phase === 'blocked' ? (
          <BlockedPanel
            findings={posting.state.findings}
            press={posting.state.press}
            onClose={posting.dismiss}
            onReveal={reveal}
            onRepair={repair}
            onPostAnyway={posting.postAnyway}
          />
        ) : (
          tab !== 'compare' && (
            <FindingsList
              findings={check.findings}
              reviewFailure={failure}
              onReveal={reveal}
              onRepair={repair}
            />
          )
        )}
        {check.error !== null && (
          <div className={css('notices')}>
            <ErrorNotice error={check.error} />
          </div>
        )}
        {posting.state.phase === 'posting' ? (
          target.goesOut && <StepList sessionId={session.id} />
        ) : (
          <SheetTarget
            target={target}
            ticketRef={session.ticket_ref}
            failure={posting.state.phase === 'failed' ? posting.state.error : null}
            onConfirm={posting.confirm}
            onQueue={posting.queue}
            onKeep={posting.dismiss}
          />
        )}
      </div>
      <SheetFoot
        consequence={target.consequence}
        status={draft.status}
        edited={edited}
        posting={posting.state.phase === 'posting'}
        regenerating={isMakingAnew(work)}
        onRegenerate={draft.offered ? null : () => replacing.replace('again')}
        onConfirm={posting.confirm}
      >
        <LeftOut
          rows={check.left_out}
          kind={kind}
          snapshot={snapshot}
          nameOf={nameOf}
          onAdd={(fact) => editor.current?.apply(addFactEdit(text, kind, fact))}
        />
      </SheetFoot>
      <ConfirmDialog
        open={replacing.isAsking}
        onOpenChange={(open) => !open && replacing.keep()}
        title="Replace your edits with a new note?"
        confirmLabel="Replace my edits"
        cancelLabel="Keep mine"
        onConfirm={replacing.confirm}
      >
        The new note uses the current facts. Undo ({writeKeys('Mod+Z')} in the note) restores your
        text.
      </ConfirmDialog>
      <ResultDialog
        {...posting.question}
        cancelLabel="Back to the note"
        withoutLabel="Post as “result unknown”"
      >
        Did it work? Your answer updates the note. You review it again before anything is posted;
        your edits stay.
      </ResultDialog>
    </Tabs.Root>
  );
}

/** A new note is under way that the technician asked for, or that the AI is writing. */
function isMakingAnew(work: Work): boolean {
  return isUnderWay(work) || (work.phase === 'running' && work.wish !== 'follow');
}

function originWords(version: NoteVersion, preview: Preview) {
  const isAi = (version.base.origin ?? preview.origin) === 'ai';
  const more = hasOwnEdits(version) ? 'edited' : preview.from_cache ? 'from cache' : null;
  return { words: isAi ? 'AI draft' : 'Local draft', more };
}
