import { BrowserWindow } from 'electron';
import { appIdentity } from '../../shared/kernel/app-identity';

export type WindowOptions = {
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly trialRuntime: boolean;
};

/**
 * Electron security checklist: "Do not enable Node.js integration", "Enable context isolation", "Enable process
 * sandboxing", "Do not disable webSecurity", "Do not enable experimental features". One window per installation.
 */
export function openWindow({ preload, trialRuntime }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: appIdentity.name,
    backgroundColor: '#f5f3ef',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      additionalArguments: trialRuntime ? ['--concord-trial-runtime'] : [],
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appIdentity.origin}/`);
  return window;
}

export function raiseWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
