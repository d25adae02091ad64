import { expect, test } from 'vitest';
import { isOurs } from '../../../src/main/security/origin';

test.each(['app://concord', 'app://concord/', 'app://concord/index.html#x', 'APP://concord/'])(
  '%s is ours',
  (address) => expect(isOurs(address)).toBe(true),
);

test.each([
  '',
  'about:blank',
  'app:',
  'app:concord',
  'app://',
  'app://concord.example/',
  'app://evil@concord/',
  'app://concord@evil/',
  'app://concord:1/',
  'app://xconcord/',
  'blob:app://concord/1',
  'https://concord/',
  'https://example.org/app://concord/',
  'file:///app://concord/',
  'data:text/html,app://concord/',
  'javascript:alert(1)//app://concord/',
])('%s is not ours', (address) => expect(isOurs(address)).toBe(false));
