import { compileAsync, Logger } from 'sass-embedded';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { projectRoot } from '../environment.ts';

const { css } = await compileAsync(join(projectRoot, 'src/styles/main.scss'), {
  loadPaths: [join(projectRoot, 'node_modules')],
  quietDeps: true,
  logger: Logger.silent,
});
const addresses = [...css.matchAll(/url\(\s*["']?([^)"']*)/g)].map(([, address]) => address);

test('no rule, used or not, draws from an address that the policy refuses', () => {
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => /^([a-z]+:|\/\/)/i.test(address ?? ''))).toEqual([]);
  expect(css).not.toMatch(/data:|@import/);
});

test('every weight of ours has a system font to stand in for it, and no text waits for a file', () => {
  const faces = [...css.matchAll(/@font-face \{[^}]*\}/g)].map(([face]) => face);
  const named = (name: string) => faces.filter((face) => face.includes(`font-family: "${name}"`));
  for (const family of ['Titillium Web', 'Lora']) {
    expect(named(family)).toHaveLength(3);
    for (const face of named(family)) expect(face).toContain('font-display: swap');
    for (const face of named(`${family} fallback`))
      expect(face).toMatch(/local\([^]*size-adjust[^]*ascent-override/);
    expect(css).toMatch(new RegExp(`${family}"?, "?${family} fallback`));
  }
});
