import { createHash } from 'node:crypto';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The program of the system's package; null where it is not installed. */
export function findSyncthing(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'syncthing')).find((file) => existsSync(file)) ?? null;
}

/** No peer outlives this, whatever becomes of the test, ms. */
const longestLife = 600_000;
const patience = 60_000;
/** What both call the folder they share. */
const folderId = 'review';

/** Two machines with a real Syncthing each that know one another and nobody else, on loopback alone. */
export class SyncthingPair {
  readonly #home = mkdtempSync(path.join(os.tmpdir(), 'concord-syncthing-'));
  readonly peers: readonly [SyncthingPeer, SyncthingPeer];

  private constructor(binary: string, ports: readonly number[]) {
    const peer = (name: string, at: number): SyncthingPeer =>
      new SyncthingPeer(binary, path.join(this.#home, name), ports[at] ?? 0, ports[at + 1] ?? 0);
    this.peers = [peer('one', 0), peer('two', 2)];
  }

  static async start(binary: string): Promise<SyncthingPair> {
    const pair = new SyncthingPair(binary, await freePorts(4));
    const [one, two] = pair.peers;
    one.configure(two);
    two.configure(one);
    await Promise.all(pair.peers.map((peer) => peer.start()));
    await pair.connected();
    return pair;
  }

  async connected(): Promise<void> {
    await until('the peers see one another', async () => {
      const seen = await Promise.all(this.peers.map((peer) => peer.seesTheOther()));
      return seen.every(Boolean);
    });
  }

  /** Both have looked at their folder and hold the same files. */
  async inSync(): Promise<void> {
    for (const peer of this.peers) await peer.scan();
    await until('the folders are in sync', async () => {
      const lacks = await Promise.all(this.peers.map((peer) => peer.lacks()));
      const [one, two] = this.peers.map(({ folder }) => contentsOf(folder));
      return lacks.every((lack) => lack === 0) && one === two;
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.peers.map((peer) => peer.kill()));
    rmSync(this.#home, { recursive: true, force: true });
  }
}

export class SyncthingPeer {
  readonly folder: string;
  readonly deviceId: string;
  readonly #key: string;
  #other: SyncthingPeer | undefined;
  #process: ChildProcess | undefined;

  constructor(
    readonly binary: string,
    readonly home: string,
    readonly port: number,
    readonly guiPort: number,
  ) {
    this.folder = path.join(home, 'synced');
    mkdirSync(this.folder, { recursive: true });
    const made = spawnSync(
      binary,
      ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'],
      { encoding: 'utf8', env: alone },
    );
    const config = made.status === 0 ? readFileSync(this.#config, 'utf8') : '';
    this.deviceId = /<device id="([A-Z0-9-]+)"/u.exec(config)?.[1] ?? '';
    this.#key = /<apikey>(.+)<\/apikey>/u.exec(config)?.[1] ?? '';
    if (this.deviceId === '' || this.#key === '') throw new Error(`syncthing generate: ${made.stderr}`);
  }

  get #config(): string {
    return path.join(this.home, 'config.xml');
  }

  configure(other: SyncthingPeer): void {
    this.#other = other;
    writeFileSync(this.#config, configOf(this, other, this.#key));
  }

  async start(): Promise<void> {
    const args = ['serve', `--home=${this.home}`, '--no-browser', '--no-restart', '--no-upgrade'];
    const child = spawn(this.binary, args, { stdio: 'ignore', env: alone, detached: true });
    this.#process = child;
    const end = (): void => endGroup(child);
    const limit = setTimeout(end, longestLife);
    limit.unref();
    process.once('exit', end);
    child.once('exit', () => {
      clearTimeout(limit);
      process.off('exit', end);
    });
    await until('syncthing answers', () => this.#answers());
  }

  /** At once, also in the middle of a file. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    endGroup(child);
    await gone;
  }

  /** Lets go of the other machine, as a laptop without a network does. */
  async pause(): Promise<void> {
    await this.#ask('POST', `system/pause?device=${this.#otherId}`);
    await until('the line is cut', async () => !(await this.seesTheOther()));
  }

  async resume(): Promise<void> {
    await this.#ask('POST', `system/resume?device=${this.#otherId}`);
    await until('the line is back', () => this.seesTheOther());
  }

  scan = (): Promise<unknown> => this.#ask('POST', `db/scan?folder=${folderId}`);

  async seesTheOther(): Promise<boolean> {
    const answer = (await this.#ask('GET', 'system/connections')) as {
      connections?: Record<string, { connected: boolean }>;
    };
    return answer.connections?.[this.#otherId]?.connected ?? false;
  }

  /** How many bytes, files and deletions this machine, or the other by its knowledge, still waits for. */
  async lacks(): Promise<number> {
    const own = (await this.#ask('GET', `db/status?folder=${folderId}`)) as {
      state: string;
      needTotalItems: number;
    };
    const other = (await this.#ask('GET', `db/completion?folder=${folderId}&device=${this.#otherId}`)) as {
      needItems: number;
      needDeletes: number;
    };
    return (own.state === 'idle' ? 0 : 1) + own.needTotalItems + other.needItems + other.needDeletes;
  }

  get #otherId(): string {
    return this.#other?.deviceId ?? '';
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#ask('GET', 'system/ping');
      return true;
    } catch {
      return false;
    }
  }

  async #ask(method: 'GET' | 'POST', what: string): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.guiPort}/rest/${what}`, {
      method,
      headers: { 'X-API-Key': this.#key },
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`syncthing ${what}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** Syncthing watches over a process of its own, which has to end with it. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Everything that would reach for another machine is off: discovery, relays, NAT, reports, upgrades. */
const configOf = (
  own: SyncthingPeer,
  other: SyncthingPeer,
  key: string,
): string => `<configuration version="36">
  <folder id="${folderId}" label="${folderId}" path="${own.folder}" type="sendreceive" rescanIntervalS="10" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${own.deviceId}"></device>
    <device id="${other.deviceId}"></device>
    <maxConflicts>10</maxConflicts>
  </folder>
  ${[own, other].map(({ deviceId, port }) => `<device id="${deviceId}" name="${port}" compression="metadata"><address>tcp://127.0.0.1:${port}</address></device>`).join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${own.guiPort}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
    <globalAnnounceServer></globalAnnounceServer>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <announceLANAddresses>false</announceLANAddresses>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunServer></stunServer>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <urURL></urURL>
    <releasesURL></releasesURL>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingURL></crashReportingURL>
    <crashReportingEnabled>false</crashReportingEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`;

/** Without a proxy, which Syncthing would take for the connection of its peers. */
const alone: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: os.tmpdir(),
  STNOUPGRADE: '1',
  no_proxy: '*',
};

/** Names and contents of all that is shared, without what Syncthing keeps for itself. */
function contentsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(?:^|\/)\.(?:stfolder|syncthing\.)/u.test(name))
    .sort();
  return files.map((name) => `${name} ${hashOf(path.join(folder, name))}`).join('\n');
}

/** Of a file; of a folder nothing, nor of what went while it was looked at. */
function hashOf(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return '';
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** @throws after a minute, with what was waited for */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`waited in vain: ${what}`);
}
