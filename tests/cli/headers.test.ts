import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../src/cli/headers.ts';
import { projectRoot } from '../environment.ts';

describe('a _headers file', () => {
  test('is paths, each with its headers below', () => {
    expect(parseHeaders('# a note\n/*\r\n  A: b: c \n\n  # another\n\tX-D: e\n/x/*.js\n  F: g\n')).toEqual([
      { path: '/*', headers: [['A', 'b: c'], ['X-D', 'e']] }, // prettier-ignore
      { path: '/x/*.js', headers: [['F', 'g']] },
    ]);
  });

  test.each([
    ['a header of no path', '  A: b\n', 'riga 1'],
    ['a header without a value', '/*\n  A:\n', 'riga 2'],
    ['a header that is not indented', '/*\nA: b\n', 'riga 2'],
    ['a path that starts nowhere', '/*\n  A: b\nx/*\n', 'riga 3'],
  ])('is refused with %s', (_, text, line) => {
    expect(() => parseHeaders(text)).toThrow(line);
  });

  test('gives a path the headers of all the rules that match it, to the end', () => {
    const rules = parseHeaders('/*\n  A: every\n/x/*.js\n  A: script\n  B: c\n/y.z\n  D: e\n');
    const given = (path: string) => [...headersFor(rules, path)];
    expect(given('/')).toEqual([['a', 'every']]);
    expect(given('/x/deep/one.js')).toEqual([['a', 'every, script'], ['b', 'c']]); // prettier-ignore
    expect(given('/x/one.json')).toEqual([['a', 'every']]);
    expect(given('/yaz')).toEqual([['a', 'every']]);
    expect(given('/y.z')).toEqual([['a', 'every'], ['d', 'e']]); // prettier-ignore
  });
});

describe('the headers of the site', () => {
  const rules = parseHeaders(readFileSync(join(projectRoot, 'public/_headers'), 'utf8'));

  test.each(['/', '/pratiche/abito/', '/404.html', '/pagefind/pagefind.js'])('protect %s', (path) => {
    const headers = headersFor(rules, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('cache-control')).toBeNull();
  });

  test('give every power of the browser to nobody, but the lit screen to our own pages', () => {
    const powers = headersFor(rules, '/').get('permissions-policy')?.split(', ') ?? [];
    expect(powers).toEqual(
      expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()', 'usb=()']),
    );
    // the run of a session keeps the screen of the room on
    expect(powers.filter((power) => !power.endsWith('=()'))).toEqual(['screen-wake-lock=(self)']);
    expect(new Set(powers).size).toBe(powers.length);
  });

  test('keep for good only names that change with what they hold', () => {
    const kept = (path: string) =>
      headersFor(rules, path).get('cache-control')?.includes('immutable') ?? false;
    expect(kept('/_astro/lora-latin-400-normal.DnxXpLNu.woff2')).toBe(true);
    expect(kept('/_astro/start.DR2bCd6V.js')).toBe(true);
    // purged after it was named
    expect(kept('/_astro/Page.DLAsHXov.css')).toBe(false);
    expect(kept('/pagefind/pagefind.js')).toBe(false);
    expect(kept('/favicon.svg')).toBe(false);
  });
});
