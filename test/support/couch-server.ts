import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';

type PouchClass = { plugin: (part: unknown) => PouchClass };
type App = {
  use: (path: string, part: unknown) => void;
  listen: (port: number, host: string, ready: () => void) => Server;
};

/** A real server of the CouchDB protocol, on a port of its own, with its databases in memory. */
export async function startCouchServer(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const load: (name: string) => unknown = createRequire(import.meta.url);
  const express = load('express') as () => App;
  const serve = load('express-pouchdb') as (pouch: PouchClass, options: object) => unknown;
  const Pouch = ['pouchdb-adapter-memory', 'pouchdb-mapreduce', 'pouchdb-replication'].reduce(
    (pouch, part) => pouch.plugin(load(part)),
    load('pouchdb-core') as PouchClass,
  );
  const logPath = path.join(mkdtempSync(path.join(os.tmpdir(), 'concord-couch-')), 'log.txt');
  const app = express();
  app.use('/', serve(Pouch, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
