import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useAppInfo, useSettings } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useViewState } from '../view-state.ts';
import { AboutSettings } from './about-settings.tsx';
import { AiSettings } from './ai-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ConnectWiseSettings } from './connectwise/connectwise-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { NotesSettings } from './notes-settings.tsx';
import { SectionList, showSection } from './section-list.tsx';
import styles from './settings-dialog.module.css';
import { SettingsNotices } from './settings-notices.tsx';
import { SettingsScreenContext } from './settings-screen.ts';
import { SettingsSearchField } from './settings-search-field.tsx';
import { useSettingsNews, useSettingsStatus } from './settings-status.ts';
import { UpdateSettings } from './update-settings.tsx';
import { useFound } from './use-found.ts';

const css = classesOf(styles);

/** What can be set, where things are kept, and what this installation has and has not. */
export function SettingsDialog() {
  const { dialog, openDialog } = useViewState();
  const search = useRef<HTMLInputElement>(null);
  useSettingsNews();
  return (
    <Dialog
      open={dialog === 'settings'}
      onOpenChange={(open) => openDialog(open ? 'settings' : null)}
      title="Settings"
      size="work"
      initialFocus={search}
    >
      <SettingsScreen search={search} />
    </Dialog>
  );
}

function SettingsScreen({ search }: { readonly search: RefObject<HTMLInputElement | null> }) {
  const [query, setQuery] = useState('');
  const page = useRef<HTMLDivElement>(null);
  const status = useSettingsStatus().data;
  const screen = useMemo(() => ({ query, managed: status?.managed ?? [] }), [query, status]);
  const { titles, next, previous } = useFound(page, query);
  const atConnectWise = useViewState((state) => state.settingsAt === 'connectwise');
  useEffect(() => {
    // Whoever was sent here by a failure should not have to look for it.
    if (atConnectWise && status !== undefined) showSection(page.current, 'ConnectWise');
  }, [atConnectWise, status]);
  return (
    <SettingsScreenContext value={screen}>
      <SettingsSearchField
        field={search}
        query={query}
        found={titles}
        onChange={setQuery}
        onNext={next}
        onPrevious={previous}
      />
      <div className={css('columns')}>
        <SectionList page={page} />
        <div ref={page} className={css('page')}>
          {status && <SettingsNotices status={status} />}
          <Sections />
        </div>
      </div>
    </SettingsScreenContext>
  );
}

/** All of them one below the other, in the order of the list at the left. */
function Sections() {
  const info = useAppInfo();
  const settings = useSettings();
  const error = settings.error ?? info.error;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {settings.data && (
        <>
          <ConnectWiseSettings settings={settings.data} />
          <AiSettings settings={settings.data} />
          <NotesSettings settings={settings.data} />
        </>
      )}
      <UpdateSettings />
      {settings.data && <AppearanceSettings settings={settings.data} />}
      {info.data && (
        <>
          <DataSettings info={info.data} />
          <AboutSettings info={info.data} />
        </>
      )}
    </>
  );
}
