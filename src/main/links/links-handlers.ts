import { shell } from 'electron';
import { addressOf, type Response } from '../../shared/ipc';
import type { Handlers } from '../ipc/handle-channels';

export type LinksOptions = {
  /** Tests open no browser. */
  readonly silent: boolean;
};

/** Articles open in the person's own browser: the window names a DOI or another number, never an address. */
export function linksHandlers({ silent }: LinksOptions): Pick<Handlers, 'openDoi' | 'lookFor'> {
  return {
    lookFor: (place) => open(addressOf(place)),
    async openDoi({ doi }) {
      const address = new URL('https://doi.org');
      address.pathname = `/${doi}`;
      return open(address.href);
    },
  };

  async function open(address: string): Promise<Response<'openDoi'>> {
    try {
      if (!silent) await shell.openExternal(address);
      return { ok: true, value: null };
    } catch (cause) {
      return { ok: false, error: { code: 'no-browser', detail: String(cause).slice(0, 2_000) } };
    }
  }
}
