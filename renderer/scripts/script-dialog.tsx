import { type RefObject, useRef, useState } from 'react';
import type { ScriptTemplate } from '../../shared/domain/script-template.ts';
import { useTemplates } from '../bridge/queries.ts';
import { useOpenState } from '../sessions/use-open-state.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useViewState } from '../view-state.ts';
import { copyOf, draftOf, EMPTY_DRAFT } from './editing/template-draft.ts';
import { TemplateEditor } from './editing/template-editor.tsx';
import { FillTemplate } from './filling/fill-template.tsx';
import { RemoveTemplate } from './library/remove-template.tsx';
import { TemplateList } from './library/template-list.tsx';
import { firstView, type LibraryView, titleOf } from './library-view.ts';

/** The script library: its templates, one of them being filled in, or one being written. */
export function ScriptDialog() {
  const { dialog, openDialog, scriptWish } = useViewState();
  const [wish, setWish] = useState(scriptWish);
  const [view, setView] = useState<LibraryView | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const unsaved = useRef<() => boolean>(() => false);
  const templates = useTemplates();
  // Each opening begins anew, once the templates are there.
  if (wish !== scriptWish) {
    setWish(scriptWish);
    setView(null);
  } else if (view === null && templates.data !== undefined) {
    setView(firstView(scriptWish, templates.data));
  }

  /** Goes on, once it is certain that nothing is lost that should be kept. */
  const leave = (go: () => void) => {
    if (unsaved.current()) setLeaving(() => go);
    else go();
  };
  const close = () => openDialog(null);
  return (
    <Dialog
      open={dialog === 'scripts'}
      onOpenChange={(open) => open || leave(close)}
      title={view === null ? 'Script library' : titleOf(view, templates.data ?? [])}
      size="work"
    >
      {templates.isError && (
        <ErrorNotice
          error={templates.error}
          action={{
            label: 'Try again',
            busy: templates.isFetching,
            onPress: () => void templates.refetch(),
          }}
        />
      )}
      {view !== null && templates.data !== undefined && (
        <Library
          templates={templates.data}
          view={view}
          unsaved={unsaved}
          onView={setView}
          onLeave={leave}
          onClose={close}
        />
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => open || setLeaving(null)}
        title="Leave without saving?"
        confirmLabel="Leave it"
        cancelLabel="Keep writing"
        onConfirm={() => {
          setLeaving(null);
          unsaved.current = () => false;
          leaving?.();
        }}
      >
        What you wrote in this template was not saved and would be lost.
      </ConfirmDialog>
    </Dialog>
  );
}

interface LibraryProps {
  readonly templates: readonly ScriptTemplate[];
  readonly view: LibraryView;
  readonly unsaved: RefObject<() => boolean>;
  readonly onView: (view: LibraryView) => void;
  readonly onLeave: (go: () => void) => void;
  readonly onClose: () => void;
}

function Library({ templates, view, unsaved, onView, onLeave, onClose }: LibraryProps) {
  const { sessionId, scriptWish } = useViewState();
  const active = useOpenState() === 'active';
  const [search, setSearch] = useState(view.type === 'list' ? view.search : '');
  const [removing, setRemoving] = useState<ScriptTemplate | null>(null);
  const backTo = (key: string | null) => onView({ type: 'list', search, focus: key });
  const names = templates.map(({ name }) => name);

  if (view.type === 'edit') {
    return (
      <TemplateEditor
        templateKey={view.key}
        initial={view.draft}
        unsaved={unsaved}
        onCancel={() => onLeave(() => backTo(view.key))}
        onSaved={({ key }) => {
          setSearch('');
          onView({ type: 'list', search: '', focus: key });
        }}
      />
    );
  }
  if (view.type === 'fill') {
    const template = templates.find(({ key }) => key === view.key);
    if (template === undefined) {
      return (
        <ErrorNotice error="This template is not here any more. It may have been removed meanwhile.">
          {' '}
          <Button size="sm" onClick={() => backTo(null)}>
            All templates
          </Button>
        </ErrorNotice>
      );
    }
    return (
      <FillTemplate
        key={template.key}
        template={template}
        proposed={view.proposed ? scriptWish.values : {}}
        proposalId={view.proposed ? scriptWish.proposalId : null}
        sessionId={active ? sessionId : null}
        onBack={() => backTo(template.key)}
        onDone={onClose}
      />
    );
  }
  return (
    <>
      <TemplateList
        templates={templates}
        search={search}
        focused={view.focus}
        onSearch={setSearch}
        onOpen={({ key }) => onView({ type: 'fill', key, proposed: false })}
        onNew={() => onView({ type: 'edit', key: null, draft: EMPTY_DRAFT })}
        onEdit={(template) => onView({ type: 'edit', key: template.key, draft: draftOf(template) })}
        onDuplicate={(template) =>
          onView({ type: 'edit', key: null, draft: copyOf(template, names) })
        }
        onRemove={setRemoving}
      />
      <RemoveTemplate template={removing} onDone={() => setRemoving(null)} />
    </>
  );
}
