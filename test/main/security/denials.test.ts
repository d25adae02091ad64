import { describe, expect, test } from 'vitest';
import { denyNavigation } from '../../../src/main/security/navigation';
import { denyNetwork } from '../../../src/main/security/network';
import { denyNewWindows } from '../../../src/main/security/new-windows';
import { denyPermissions } from '../../../src/main/security/permissions';
import { isOurMainFrame } from '../../../src/main/security/sender';
import { denyWebviews } from '../../../src/main/security/webviews';

/** Collects what is handed to the functions of an Electron object, by name of function or event. */
function recorder(): {
  readonly given: Map<string, (...values: never[]) => unknown>;
  readonly electron: never;
} {
  const given = new Map<string, (...values: never[]) => unknown>();
  const electron: unknown = new Proxy(
    {},
    {
      get: (_target, name) =>
        name === 'webRequest'
          ? electron
          : (...values: unknown[]) => {
              const handler = values.at(-1);
              if (typeof handler === 'function')
                given.set(values.length > 1 ? String(values[0]) : String(name), (...rest) =>
                  handler(...rest),
                );
            },
    },
  );
  return { given, electron: electron as never };
}

const call = (
  given: ReadonlyMap<string, (...values: never[]) => unknown>,
  name: string,
  ...values: unknown[]
): unknown => {
  const handler = given.get(name);
  if (!handler) throw new Error(`nothing listens to ${name}`);
  return handler(...(values as never[]));
};

const prevented = (
  given: ReadonlyMap<string, (...values: never[]) => unknown>,
  name: string,
  address: string,
): boolean => {
  let stopped = false;
  call(given, name, { preventDefault: () => (stopped = true) }, address);
  return stopped;
};

describe('going elsewhere', () => {
  const { given, electron } = recorder();
  denyNavigation(electron);
  test.each(['will-navigate', 'will-redirect'])('%s is stopped for all but the one page', (event) => {
    for (const address of [
      'https://example.org/',
      'app://concord/assets/x.html',
      'app://other/',
      'app://concord.example/',
      'file:///etc/passwd',
      'about:blank',
      'javascript:1',
      '',
    ])
      expect(prevented(given, event, address), address).toBe(true);
    expect(prevented(given, event, 'app://concord/')).toBe(false);
    expect(prevented(given, event, 'app://concord/#pooling')).toBe(false);
  });
});

test('no window is opened and no webview attached', () => {
  const windows = recorder();
  denyNewWindows(windows.electron);
  expect(call(windows.given, 'setWindowOpenHandler', { url: 'app://concord/' })).toEqual({ action: 'deny' });
  const webviews = recorder();
  denyWebviews(webviews.electron);
  expect(prevented(webviews.given, 'will-attach-webview', '')).toBe(true);
});

describe('permissions', () => {
  const { given, electron } = recorder();
  denyPermissions(electron);
  const asked = (permission: string, from: string): unknown => {
    let answer: unknown = 'none';
    call(
      given,
      'setPermissionRequestHandler',
      { getURL: () => from },
      permission,
      (granted: boolean) => (answer = granted),
    );
    expect(call(given, 'setPermissionCheckHandler', null, permission, from)).toBe(answer);
    return answer;
  };
  test('only our own page may copy, and nothing else is granted', () => {
    expect(asked('clipboard-sanitized-write', 'app://concord/')).toBe(true);
    expect(asked('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    for (const permission of [
      'geolocation',
      'notifications',
      'media',
      'clipboard-read',
      'midi',
      'openExternal',
      'fullscreen',
      'unknown',
    ])
      expect(asked(permission, 'app://concord/'), permission).toBe(false);
    expect(call(given, 'setDevicePermissionHandler', { deviceType: 'usb' })).toBe(false);
  });
});

test('every request but those for our own files is cancelled', () => {
  const { given, electron } = recorder();
  denyNetwork(electron);
  const cancelled = (url: string): unknown => {
    let answer: unknown = null;
    call(given, 'onBeforeRequest', { url }, (decision: { cancel: boolean }) => (answer = decision.cancel));
    return answer;
  };
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1:1/',
    'ws://127.0.0.1:1/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'blob:https://example.org/1',
    'data:text/html,hi',
    'chrome://gpu',
    'app://concord.example/',
  ])
    expect(cancelled(url), url).toBe(true);
  for (const url of ['app://concord/assets/x.js', 'blob:app://concord/1', 'data:image/png;base64,AA'])
    expect(cancelled(url), url).toBe(false);
});

test('only the main frame of our own page is answered', () => {
  const from = (senderFrame: unknown): boolean => isOurMainFrame({ senderFrame } as never);
  expect(from({ parent: null, url: 'app://concord/' })).toBe(true);
  expect(from(null)).toBe(false);
  expect(from({ parent: {}, url: 'app://concord/' })).toBe(false);
  expect(from({ parent: null, url: 'about:blank' })).toBe(false);
  expect(from({ parent: null, url: 'https://example.org/' })).toBe(false);
});
