import type { LucideIcon } from 'lucide-react';
import type { SearchHit } from '../../shared/domain/search.ts';
import type { SessionListItem } from '../../shared/domain/session.ts';
import { useViewState } from '../view-state.ts';

interface ItemBase {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** Something the app can do. `words` are what else people call it. */
export interface PaletteAction extends ItemBase {
  readonly type: 'action';
  readonly icon: LucideIcon;
  readonly keys: string;
  readonly words: string;
}

interface PaletteSession extends ItemBase {
  readonly type: 'session';
  readonly session: SessionListItem;
  /** The passage that matched, where it is not the title. */
  readonly snippet: SearchHit['snippet'] | null;
}

export type PaletteItem = PaletteAction | PaletteSession;

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

interface PaletteInput {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly recent: readonly SessionListItem[];
  readonly actions: readonly PaletteAction[];
}

/** What the palette offers: without a query the actions and the latest sessions, else what matches. */
export function paletteGroups({ query, hits, recent, actions }: PaletteInput) {
  const groups: PaletteGroup[] =
    query === ''
      ? [
          { label: 'Latest sessions', items: recent.slice(0, 4).map((one) => sessionItem(one)) },
          { label: 'Actions', items: actions },
        ]
      : [
          { label: 'Actions', items: actions.filter((action) => answers(action, query)) },
          {
            label: 'Sessions',
            items: hits
              .slice(0, 20)
              .map((hit) => sessionItem(hit.session, hit.source === 'title' ? null : hit.snippet)),
          },
        ];
  return groups.filter((group) => group.items.length > 0);
}

/** Every word of the query begins a word of the action. */
function answers(action: PaletteAction, query: string): boolean {
  const known = `${action.label} ${action.words}`.toLowerCase().split(/\s+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => known.some((word) => word.startsWith(part)));
}

function sessionItem(
  session: SessionListItem,
  snippet: SearchHit['snippet'] | null = null,
): PaletteSession {
  return {
    type: 'session',
    id: `session-${session.id}`,
    label: session.title,
    session,
    snippet,
    run: () => useViewState.getState().openSession(session.id),
  };
}
