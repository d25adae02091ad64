import { BrowserWindow } from 'electron';
import { appIdentity } from '../../shared/kernel/app-identity';

export type WindowOptions = {
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly trialRuntime: boolean;
};

/**
 * Electron security checklist: "Do not enable Node.js integration", "Enable context isolation", "Enable process
 * sandboxing", "Do not disable webSecurity". One window per installation.
 */
export function openWindow({ preload, trialRuntime }: WindowOptions): void {
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: appIdentity.name,
    backgroundColor: '#f5f3ef',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      additionalArguments: trialRuntime ? ['--concord-trial-runtime'] : [],
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appIdentity.origin}/`);
}

export function raiseWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
