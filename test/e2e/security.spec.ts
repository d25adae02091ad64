import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { channels } from '@shared/ipc';
import { expect, test } from './harness';

/** A server on this machine that counts every connection: what reaches it has left the window. */
async function listeningServer(): Promise<{ address: string; connections: () => number; server: Server }> {
  let connections = 0;
  const server = createServer((_request, response) => response.end('reached'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return { address: `127.0.0.1:${port}`, connections: () => connections, server };
}

test('the window has no Node, and the bridge offers one function per channel and nothing else', async ({
  launch,
}) => {
  const { app, page } = await launch();
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    ),
  ).toEqual([]);
  const offered = await page.evaluate(() => Object.keys(window.concord ?? {}).sort());
  expect(offered).toEqual([...channels, 'trialRuntime'].sort());
  const replaced = await page.evaluate(() => {
    const { concord } = window;
    if (!concord) return 'no bridge';
    try {
      Object.assign(concord, { readLog: () => 'mine' });
    } catch {
      return 'refused';
    }
    return String(concord.readLog).includes('mine') ? 'replaced' : 'refused';
  });
  expect(replaced).toBe('refused');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents &&
      'getLastWebPreferences' in contents &&
      typeof contents.getLastWebPreferences === 'function'
      ? contents.getLastWebPreferences()
      : {};
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the policy is strict on the page and on every file, and gives each load a nonce of its own', async ({
  launch,
}) => {
  const concord = await launch({ complaintsExpected: true });
  const policies = await concord.page.evaluate(async () => {
    const script = document.querySelector('script[src]')?.getAttribute('src') ?? '';
    const answers = await Promise.all([fetch('/'), fetch('/'), fetch(script), fetch('/nothing-here')]);
    return answers.map(({ headers }) => headers.get('content-security-policy') ?? '');
  });
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
  }
  expect(policies[0]).toMatch(/style-src 'self' 'nonce-[^']{20,}'/u);
  expect(policies[0]).not.toBe(policies[1]);
  await expect.poll(() => concord.complaints.join('\n')).toContain('404');
});

test('code from strings, inline code and foreign styles do not run', async ({ launch }) => {
  const concord = await launch({ complaintsExpected: true });
  const ran = await concord.page.evaluate(async () => {
    // Later and not at once: while a test's own code is being evaluated, the debugger lets such code pass.
    const refusedLater = (name: string, work: () => void): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            work();
            resolve(`${name} ran`);
          } catch {
            resolve(`${name} refused`);
          }
        });
      });
    const tries = [
      // The point is that these are refused.
      // eslint-disable-next-line no-eval
      await refusedLater('eval', () => (0, eval)('window.evalRan = true')),
      // eslint-disable-next-line no-new-func
      await refusedLater('Function', () => void new Function('window.functionRan = true')()),
    ];
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="/none.png" onerror="window.handlerRan = true">';
    document.body.append(image);
    await new Promise((resolve) => image.querySelector('img')?.addEventListener('error', resolve));
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const blobWorker = await new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
      worker.addEventListener('error', () => resolve('refused'));
      worker.addEventListener('message', () => resolve('ran'));
    }).catch(() => 'refused');
    return {
      tries,
      blobWorker,
      outline: getComputedStyle(document.body).outlineWidth,
      ran: ['evalRan', 'functionRan', 'inlineRan', 'handlerRan'].filter((name) => name in window),
    };
  });
  expect(ran.tries).toEqual(['eval refused', 'Function refused']);
  expect(ran.ran).toEqual([]);
  expect(ran.blobWorker).toBe('refused');
  expect(ran.outline).not.toBe('7px');
  await expect.poll(() => concord.complaints.join('\n')).toContain('Content Security Policy');
});

test('the window cannot be taken elsewhere', async ({ launch }) => {
  const concord = await launch({ complaintsExpected: true });
  const { app, page } = concord;
  for (const address of ['https://example.org/', 'app://concord/assets/', 'app://other/']) {
    const seen = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<{ address: string; prevented: boolean }>((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event, to) =>
            resolve({ address: to, prevented: event.defaultPrevented }),
          );
        }),
    );
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    expect(await seen).toEqual({ address, prevented: true });
    expect(page.url()).toBe('app://concord/');
  }
  expect(await page.evaluate(() => document.title)).toBe('Concord');
});

test('the window opens no other window and no webview', async ({ launch }) => {
  const concord = await launch();
  const opened = await concord.page.evaluate(() => {
    document.body.append(document.createElement('webview'));
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.org/',
      target: '_blank',
    });
    document.body.append(link);
    link.click();
    return window.open('app://concord/') === null && window.open('about:blank') === null;
  });
  expect(opened).toBe(true);
  const count = await concord.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(count).toBe(1);
});

test('permissions are denied', async ({ launch }) => {
  const concord = await launch({ complaintsExpected: true });
  const answers = await concord.page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    const refused = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        () => 'denied',
      );
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await state('geolocation'),
      microphone: await state('microphone'),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });
  expect(new Set(Object.values(answers))).toEqual(new Set(['denied']));
});

