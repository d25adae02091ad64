import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GuardedServer = {
  readonly url: string;
  /** While it is out, nobody gets an answer. */
  readonly goOut: (out: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** A door before a server: only who has the name and password gets in, and the line can be cut. */
export async function guardedServer(
  behind: string,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<GuardedServer> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  let out = false;
  const server = createServer((asked, answer) => {
    if (out) {
      asked.socket.destroy();
      return;
    }
    if (asked.headers.authorization !== wanted) {
      answer.writeHead(401, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ error: 'unauthorized', reason: 'Name or password is incorrect.' }));
      return;
    }
    const { authorization: _, ...headers } = asked.headers;
    const passed = request(`${behind}${asked.url ?? ''}`, { method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    goOut(whether) {
      out = whether;
      if (out) server.closeAllConnections();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
