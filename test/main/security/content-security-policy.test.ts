import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/main/security/content-security-policy';

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

test('the policy opens nothing to others and lets no text become code', () => {
  for (const policy of [contentSecurityPolicy(null), contentSecurityPolicy('bm9uY2U=')]) {
    expect(policy).not.toMatch(/unsafe-|\*|https?:|wss?:|file:/u);
    const given = directives(policy);
    expect(given.get('default-src')).toBe("'none'");
    expect(given.get('script-src')).toBe("'self'");
    expect(given.get('worker-src')).toBe("'self'");
    expect(given.get('connect-src')).toBe("'self'");
    for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(given.get(closed), closed).toBe("'none'");
    // What is not named falls back to nothing; frames and media are not named.
    expect([...given.keys()]).not.toEqual(expect.arrayContaining(['frame-src']));
  }
});

test('styles need the nonce of their load, scripts never have one', () => {
  expect(directives(contentSecurityPolicy('abc')).get('style-src')).toBe("'self' 'nonce-abc'");
  expect(directives(contentSecurityPolicy(null)).get('style-src')).toBe("'self'");
  expect(directives(contentSecurityPolicy('abc')).get('script-src')).not.toContain('nonce');
});
