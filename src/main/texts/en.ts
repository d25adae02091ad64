/** What the main process itself says: menus and the few messages that cannot come from the window. */
export const en = {
  menu: {
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    quit: 'Quit Concord',
  },
  windowGone: {
    message: 'The window of Concord stopped working again',
    detail:
      'Everything that was shown as saved is safe on disk. Open the window again, or quit and start Concord later. If it keeps happening, report it with the log file named below.',
    openAgain: 'Open again',
    quit: 'Quit',
  },
  folders: {
    share: 'Choose the folder your team shares',
    join: 'Choose the review folder that was shared with you',
  },
  failed: {
    title: 'Concord has to close',
    text: (log: string) =>
      `Something went wrong that Concord cannot repair while it runs. Everything that was shown as saved is safe on disk. Start Concord again; if it keeps happening, report it with this log file:\n\n${log}`,
  },
};

export type MainTexts = typeof en;
