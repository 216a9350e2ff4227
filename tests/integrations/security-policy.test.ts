import { expect, test } from 'vitest';
import { withPolicy } from '../../src/integrations/security-policy.ts';

test('the policy stands among the headers of every page', () => {
  expect(withPolicy('/*\n  A: b\n\n/x/*\n  C: d\n', 'p $& q')).toBe(
    '/*\n  Content-Security-Policy: p $& q\n  A: b\n\n/x/*\n  C: d\n',
  );
  expect(() => withPolicy('/x/*\n  C: d\n', 'p')).toThrow('no block');
});
