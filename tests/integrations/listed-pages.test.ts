import { expect, test } from 'vitest';
import { mayBeListed } from '../../src/integrations/listed-pages.ts';

test('a page that asks not to be indexed is not listed', () => {
  expect(mayBeListed('<head><meta name="robots" content="noindex"></head>')).toBe(false);
  expect(mayBeListed('<head><link rel="canonical" href="/a/"></head>')).toBe(true);
});
