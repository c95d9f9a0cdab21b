import { Tabs } from '@base-ui/react/tabs';
import { Unplug } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Finding, NoteKind, Preview } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { writeKeys } from '../ui/keys.ts';
import { isSubmitKey } from '../ui/shortcuts.ts';
import { toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { BlockedPanel } from './blocked-panel.tsx';
import { CompareView } from './compare-view.tsx';
import { evidenceNames } from './evidence-names.ts';
import { FactsChangedBar } from './facts-changed-bar.tsx';
import { FindingsList } from './findings-list.tsx';
import { LeftOut } from './left-out.tsx';
import { type LineMark, lineMarks, usageOf } from './line-evidence.ts';
import { LineStrip } from './line-strip.tsx';
import { NoteEditor, type NoteEditorHandle } from './note-editor.tsx';
import { addFactEdit, repairEdit } from './note-edits.ts';
import styles from './note-sheet.module.css';
import { hasOwnEdits, type NoteVersion } from './note-version.ts';
import { untouchedTicketHint } from './posting-words.ts';
import { RenderedNote } from './rendered-note.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHeader, type SheetTab } from './sheet-header.tsx';
import strips from './strips.module.css';
import { useDraft } from './use-draft.ts';
import { useNoteCheck } from './use-note-check.ts';
import { usePosting } from './use-posting.ts';

const css = classesOf(styles);
const strip = classesOf(strips);

interface NoteSheetProps {
  readonly snapshot: SessionSnapshot;
  readonly kind: NoteKind;
  readonly opening: NoteVersion;
  readonly preview: Preview | undefined;
  readonly previewError: unknown;
  readonly regenerating: boolean;
  readonly regenerate: () => Promise<Preview>;
  readonly psaConfigured: boolean;
  readonly tall: boolean;
  readonly onToggleTall: () => void;
}

/** The note on its way out: edited, checked, compared, confirmed. */
export function NoteSheet(props: NoteSheetProps) {
  const { snapshot, kind, opening, preview, previewError, regenerate, regenerating } = props;
  const { session } = snapshot;
  const [tab, setTab] = useState<SheetTab>('edit');
  const [pointed, setPointed] = useState<LineMark | undefined>();
  const [asking, setAsking] = useState(false);
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
  const check = useNoteCheck(session.id, kind, text, preview);
  const posting = usePosting({ sessionId: session.id, kind, text, check, flush: draft.flush });
  const { closePreview, highlight, setHighlight, setUsage } = useViewState();

  const marks = useMemo(() => lineMarks(check.evidence, check.findings), [check]);
  const nameOf = useMemo(() => evidenceNames(snapshot), [snapshot]);
  useEffect(() => setUsage(usageOf(check.evidence)), [check, setUsage]);
  useEffect(
    () => () => {
      setUsage({});
      setHighlight([]);
    },
    [setUsage, setHighlight],
  );

  function pointAt(mark: LineMark | undefined) {
    setPointed(mark);
    setHighlight(mark?.evidenceIds ?? []);
  }

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

  function takeNew() {
    setAsking(false);
    regenerate().then((fresh) => {
      draft.take(fresh);
      setTab('edit');
    }, toastError);
  }

  function takeShown() {
    if (preview === undefined) return;
    draft.take(preview);
    setTab('edit');
  }

  function confirmByKey(event: KeyboardEvent<HTMLElement>) {
    if (!isSubmitKey(event) || event.target instanceof HTMLInputElement) return;
    // Dialogs of the sheet are its children for React, though not on the page.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    posting.confirm();
  }

  const ticketHint = props.psaConfigured ? null : untouchedTicketHint(session.ticket_ref);
  const askOrTake = () => (edited ? setAsking(true) : takeNew());

  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next: SheetTab) => setTab(next)}
      className={css('sheet', kind, props.tall && 'tall')}
      onKeyDownCapture={confirmByKey}
    >
      <SheetHeader
        kind={kind}
        preview={preview}
        edited={edited}
        tall={props.tall}
        onToggleTall={props.onToggleTall}
        onClose={closePreview}
      />
      {draft.factsChanged && preview && (
        <FactsChangedBar
          comparing={tab === 'compare'}
          onKeepMine={() => draft.keepMine(preview)}
          onRegenerate={() => setAsking(true)}
          onCompare={() => setTab('compare')}
        />
      )}
      <Tabs.Panel value="edit" keepMounted className={css('panel', 'editing')}>
        <div className={css('text')}>
          <NoteEditor
            ref={editor}
            initialText={opening.text}
            marks={marks}
            findings={check.findings}
            lit={highlight}
            readOnly={posting.state.phase === 'posting'}
            describedBy={stripId}
            onChange={draft.edited}
            onPointAt={pointAt}
            onRepair={repair}
            onBlur={() => void draft.flush()}
          />
        </div>
        <LineStrip id={stripId} mark={pointed} findings={check.findings} nameOf={nameOf} />
      </Tabs.Panel>
      <Tabs.Panel value="rendered" className={css('panel', 'rendered')}>
        <RenderedNote markdown={text} />
      </Tabs.Panel>
      <Tabs.Panel value="compare" className={css('panel')}>
        {preview && (
          <CompareView
            before={preview.markdown}
            after={text}
            beforeLabel="only in the generated note"
            afterLabel="only in yours"
            sameWords="Your text and the generated note read the same."
          />
        )}
        {preview && preview.markdown !== text && (
          <div className={css('take')}>
            <Button size="sm" onClick={takeShown}>
              Take the generated version
            </Button>
            <span>{writeKeys('Mod+Z')} brings yours back.</span>
          </div>
        )}
      </Tabs.Panel>
      {posting.state.phase === 'blocked' ? (
        <BlockedPanel
          findings={posting.state.findings}
          onClose={posting.dismiss}
          onReveal={reveal}
          onRepair={repair}
          onPostAnyway={posting.postAnyway}
        />
      ) : (
        tab !== 'compare' && (
          <FindingsList findings={check.findings} onReveal={reveal} onRepair={repair} />
        )
      )}
      {(previewError !== null || check.error !== null || posting.state.phase === 'failed') && (
        <div className={css('notices')}>
          {previewError !== null && <ErrorNotice error={previewError} />}
          {check.error !== null && <ErrorNotice error={check.error} />}
          {posting.state.phase === 'failed' && (
            <ErrorNotice
              error={posting.state.error}
              action={{ label: 'Try again', onPress: posting.confirm }}
            >
              <span className={css('kept')}> The note is still here, word for word.</span>
            </ErrorNotice>
          )}
        </div>
      )}
      {ticketHint !== null && (
        <div className={strip('strip', 'ticket')}>
          <Unplug size={14} aria-hidden className={strip('icon')} />
          <span className={strip('words')}>{ticketHint}</span>
        </div>
      )}
      <SheetFoot
        kind={kind}
        status={draft.status}
        edited={edited}
        posting={posting.state.phase === 'posting'}
        regenerating={regenerating}
        onRegenerate={draft.factsChanged ? null : askOrTake}
        onConfirm={posting.confirm}
      >
        <LeftOut
          evidenceIds={check.left_out}
          nameOf={nameOf}
          onAdd={(fact) => editor.current?.apply(addFactEdit(text, kind, fact))}
        />
      </SheetFoot>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Replace your edits by a new note?"
        confirmLabel="Replace my edits"
        cancelLabel="Keep mine"
        onConfirm={takeNew}
      >
        The note is made anew from the facts as they stand. Undo ({writeKeys('Mod+Z')} in the note)
        brings your text back.
      </ConfirmDialog>
    </Tabs.Root>
  );
}
