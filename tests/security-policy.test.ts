import { describe, expect, test } from 'vitest';
import { contentSecurityHeader, contentSecurityPolicy } from '../src/security-policy.ts';

const [local, published] = ['http://localhost:4321', 'https://esempio.it'];

const directivesOf = (policy: string): Map<string, string> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the policy of a page', () => {
  test('allows the files of the site, WebAssembly, and nothing else', () => {
    expect(Object.fromEntries(directivesOf(contentSecurityPolicy(local)))).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'object-src': "'none'",
      'frame-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'offline',
    });
  });

  test.each([contentSecurityPolicy, contentSecurityHeader])('never loosens', (policyFor) => {
    for (const address of [local, published])
      expect(policyFor(address)).not.toMatch(/'unsafe-(inline|eval|hashes)'|'sha\d+-|data:|blob:|https?:|\*/);
  });

  test('asks for https only where the public address has it', () => {
    expect(contentSecurityPolicy('HTTPS://Esempio.it')).toBe(contentSecurityPolicy(published));
    expect(directivesOf(contentSecurityPolicy(published)).get('upgrade-insecure-requests')).toBe('');
    expect(contentSecurityPolicy(local)).not.toContain('upgrade');
    expect(contentSecurityPolicy('http://base.comune.lan')).not.toContain('upgrade');
  });

  test('can stand in an attribute and in one line of headers', () => {
    expect(contentSecurityHeader(published)).toMatch(/^[a-z' ;-]+$/);
  });
});

test('the header is the same policy, and forbids to frame the pages', () => {
  for (const address of [local, published])
    expect(contentSecurityHeader(address)).toBe(`${contentSecurityPolicy(address)}; frame-ancestors 'none'`);
});
