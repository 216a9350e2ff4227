import { expect, test } from 'vitest';
import { inlineStylesOf, policyFor, withPolicy } from '../../src/integrations/security-policy.ts';

test('the styles written in a page are found, byte for byte', () => {
  expect(inlineStylesOf('<style>a{}\n</style><p>x</p><style data-x>b{}</style>')).toEqual(['a{}\n', 'b{}']);
  expect(inlineStylesOf('<link rel="stylesheet" href="/a.css">')).toEqual([]);
});

test('the policy allows only them, each once, in an order that does not change', () => {
  const policy = policyFor(['b{}', 'a{}', 'b{}']);
  expect(policy).toBe(policyFor(['a{}', 'b{}']));
  expect(policy.match(/'sha256-[A-Za-z0-9+/]{43}='/g)).toHaveLength(2);
  expect(policy).not.toContain('unsafe-inline');
  expect(policyFor([])).toContain("style-src 'self';");
});

test('the policy stands among the headers of every page', () => {
  expect(withPolicy('/*\n  A: b\n\n/x/*\n  C: d\n', 'p $& q')).toBe(
    '/*\n  Content-Security-Policy: p $& q\n  A: b\n\n/x/*\n  C: d\n',
  );
  expect(() => withPolicy('/x/*\n  C: d\n', 'p')).toThrow('no block');
});
