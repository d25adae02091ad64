import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channels, contract, type Channel, type Response } from '../../shared/ipc';
import { isOurs } from '../security/origin';
import type { z } from 'zod';

/** What main does on each channel; requests arrive parsed. */
export type Handlers = {
  readonly [C in Channel]: (request: z.output<(typeof contract)[C]['request']>) => Promise<Response<C>>;
};

/**
 * Electron security checklist, "Validate the sender of all IPC messages": only the main frame of our own origin is
 * answered. What does not fit the contract is refused with a code; nothing thrown here reaches the window as a stack.
 */
export function handleChannels(handlers: Handlers): void {
  for (const channel of channels)
    ipcMain.handle(channel, (event, request) => answer(handlers, channel, event, request));
}

async function answer<C extends Channel>(
  handlers: Handlers,
  channel: C,
  event: IpcMainInvokeEvent,
  request: unknown,
): Promise<unknown> {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !isOurs(frame.url)) return refusal('foreign-sender');
  const parsed = contract[channel].request.safeParse(request);
  if (!parsed.success) return refusal('bad-request');
  try {
    const handler: (request: never) => Promise<unknown> = handlers[channel];
    return await handler(parsed.data as never);
  } catch (cause) {
    return refusal('internal', String(cause));
  }
}

const refusal = (code: string, detail?: string) => ({ ok: false, error: { code, detail } });
