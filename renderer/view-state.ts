import { create } from "zustand";
import type { NoteKind } from "../shared/domain/note.ts";

export type DialogName = "new-session" | "search" | "settings" | "shortcuts";

/** What two areas of the screen must agree on. Lines and facts light up together through `highlight`. */
export interface ViewState {
	readonly sessionId: number | null;
	readonly previewKind: NoteKind | null;
	readonly dialog: DialogName | null;
	/** Below 1200 px the knowledge column is a drawer. */
	readonly drawerOpen: boolean;
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
	setHighlight(evidenceIds: readonly string[]): void;
	setUsage(usage: Readonly<Record<string, number>>): void;
}

const NOTHING_SHOWN = { previewKind: null, highlight: [], usage: {} } as const;

export const useViewState = create<ViewState>()((set) => ({
	sessionId: null,
	dialog: null,
	drawerOpen: false,
	...NOTHING_SHOWN,
	openSession: (sessionId) =>
		set((state) =>
			state.sessionId === sessionId ? {} : { sessionId, ...NOTHING_SHOWN },
		),
	togglePreview: (kind) =>
		set((state) => ({
			...NOTHING_SHOWN,
			previewKind: state.previewKind === kind ? null : kind,
		})),
	closePreview: () => set(NOTHING_SHOWN),
	openDialog: (dialog) => set({ dialog }),
	setDrawerOpen: (drawerOpen) => set({ drawerOpen }),
	setHighlight: (highlight) => set({ highlight }),
	setUsage: (usage) => set({ usage }),
}));
