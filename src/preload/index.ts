import { contextBridge, ipcRenderer } from 'electron';
import {
  channels,
  contract,
  type Channel,
  type ConcordBridge,
  type Request,
  type Response,
} from '../shared/ipc';

/** Asks main on one channel. What comes back is parsed here, so the window can trust its shape; it never throws. */
async function ask<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> {
  let answer: unknown;
  try {
    answer = await ipcRenderer.invoke(channel, request);
  } catch (cause) {
    answer = { ok: false, error: { code: 'bad-request', detail: String(cause).slice(0, 2_000) } };
  }
  const parsed = contract[channel].response.safeParse(answer);
  return (parsed.success ? parsed.data : { ok: false, error: { code: 'bad-answer' } }) as Response<C>;
}

const functions = Object.fromEntries(
  channels.map((channel) => [channel, (request: Request<typeof channel>) => ask(channel, request)]),
);

contextBridge.exposeInMainWorld('concord', {
  ...functions,
  trialRuntime: process.argv.includes('--concord-trial-runtime'),
} as ConcordBridge);
