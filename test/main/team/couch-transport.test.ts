import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReviewId } from '@shared/kernel';
import { CouchTransport } from '../../../src/main/team/couch-transport';
import { startCouchServer } from '../../support/couch-server';
import { transportContract } from '../../support/transport-contract';

let server: Awaited<ReturnType<typeof startCouchServer>>;
let reviews = 0;
beforeAll(async () => {
  server = await startCouchServer();
});
afterAll(() => server.stop());

transportContract('a server of the CouchDB protocol', async () => {
  reviews += 1;
  const name = `Review.${reviews}`;
  return { another: () => new CouchTransport({ url: `${server.url}/` }, name) };
});

describe('a server that does not help', () => {
  const review = { reviewId: ReviewId.parse('peers'), title: 'Peers', fictitious: true };
  const answering =
    (status: number, body: string): typeof fetch =>
    async () =>
      new Response(body, { status });

  it('is out of reach, says no, or is none, each in its own words', async () => {
    const gone = new CouchTransport({ url: 'http://127.0.0.1:1' }, 'peers');
    expect(await gone.describe()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    const closed = new CouchTransport(
      { url: 'http://x', fetch: answering(401, '{"error":"unauthorized"}') },
      'peers',
    );
    expect(await closed.found(review)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const page = new CouchTransport({ url: 'http://x', fetch: answering(200, '<html>') }, 'peers');
    expect(await page.listLogs()).toMatchObject({ ok: false, error: { code: 'not-a-server' } });
  });

  it('is told who asks', async () => {
    let asked: string | null = null;
    const listening: typeof fetch = async (_, init) => {
      asked = new Headers(init?.headers).get('authorization');
      return new Response('{"error":"not_found"}', { status: 404 });
    };
    await new CouchTransport(
      { url: 'http://x', user: 'anna', password: 'é:', fetch: listening },
      'peers',
    ).describe();
    expect(asked).toBe(`Basic ${Buffer.from('anna:é:').toString('base64')}`);
  });
});