test('a request that does not fit the contract is refused with a code', async ({ launch }) => {
  const { page } = await launch();
  const codes = await page.evaluate(async () => {
    const { concord } = window;
    if (!concord) return ['no bridge'];
    // The bridge is called as hostile code would call it: without types.
    const bridge = concord as unknown as Record<
      string,
      (request: unknown) => Promise<{ error?: { code: string } }>
    >;
    const log = { reviewId: 'r1', authorId: 'a1', deviceId: 'laptop0001' };
    const requests: [string, unknown][] = [
      ['readLog', { ...log, reviewId: '../../etc' }],
      ['readLog', { ...log, authorId: 'a/b' }],
      ['readLog', { ...log, deviceId: '..' }],
      ['readLog', null],
      ['appendLines', { ...log, fromSequence: 0, lines: ['{}'] }],
      ['appendLines', { ...log, fromSequence: 1, lines: 'all' }],
      ['appendLines', { ...log, fromSequence: 1, lines: ['{}\n{}'] }],
      ['putBlob', { reviewId: 'r1', sha256: '../x', bytes: new Uint8Array() }],
      ['putBlob', { reviewId: 'r1', sha256: 'a'.repeat(64), bytes: 'text' }],
      ['getBlob', { reviewId: 'r1' }],
      ['saveFile', { suggestedName: '', bytes: new Uint8Array() }],
      ['createReview', { reviewId: 'con/', title: 'x', fictitious: false }],
      ['listLogs', { reviewId: () => 'r1' }],
    ];
    const answers: string[] = [];
    for (const [channel, request] of requests)
      answers.push((await bridge[channel]?.(request))?.error?.code ?? `${channel} answered`);
    return answers;
  });
  expect(new Set(codes)).toEqual(new Set(['bad-request']));
});

test('a page that is not ours gets no answer, even with our preload script', async ({ launch }) => {
  const { app } = await launch();
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('about:blank');
      const said = await stranger.webContents.executeJavaScript('concord.listReviews({})');
      stranger.destroy();
      return said;
    },
    path.resolve('out', 'preload', 'index.cjs'),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'foreign-sender' } });
});

test('nothing reaches the network, whichever way is tried', async ({ launch }) => {
  const { address, connections, server } = await listeningServer();
  const concord = await launch({ complaintsExpected: true });
  await concord.page.evaluate(async (host) => {
    const settled = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
    const failing = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve) => {
        element.addEventListener('error', resolve);
        element.addEventListener('load', resolve);
        document.body.append(element);
      });
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch']) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `http://${host}/` }));
    }
    navigator.sendBeacon(`http://${host}/beacon`, 'x');
    await settled(fetch(`http://${host}/fetch`, { mode: 'no-cors' }));
    await failing(Object.assign(new Image(), { src: `http://${host}/image.png` }));
    await failing(Object.assign(document.createElement('script'), { src: `http://${host}/script.js` }));
    await new Promise((resolve) => {
      try {
        const socket = new WebSocket(`ws://${host}/`);
        for (const end of ['close', 'error', 'open']) socket.addEventListener(end, resolve);
      } catch {
        resolve(null);
      }
    });
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${host}` },
        { urls: `turn:${host}?transport=tcp`, username: 'u', credential: 'c' },
      ],
    });
    peer.createDataChannel('x');
    await peer.setLocalDescription();
    const form = Object.assign(document.createElement('form'), {
      action: `http://${host}/form`,
      method: 'post',
    });
    document.body.append(form);
    form.submit();
  }, address);

  // The second wall: without any policy of a page, from the main process and from a bare window.
  const walls = await concord.app.evaluate(async ({ BrowserWindow, session }, host) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'refused',
      );
    const bare = new BrowserWindow({ show: false });
    const answers = [
      await outcome(session.defaultSession.fetch(`http://${host}/session`)),
      await outcome(bare.loadURL(`http://${host}/page`)),
    ];
    await bare.loadURL('about:blank');
    answers.push(
      await outcome(bare.webContents.executeJavaScript(`fetch('http://${host}/bare', { mode: 'no-cors' })`)),
    );
    bare.destroy();
    return answers;
  }, address);
  expect(walls).toEqual(['refused', 'refused', 'refused']);
  expect(connections()).toBe(0);
  await fetch(`http://${address}/`);
  expect(connections(), 'the server does count').toBe(1);
  server.close();
});

test('nothing outside the built window is served', async ({ launch }) => {
  const concord = await launch({ complaintsExpected: true });
  const statuses = await concord.page.evaluate(async () => {
    const ask = async (address: string, method = 'GET'): Promise<number | string> =>
      fetch(address, { method }).then(
        ({ status }) => status,
        () => 'refused',
      );
    return {
      inside: await ask('/index.html'),
      up: await ask('/../main/index.cjs'),
      encoded: await ask('/..%2fmain%2findex.cjs'),
      twice: await ask('/%2e%2e%2fmain/index.cjs'),
      windows: await ask('/..%5cmain%5cindex.cjs'),
      deep: await ask('/assets/..%2f..%2f..%2fpackage.json'),
      nul: await ask('/index.html%00.png'),
      folder: await ask('/assets'),
      bad: await ask('/%'),
      post: await ask('/', 'POST'),
      other: await ask('app://other/index.html'),
      file: await ask('file:///etc/hostname'),
    };
  });
  expect(statuses).toEqual({
    inside: 200,
    up: 404,
    encoded: 404,
    twice: 404,
    windows: 404,
    deep: 404,
    nul: 'refused',
    folder: 404,
    bad: 404,
    post: 405,
    other: 'refused',
    file: 'refused',
  });
});
