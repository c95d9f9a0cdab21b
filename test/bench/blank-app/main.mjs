// The floor of start-up and memory: one window of the same Electron that shows nothing.
import { app, BrowserWindow } from 'electron';

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.setPath('userData', process.env.RESOLUTIONFLOW_HOME);
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<title>blank</title>');
});
app.on('window-all-closed', () => app.quit());
