import { create } from 'zustand';
import type { NoteKind } from '../shared/domain/note.ts';
import { KNOWLEDGE_BESIDE_LANE } from './ui/use-media-query.ts';

export type DialogName = 'new-session' | 'search' | 'settings' | 'shortcuts';

/** The forms of the knowledge column that can be opened from elsewhere: the palette, a key, the lane. */
export type KnowledgeForm = 'fact' | 'fix' | 'script';

/** What two areas of the screen must agree on. Lines and facts light up together through `highlight`. */
export interface ViewState {
  readonly sessionId: number | null;
  readonly previewKind: NoteKind | null;
  readonly dialog: DialogName | null;
  /** Below 1200 px the knowledge column is a drawer. */
  readonly drawerOpen: boolean;
  /** The form that stands open in the knowledge column. An open form brings the column into view. */
  readonly knowledgeForm: KnowledgeForm | null;
  /** Evidence ids under the pointer or the focus, in the note or in the knowledge column. */
  readonly highlight: readonly string[];
  /** Lines of the shown note that rest on each evidence id; what "used in 2 lines" counts. */
  readonly usage: Readonly<Record<string, number>>;
  openSession(id: number | null): void;
  /** Opens the preview of a kind, or closes it when it is the one that is open. */
  togglePreview(kind: NoteKind): void;
  closePreview(): void;
  openDialog(dialog: DialogName | null): void;
  setDrawerOpen(open: boolean): void;
  openKnowledgeForm(form: KnowledgeForm | null): void;
  setHighlight(evidenceIds: readonly string[]): void;
  setUsage(usage: Readonly<Record<string, number>>): void;
}

const NOTHING_SHOWN = { previewKind: null, highlight: [], usage: {} } as const;

export const useViewState = create<ViewState>()((set) => ({
  sessionId: null,
  dialog: null,
  drawerOpen: false,
  knowledgeForm: null,
  ...NOTHING_SHOWN,
  openSession: (sessionId) =>
    set((state) =>
      state.sessionId === sessionId
        ? {}
        : { sessionId, drawerOpen: false, knowledgeForm: null, ...NOTHING_SHOWN },
    ),
  togglePreview: (kind) =>
    set((state) => ({
      ...NOTHING_SHOWN,
      previewKind: state.previewKind === kind ? null : kind,
    })),
  closePreview: () => set(NOTHING_SHOWN),
  openDialog: (dialog) => set({ dialog }),
  setDrawerOpen: (drawerOpen) =>
    set(drawerOpen ? { drawerOpen } : { drawerOpen, knowledgeForm: null }),
  openKnowledgeForm: (knowledgeForm) =>
    set(
      knowledgeForm === null || window.matchMedia(KNOWLEDGE_BESIDE_LANE).matches
        ? { knowledgeForm }
        : { knowledgeForm, drawerOpen: true },
    ),
  setHighlight: (highlight) => set({ highlight }),
  setUsage: (usage) => set({ usage }),
}));
