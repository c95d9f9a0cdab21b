import { DiagnosticsDialog } from './diagnostics/diagnostics-dialog.tsx';
import { OutboxDialog } from './posting/outbox-dialog.tsx';
import { LaterScriptDialog } from './scripts/later-script-dialog.tsx';
import { NewSessionDialog } from './sessions/new-session-dialog.tsx';
import { Palette } from './sessions/palette.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { ShortcutsDialog } from './settings/shortcuts-dialog.tsx';
import { InstallingDialog } from './updates/installing-dialog.tsx';
import { WhatsNewDialog } from './updates/whats-new-dialog.tsx';

/** All dialogs that open over the window. Loaded after the session list is there. */
export function Dialogs({ storeReady }: { readonly storeReady: boolean }) {
  return (
    <>
      {storeReady && <NewSessionDialog />}
      {storeReady && <Palette />}
      {storeReady && <OutboxDialog />}
      {storeReady && <LaterScriptDialog />}
      <SettingsDialog />
      <ShortcutsDialog />
      <DiagnosticsDialog />
      <WhatsNewDialog />
      <InstallingDialog />
    </>
  );
}
