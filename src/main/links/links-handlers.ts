import { shell } from 'electron';
import type { Handlers } from '../ipc/handle-channels';

export type LinksOptions = {
  /** Tests open no browser. */
  readonly silent: boolean;
};

/** Articles open in the person's own browser: the window names a DOI, never an address. */
export function linksHandlers({ silent }: LinksOptions): Pick<Handlers, 'openDoi'> {
  return {
    async openDoi({ doi }) {
      const address = new URL('https://doi.org');
      address.pathname = `/${doi}`;
      try {
        if (!silent) await shell.openExternal(address.href);
        return { ok: true, value: null };
      } catch (cause) {
        return { ok: false, error: { code: 'no-browser', detail: String(cause).slice(0, 2_000) } };
      }
    },
  };
}
