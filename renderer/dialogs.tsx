import { OutboxDialog } from './posting/outbox-dialog.tsx';
import { NewSessionDialog } from './sessions/new-session-dialog.tsx';
import { Palette } from './sessions/palette.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { ShortcutsDialog } from './settings/shortcuts-dialog.tsx';

/** All dialogs that open over the window. Loaded after the session list is there. */
export function Dialogs({ storeReady }: { readonly storeReady: boolean }) {
  return (
    <>
      {storeReady && <NewSessionDialog />}
      {storeReady && <Palette />}
      {storeReady && <OutboxDialog />}
      <SettingsDialog />
      <ShortcutsDialog />
    </>
  );
}
