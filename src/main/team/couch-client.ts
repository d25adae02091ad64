import { z } from '../../shared/kernel/schema';
import { Refused } from '../journal/failures';

export type CouchOptions = {
  /** The address of the server, without a database. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  readonly fetch?: typeof fetch;
};

const Row = z.object({
  id: z.string().optional(),
  doc: z.looseObject({ _id: z.string(), _rev: z.string() }).nullish(),
});
const Rows = z.object({ rows: z.array(Row) });
const Written = z.array(
  z.looseObject({ id: z.string(), rev: z.string().optional(), error: z.string().optional() }),
);

export type CouchDoc = { readonly _id: string; readonly _rev?: string; readonly [field: string]: unknown };

/** Longest wait for an answer, ms: a server that says nothing is out of reach. */
const patience = 30_000;

/** The few calls of the CouchDB protocol that are needed, with answers that were looked at. */
export class CouchClient {
  readonly #options: CouchOptions;

  constructor(options: CouchOptions) {
    this.#options = options;
  }

  /** Makes a database; it may be there, or have been made by whoever runs the server. */
  async makeDatabase(name: string): Promise<void> {
    const made = await this.#ask(name, 'PUT');
    if (made.status < 300 || made.status === 412) return;
    const there = await this.#ask(name, 'GET');
    if (there.status >= 300) throw refusalOf(made.status);
  }

  /** A text that is another one whenever something in the database may have changed; null where there is none. */
  async stampOf(name: string): Promise<string | null> {
    const answer = await this.#ask(name, 'GET');
    if (answer.status === 404) return null;
    if (answer.status >= 300) throw refusalOf(answer.status);
    const about = z.looseObject({ update_seq: z.union([z.string(), z.number()]) }).safeParse(answer.body);
    if (!about.success) throw new Refused({ code: 'not-a-server' });
    // CouchDB puts the number of changes first; what follows may differ from answer to answer.
    return String(about.data.update_seq).split('-')[0] ?? '';
  }

  async get(database: string, id: string): Promise<CouchDoc | null> {
    const answer = await this.#ask(`${database}/${encodeURIComponent(id)}`, 'GET');
    if (answer.status === 404) return null;
    if (answer.status >= 300) throw refusalOf(answer.status);
    const doc = z.looseObject({ _id: z.string(), _rev: z.string() }).safeParse(answer.body);
    if (!doc.success) throw new Refused({ code: 'not-a-server' });
    return doc.data;
  }

  /** Documents by their ids, in that order; undefined where there is none. */
  async getMany(database: string, ids: readonly string[]): Promise<(CouchDoc | undefined)[]> {
    if (ids.length === 0) return [];
    const answer = await this.#ask(`${database}/_all_docs?include_docs=true`, 'POST', { keys: ids });
    if (answer.status === 404) return ids.map(() => undefined);
    if (answer.status >= 300) throw refusalOf(answer.status);
    const rows = Rows.safeParse(answer.body);
    if (!rows.success) throw new Refused({ code: 'not-a-server' });
    return rows.data.rows.map((row) => row.doc ?? undefined);
  }

  /** Every document of a small database. */
  async getAll(database: string): Promise<CouchDoc[]> {
    const answer = await this.#ask(`${database}/_all_docs?include_docs=true`, 'GET');
    if (answer.status === 404) return [];
    if (answer.status >= 300) throw refusalOf(answer.status);
    const rows = Rows.safeParse(answer.body);
    if (!rows.success) throw new Refused({ code: 'not-a-server' });
    return rows.data.rows.flatMap((row) => row.doc ?? []);
  }

  /** Writes documents; the ids of those that are there already and were not written. */
  async put(database: string, docs: readonly CouchDoc[]): Promise<string[]> {
    const answer = await this.#ask(`${database}/_bulk_docs`, 'POST', { docs });
    if (answer.status >= 300) throw refusalOf(answer.status);
    const written = Written.safeParse(answer.body);
    if (!written.success) throw new Refused({ code: 'not-a-server' });
    const refused = written.data.find(({ error }) => error !== undefined && error !== 'conflict');
    if (refused) throw new Refused({ code: 'not-allowed', detail: refused.error ?? '' });
    return written.data.filter(({ error }) => error === 'conflict').map(({ id }) => id);
  }

  async #ask(
    path: string,
    method: 'GET' | 'PUT' | 'POST',
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const { url, user, password, fetch: call = fetch } = this.#options;
    const headers: Record<string, string> = {
      accept: 'application/json',
      'content-type': 'application/json',
    };
    if (user !== undefined)
      headers['authorization'] = `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`;
    let response: Response;
    try {
      response = await call(`${url.replace(/\/+$/u, '')}/${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(patience),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new Refused({ code: 'unreachable', detail: String(cause).slice(0, 300) });
    }
    try {
      return { status: response.status, body: await response.json() };
    } catch {
      throw new Refused({ code: 'not-a-server', detail: String(response.status) });
    }
  }
}

const refusalOf = (status: number): Refused =>
  new Refused({
    code: status === 401 || status === 403 ? 'not-allowed' : status >= 500 ? 'unreachable' : 'not-a-server',
    detail: String(status),
  });
