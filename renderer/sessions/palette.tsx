import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useSessionList, useSessionSearch } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useDebounced } from '../ui/use-debounced.ts';
import { useViewState } from '../view-state.ts';
import styles from './palette.module.css';
import { usePaletteActions } from './palette-actions.ts';
import { type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items.ts';
import { Snippet } from './search-results.tsx';
import { SessionStateMark, sessionStateWords } from './session-state-mark.tsx';

const css = classesOf(styles);

/** Ctrl/⌘+K: every session and every action, found by typing. */
export function Palette() {
  const { dialog, openDialog } = useViewState();
  return (
    <Dialog.Root
      open={dialog === 'search'}
      onOpenChange={(open) => openDialog(open ? 'search' : null)}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={css('backdrop')} />
        <Dialog.Viewport className={css('viewport')}>
          <Dialog.Popup className={css('popup')} aria-label="Find a session or a command">
            <PaletteBody />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody() {
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), 90);
  const hits = useSessionSearch(query).data ?? [];
  const recent = useSessionList().data?.pages[0] ?? [];
  const actions = usePaletteActions();
  const openDialog = useViewState((state) => state.openDialog);
  const groups = paletteGroups({ query: typed.trim(), hits, recent, actions });

  const run = (item: PaletteItem) => {
    openDialog(null);
    item.run();
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={(item: PaletteItem) => item.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className={css('head')}>
        <Search size={17} aria-hidden className={css('glass')} />
        <Autocomplete.Input
          className={css('input')}
          aria-label="Find a session or a command"
          placeholder="Find a session or a command"
        />
        <Kbd keys="Escape" />
      </div>
      <Autocomplete.Empty>
        {groups.length === 0 && <p className={css('none')}>Nothing found for “{typed.trim()}”.</p>}
      </Autocomplete.Empty>
      <Autocomplete.List className={css('scroller')}>
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className={css('group')}>
            <Autocomplete.GroupLabel className={css('label')}>
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className={css('item')}
                  onClick={() => run(item)}
                >
                  <PaletteLine item={item} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function PaletteLine({ item }: { readonly item: PaletteItem }) {
  if (item.type === 'action') {
    return (
      <>
        <item.icon size={16} aria-hidden className={css('icon')} />
        <span className={css('text')}>{item.label}</span>
        {item.keys !== '' && <Kbd keys={item.keys} />}
      </>
    );
  }
  return (
    <>
      <span className={css('icon')}>
        <SessionStateMark state={item.session.state} />
      </span>
      <span className={css('text')}>
        <span className={css('title')}>{item.session.title}</span>
        {item.snippet && (
          <span className={css('snippet')}>
            <Snippet parts={item.snippet} />
          </span>
        )}
      </span>
      <span className={css('aside')}>{sessionStateWords(item.session)}</span>
    </>
  );
}
