import type { WebContents } from 'electron';
import { appIdentity } from '../../shared/kernel/app-identity';

/**
 * Electron security checklist, "Disable or limit navigation": the window stays on its one page. A link in an imported
 * record, a file dropped on the window or a redirect cannot take it elsewhere.
 */
export function denyNavigation(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, address: string): void => {
    if (!isOurPage(address)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
}

/** Only a reload of the page itself; not another file of our own origin. */
const isOurPage = (address: string): boolean => address.split('#')[0] === `${appIdentity.origin}/`;
