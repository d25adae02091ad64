import * as fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOfAddress } from '../../../src/main/protocol/file-of-address';

const folder = path.resolve('/srv/concord/renderer');
const inFolder = (name: string): string => path.join(folder, name);

describe('the file an address means', () => {
  test.each([
    ['app://concord/', 'index.html'],
    ['app://concord/index.html', 'index.html'],
    ['app://concord/assets/index-1a2b.js', 'assets/index-1a2b.js'],
    ['app://concord/assets/a%20b.css', 'assets/a b.css'],
    ['app://concord/index.html?v=1#screening', 'index.html'],
    ['app://concord/a/../index.html', 'index.html'],
    // A browser takes these dots away before they are looked at: they never leave the root.
    ['app://concord/../main/index.cjs', 'main/index.cjs'],
    ['app://concord/%2e%2e/%2e%2e/etc/passwd', 'etc/passwd'],
  ])('%s is %s', (address, name) => {
    expect(fileOfAddress(folder, address)).toBe(inFolder(name));
  });

  test.each([
    ['encoded slashes that climb', 'app://concord/..%2fmain%2findex.cjs'],
    ['encoded slashes deeper down', 'app://concord/assets/..%2f..%2f..%2fetc%2fpasswd'],
    ['a sibling whose name begins the same', 'app://concord/..%2frenderer-secret%2fx'],
    ['a broken escape', 'app://concord/%'],
    ['bytes that are no text', 'app://concord/%c3%28'],
    ['a zero byte', 'app://concord/index.html%00.png'],
    ['another host', 'app://other/index.html'],
    ['a host that begins the same', 'app://concord.example/index.html'],
    ['a port', 'app://concord:8080/index.html'],
    ['a user', 'app://me@concord/index.html'],
    ['another scheme', 'https://concord/index.html'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'index.html'],
    ['nothing', ''],
  ])('%s means none', (_what, address) => {
    expect(fileOfAddress(folder, address)).toBeNull();
  });

  test('no address whatever leads out of the folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      '',
      '%00',
      '%25',
      '%252e',
      'C:',
      '~',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }),
        fc.constantFrom('/', '%2f', ''),
        (parts, glue) => {
          const file = fileOfAddress(folder, `app://concord/${parts.join(glue)}`);
          expect(file === null || file === folder || file.startsWith(`${folder}${path.sep}`)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
