import { create } from 'zustand';
import type { NoteKind } from '../shared/domain/note.ts';
import type { ScriptGeneration } from '../shared/domain/script.ts';
import { KNOWLEDGE_BESIDE_LANE } from './ui/use-media-query.ts';

export type DialogName =
  | 'new-session'
  | 'search'
  | 'settings'
  | 'shortcuts'
  | 'outbox'
  | 'scripts'
  | 'diagnostics'
  | 'whats-new';

/** What the script library is opened for. */
export interface ScriptWish {
  /** The template to fill in; without one, all of them are listed. */
  readonly templateKey: string | null;
  /** What its parameters start with; those not named start with their defaults. */
  readonly values: Readonly<Record<string, string>>;
  /** The proposal of the copilot that the filled-in script confirms. */
  readonly proposalId: number | null;
  /** What the list is searched for; the only template found is filled in at once. */
  readonly search: string;
  /** A script to make a template of. */
  readonly templateOf: ScriptGeneration | null;
}

const ANY_SCRIPT: ScriptWish = {
  templateKey: null,
  values: {},
  proposalId: null,
  search: '',
  templateOf: null,
};

/** The forms of the knowledge column that can be opened from elsewhere: the palette, a key, the lane. */
export type KnowledgeForm = 'fact' | 'fix' | 'check' | 'script';

/** What two areas of the screen must agree on. Lines and facts light up together through `highlight`. */
export interface ViewState {
  readonly sessionId: number | null;
  readonly previewKind: NoteKind | null;
  readonly dialog: DialogName | null;
  /** The ticket of a link from outside that a new session is offered for. */
  readonly ticketOffered: number | null;
  /** The part of the settings that is shown first. */
  readonly settingsAt: 'connectwise' | null;
  /** What the script library was opened for last; each opening is a new one. */
  readonly scriptWish: ScriptWish;
  /** Below 760 px the session list is away while a session is open, and comes over the lane. */
  readonly sessionsOpen: boolean;
  /** Below 1200 px the knowledge column is a drawer. */
  readonly drawerOpen: boolean;
  /** The form that stands open in the knowledge column. An open form brings the column into view. */
  readonly knowledgeForm: KnowledgeForm | null;
  /** Evidence ids under the pointer or the focus, in the note or in the knowledge column. */
  readonly highlight: readonly string[];
  /** Lines of the shown note that rest on each evidence id; null while there is no note yet. */
  readonly usage: Readonly<Record<string, number>> | null;
  /** The last wish to be shown a line of the note that rests on something; each press is a new one. */
  readonly jump: { readonly evidenceId: string } | null;
  openSession(id: number | null): void;
  /** Opens the preview of a kind, whatever was open. */
  showPreview(kind: NoteKind): void;
  /** Opens the preview of a kind, or closes it when it is the one that is open. */
  togglePreview(kind: NoteKind): void;
  closePreview(): void;
  openDialog(dialog: DialogName | null): void;
  /** Opens the form of a new session and says for which ticket. */
  offerTicket(ticketId: number): void;
  /** Opens the settings where ConnectWise stands. */
  openConnectWiseSettings(): void;
  /** Opens the script library: its list, one template to fill in, or a script to make a template of. */
  openScript(wish?: Partial<ScriptWish>): void;
  setSessionsOpen(open: boolean): void;
  setDrawerOpen(open: boolean): void;
  openKnowledgeForm(form: KnowledgeForm | null): void;
  setHighlight(evidenceIds: readonly string[]): void;
  setUsage(usage: Readonly<Record<string, number>> | null): void;
  /** Shows the next line of the note that rests on this. In a narrow window the column makes way. */
  jumpTo(evidenceId: string): void;
}

const NOTHING_SHOWN = { previewKind: null, highlight: [], usage: null, jump: null } as const;

export const useViewState = create<ViewState>()((set) => ({
  sessionId: null,
  dialog: null,
  ticketOffered: null,
  settingsAt: null,
  scriptWish: ANY_SCRIPT,
  sessionsOpen: false,
  drawerOpen: false,
  knowledgeForm: null,
  ...NOTHING_SHOWN,
  openSession: (sessionId) =>
    set((state) =>
      state.sessionId === sessionId
        ? { sessionsOpen: false }
        : {
            sessionId,
            sessionsOpen: false,
            drawerOpen: false,
            knowledgeForm: null,
            ...NOTHING_SHOWN,
          },
    ),
  showPreview: (kind) => set({ ...NOTHING_SHOWN, previewKind: kind }),
  togglePreview: (kind) =>
    set((state) => ({
      ...NOTHING_SHOWN,
      previewKind: state.previewKind === kind ? null : kind,
    })),
  closePreview: () => set(NOTHING_SHOWN),
  openScript: (wish = {}) =>
    set({ dialog: 'scripts', settingsAt: null, scriptWish: { ...ANY_SCRIPT, ...wish } }),
  offerTicket: (ticketOffered) => set({ dialog: 'new-session', ticketOffered }),
  openDialog: (dialog) => set({ dialog, ticketOffered: null, settingsAt: null }),
  openConnectWiseSettings: () => set({ dialog: 'settings', settingsAt: 'connectwise' }),
  setSessionsOpen: (sessionsOpen) => set({ sessionsOpen }),
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
  jumpTo: (evidenceId) => set({ jump: { evidenceId }, drawerOpen: false }),
}));
