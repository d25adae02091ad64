import type { MainTexts } from './en';

export const nl: MainTexts = {
  menu: {
    edit: 'Bewerken',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    view: 'Beeld',
    actualSize: 'Ware grootte',
    zoomIn: 'Groter',
    zoomOut: 'Kleiner',
    fullScreen: 'Volledig scherm',
    window: 'Venster',
    minimize: 'Minimaliseren',
    quit: 'Concord afsluiten',
  },
  windowGone: {
    message: 'Het venster van Concord werkt opnieuw niet meer',
    detail:
      'Alles wat als bewaard werd getoond, staat veilig op schijf. Open het venster opnieuw, of sluit af en start Concord later. Blijft het gebeuren, meld het dan met het logbestand hieronder.',
    openAgain: 'Opnieuw openen',
    quit: 'Afsluiten',
  },
  folders: {
    share: 'Kies de map die uw team deelt',
    join: 'Kies de reviewmap die met u is gedeeld',
  },
  failed: {
    title: 'Concord moet sluiten',
    text: (log) =>
      `Er ging iets mis dat Concord niet kan herstellen terwijl het draait. Alles wat als bewaard werd getoond, staat veilig op schijf. Start Concord opnieuw; blijft het gebeuren, meld het dan met dit logbestand:\n\n${log}`,
  },
};
