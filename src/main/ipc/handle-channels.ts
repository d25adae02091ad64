import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from '../../shared/kernel/schema';
import { channels, contract, type Channel, type Response } from '../../shared/ipc';
import { isOurMainFrame } from '../security/sender';

/** What main does on each channel; requests arrive parsed. */
export type Handlers = {
  readonly [C in Channel]: (request: z.output<(typeof contract)[C]['request']>) => Promise<Response<C>>;
};

/**
 * Answers every channel of the contract. What comes from elsewhere or does not fit the contract is refused with a code;
 * nothing thrown here reaches the window as a stack.
 */
export function handleChannels(handlers: Handlers, onBug: (cause: unknown) => void): void {
  for (const channel of channels)
    ipcMain.handle(channel, (event, request) => answer(handlers, channel, event, request, onBug));
}

async function answer<C extends Channel>(
  handlers: Handlers,
  channel: C,
  event: IpcMainInvokeEvent,
  request: unknown,
  onBug: (cause: unknown) => void,
): Promise<unknown> {
  if (!isOurMainFrame(event)) return refusal('foreign-sender');
  const parsed = contract[channel].request.safeParse(request);
  if (!parsed.success) return refusal('bad-request', channel);
  try {
    const handler: (request: never) => Promise<unknown> = handlers[channel];
    return await handler(parsed.data as never);
  } catch (cause) {
    onBug(cause);
    return refusal('internal', String(cause).slice(0, 2_000));
  }
}

const refusal = (code: string, detail?: string) => ({ ok: false, error: { code, detail } });
