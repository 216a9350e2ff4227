import { describe, expect, test } from 'vitest';
import { richClaims, silentClaims, type Claim } from '../../src/knowledge/coverage-claims.ts';
import { coverageOf } from '../../src/knowledge/coverage.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const need = (id: string) => one('need', id, { focusAreas: ['casa'], synonyms: [] });
const group = (id: string) => one('target-group', id);
const city = (id: string, region: string) => one('city', id, { region, country: 'Italia' });
const sheets = (count: number, prefix: string, data: Parameters<typeof sheet>[1]) =>
  Array.from({ length: count }, (_, index) => sheet(`${prefix}-${index}`, data));

type Parts = Parameters<typeof smallGraph>;
const claimsOf = (...parts: Parts) => {
  const coverage = coverageOf(smallGraph(area('casa', 1), city('qui', 'Campania'), ...parts));
  const all = [...richClaims(coverage), ...silentClaims(coverage)];
  return new Map<string, Claim>(all.map((claim) => [claim.name, claim]));
};
const labels = (claim: Claim | undefined) => claim?.items.map(({ label }) => label);

/** A change that somebody measured. */
const measured = {
  sources: [{ id: 's', title: 'S', publisher: 'P', accessed: '2026-01-01' }],
  facts: [
    { indicator: 'occupati', value: 5, source: 's' },
    { indicator: 'occupati', value: 2, source: 's', role: 'baseline' as const },
  ],
};
const occupied = one('indicator', 'occupati', { kind: 'outcome', format: 'count' });

/** For each sentence a base in which it holds and one, as near as can be, in which it does not. */
const cases: Record<string, { holds: Parts; not: Parts }> = {
  'needs-complete': {
    holds: [need('sfratti'), sheet('a', { needs: ['sfratti'] })],
    not: [need('sfratti'), need('vuoti'), sheet('a', { needs: ['sfratti'] })],
  },
  'needs-rich': {
    holds: [need('sfratti'), ...sheets(3, 'a', { needs: ['sfratti'] })],
    not: [need('sfratti'), ...sheets(2, 'a', { needs: ['sfratti'] })],
  },
  'groups-complete': {
    holds: [group('giovani'), sheet('a', { targetGroups: ['giovani'] })],
    not: [group('giovani'), group('anziani'), sheet('a', { targetGroups: ['giovani'] })],
  },
  'groups-rich': {
    holds: [group('giovani'), ...sheets(3, 'a', { targetGroups: ['giovani'] })],
    not: [group('giovani'), ...sheets(2, 'a', { targetGroups: ['giovani'] })],
  },
  'area-most': {
    holds: [area('lavoro', 2), ...sheets(2, 'a', {}), sheet('b', { focusAreas: ['lavoro'] })],
    not: [area('lavoro', 2), ...sheets(3, 'a', {}), ...sheets(2, 'b', { focusAreas: ['lavoro'] })],
  },
  'area-least': {
    holds: [area('lavoro', 2), ...sheets(2, 'a', {}), sheet('b', { focusAreas: ['lavoro'] })],
    not: [
      area('lavoro', 2),
      area('cultura', 3),
      ...sheets(4, 'a', {}),
      sheet('b', { focusAreas: ['lavoro'] }),
      sheet('c', { focusAreas: ['cultura'] }),
    ],
  },
  'city-most': {
    holds: [city('la', 'Puglia'), ...sheets(2, 'a', {}), sheet('b', { city: 'la' })],
    not: [city('la', 'Puglia'), ...sheets(2, 'a', {}), ...sheets(2, 'b', { city: 'la' })],
  },
  'needs-none': {
    holds: [need('sfratti'), sheet('a')],
    not: [need('sfratti'), sheet('a', { needs: ['sfratti'] })],
  },
  'needs-one': {
    holds: [need('sfratti'), sheet('a', { needs: ['sfratti'] })],
    not: [need('sfratti'), need('vuoti'), ...sheets(2, 'a', { needs: ['sfratti'] })],
  },
  'groups-none': {
    holds: [group('giovani'), sheet('a')],
    not: [group('giovani'), sheet('a', { targetGroups: ['giovani'] })],
  },
  'regions-none': {
    holds: [city('la', 'Puglia'), sheet('a')],
    // a city without sheets in a region that has one, and a country that is no region
    not: [city('la', 'Campania'), one('city', 'atene', { country: 'Grecia' }), sheet('a')],
  },
  'cities-none': {
    holds: [city('la', 'Campania'), sheet('a')],
    not: [city('la', 'Campania'), sheet('a'), sheet('b', { city: 'la' })],
  },
  'areas-unmeasured': {
    holds: [occupied, sheet('m', measured), ...sheets(4, 'a', {})],
    not: [occupied, sheet('m', measured), ...sheets(3, 'a', {})],
  },
};

describe.each(Object.entries(cases))('«%s»', (name, { holds, not }) => {
  test('is said where it holds', () => expect(claimsOf(...holds).has(name)).toBe(true));
  test('is not said where it does not', () => expect(claimsOf(...not).has(name)).toBe(false));
});

test('there is a case for every sentence', () => {
  const said = Object.values(cases).flatMap(({ holds }) => [...claimsOf(...holds).keys()]);
  expect(new Set(said)).toEqual(new Set(Object.keys(cases)));
});

test('a base without anything is neither rich nor silent', () => {
  const nothing = coverageOf(smallGraph());
  expect([richClaims(nothing), silentClaims(nothing)]).toEqual([[], []]);
});

test('a single city is the whole base, not its half; a base without sheets has no richest area', () => {
  expect(claimsOf(...sheets(3, 'a', {})).has('city-most')).toBe(false);
  expect([...claimsOf(area('lavoro', 2)).keys()]).toEqual(['cities-none', 'regions-none'].reverse());
});

test('two areas that are first together are not told as one', () => {
  const claims = claimsOf(
    area('lavoro', 2),
    area('cultura', 3),
    ...sheets(4, 'a', { focusAreas: ['casa', 'lavoro'] }),
    sheet('c', { focusAreas: ['cultura'] }),
  );
  expect(claims.has('area-most')).toBe(false);
  expect(labels(claims.get('area-least'))).toEqual(['cultura (1)']);
});

test('many things are named in part and counted in full', () => {
  const many = claimsOf(...'abcdefgh'.split('').map((id) => need(id))).get('needs-none');
  expect(labels(many)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(many).toMatchObject({
    rest: 2,
    text: '8 bisogni su 8 non hanno nessuna scheda:',
    all: { href: '/bisogni/' },
  });
  expect(claimsOf(need('solo')).get('needs-none')?.text).toBe('1 bisogno su 1 non ha nessuna scheda:');
});
