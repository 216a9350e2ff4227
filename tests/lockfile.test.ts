import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './environment.ts';

interface Locked {
  optionalDependencies?: Record<string, string>;
  version?: string;
  resolved?: string;
}
type Packages = Record<string, Locked>;

const read = (name: string): unknown => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));

/** Optional packages that the lock names and does not hold: `npm ci` stops at them on any computer. */
function missingOptional(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const found = placesFor(path, name).find((place) => place in packages);
        const exact = /^\d/.test(wanted);
        return found === undefined || (exact && packages[found]?.version !== wanted);
      })
      .map(([name, wanted]) => `${path || 'package.json'} → ${name} ${wanted}`),
  );
}

/** Where Node looks for a package, from the folder that asks up to the root. */
function placesFor(path: string, name: string): string[] {
  const steps = path.split('/node_modules/');
  return [
    ...steps.map(
      (_, index) => `${steps.slice(0, steps.length - index).join('/node_modules/')}/node_modules/${name}`,
    ),
    `node_modules/${name}`,
  ];
}

test('a hole in a lock is found, wherever the package could stand', () => {
  const asks = { optionalDependencies: { x: '1.0.0' } };
  const x = { version: '1.0.0' };
  const hole = ['node_modules/a → x 1.0.0'];
  expect(missingOptional({ 'node_modules/a': asks })).toEqual(hole);
  expect(missingOptional({ 'node_modules/a': asks, 'node_modules/x': { version: '0.9.0' } })).toEqual(hole);
  expect(missingOptional({ 'node_modules/a': asks, 'node_modules/x': x })).toEqual([]);
  expect(
    missingOptional({ 'node_modules/b/node_modules/a': asks, 'node_modules/b/node_modules/x': x }),
  ).toEqual([]);
});

test('the lock holds the packages of every platform', () => {
  const { packages } = read('package-lock.json') as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(missingOptional(packages)).toEqual([]);
});

test('the lock names no host, so that it works behind any mirror', () => {
  const { packages } = read('package-lock.json') as { packages: Packages };
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('every version in package.json is exact', () => {
  const manifest = read('package.json') as Record<string, Record<string, string> | undefined>;
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
