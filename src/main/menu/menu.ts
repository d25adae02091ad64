import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MainTexts } from '../texts';

/** Copy, paste, zoom and quit; everything of the review itself is in the window. */
export function installMenu({ menu }: MainTexts, forDevelopment: boolean): void {
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
        ...(mac ? [] : [{ type: 'separator' } as const, { role: 'quit', label: menu.quit } as const]),
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom', label: menu.actualSize },
        { role: 'zoomIn', label: menu.zoomIn },
        // The same key without Shift, as every browser has it.
        { role: 'zoomIn', label: menu.zoomIn, accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: menu.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
        ...(forDevelopment ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    { label: menu.window, submenu: [{ role: 'minimize', label: menu.minimize }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
