import { contextBridge, ipcRenderer } from 'electron';
import {
  channels,
  contract,
  type Channel,
  type ConcordBridge,
  type Request,
  type Response,
} from '../shared/ipc';
import { z } from 'zod';

z.config({ jitless: true });

/** Asks main on one channel. What comes back is parsed here, so the window can trust its shape. */
async function ask<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> {
  const answer: unknown = await ipcRenderer.invoke(channel, request);
  const parsed = contract[channel].response.safeParse(answer);
  if (!parsed.success) throw new Error(`The main process answered ${channel} in an unknown form`);
  return parsed.data as Response<C>;
}

const functions = Object.fromEntries(
  channels.map((channel) => [channel, (request: Request<typeof channel>) => ask(channel, request)]),
);

contextBridge.exposeInMainWorld('concord', {
  ...functions,
  trialRuntime: process.argv.includes('--concord-trial-runtime'),
} as ConcordBridge);
