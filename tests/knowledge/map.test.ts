import italy from '@svg-maps/italy';
import { describe, expect, test } from 'vitest';
import {
  inSouth,
  isInside,
  outlineOfSouth,
  pointAt,
  snapPath,
  southFrame,
  type Frame,
} from '../../src/knowledge/map.ts';

const { locations } = italy as { locations: readonly { id: string; path: string }[] };

/** The box around a region of the drawing. Where one outline ends the next starts from its first point. */
function boxOf(path: string): Frame {
  const [xs, ys]: [number[], number[]] = [[], []];
  let [x, y] = [0, 0];
  for (const ring of path.split('m').slice(1)) {
    const steps = [...ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((step) => [
      Number(step[1]),
      Number(step[2]),
    ]);
    let [firstX, firstY]: (number | undefined)[] = [];
    for (const [dx = 0, dy = 0] of steps) {
      [x, y] = [x + dx, y + dy];
      firstX ??= x;
      firstY ??= y;
      xs.push(x);
      ys.push(y);
    }
    [x, y] = [firstX ?? x, firstY ?? y];
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

const region = (id: string): Frame => boxOf(locations.find((location) => location.id === id)?.path ?? '');

describe('a place on the map', () => {
  test.each([
    ['Torino', 45.07, 7.69, 'piedmont'],
    ['Palermo', 38.12, 13.36, 'sicily'],
    ['Cagliari', 39.22, 9.12, 'sardinia'],
    ['Bari', 41.12, 16.87, 'apulia'],
  ])('%s falls in its region and in no far one', (_, latitude, longitude, id) => {
    const point = pointAt(latitude, longitude);
    expect(isInside(point, region(id))).toBe(true);
    for (const far of ['veneto', 'calabria', 'aosta-valley'])
      expect(isInside(point, region(far))).toBe(false);
  });

  // the ends of the land are where the atlas says
  test('the ends of Italy are the ends of the drawing', () => {
    const north = region('trentino-south-tyrol');
    const east = region('apulia');
    const west = region('piedmont');
    expect(Math.abs(pointAt(47.092, 12.183).y - north.y)).toBeLessThan(2);
    expect(Math.abs(pointAt(40.107, 18.52).x - (east.x + east.width))).toBeLessThan(2);
    expect(Math.abs(pointAt(45.1, 6.627).x - west.x)).toBeLessThan(2);
  });
});

test('a frame holds its own border', () => {
  const frame = { x: 10, y: 20, width: 5, height: 5 };
  expect(isInside({ x: 10, y: 25 }, frame)).toBe(true);
  expect(isInside({ x: 15.1, y: 22 }, frame)).toBe(false);
  expect(isInside({ x: 12, y: 19.9 }, frame)).toBe(false);
});

describe('the South', () => {
  const point = { x: 0, y: 0 };

  test('is the regions from Abruzzo down, and the islands, where there is a dot to show', () => {
    const places = [
      ...['Sicilia', 'Abruzzo', 'Puglia', 'Lazio', 'Marche', null].map((name) => ({ point, region: name })),
      { point: null, region: 'Sardegna' },
    ];
    expect(inSouth(places).map((place) => place.region)).toEqual(['Sicilia', 'Abruzzo', 'Puglia']);
  });

  test('is drawn whole inside its frame', () => {
    const outlines = outlineOfSouth(1);
    expect(outlines).toHaveLength(8);
    for (const id of ['abruzzo', 'apulia', 'sicily', 'sardinia']) {
      const { x, y, width, height } = region(id);
      expect(isInside({ x, y }, southFrame)).toBe(true);
      expect(isInside({ x: x + width, y: y + height }, southFrame)).toBe(true);
    }
  });
});

describe('an outline on a grid', () => {
  test.each([
    ['moves every point to it', 'm 0.4,0.4 10,0 0,10 -10,0 z', 1, 'M0,0l10,0 0,10 -10,0z'],
    ['may be coarser', 'm 0.4,0.4 10,0 0,10 -10,0 z', 3, 'M0,0l9,0 0,9 -9,0z'],
    ['says points that fall together once', 'm 0,0 4,0 0.2,0 0,4 z', 1, 'M0,0l4,0 0,4z'],
    [
      'draws the second ring from the start of the first',
      'm 9,9 4,0 0,4 z m 9,0 4,0 0,4 z',
      1,
      'M9,9l4,0 0,4zM18,9l4,0 0,4z',
    ],
    ['loses an island that becomes a point', 'm 5,5 0.1,0 0,0.1 z', 1, ''],
    ['loses an island that becomes a line', 'm 0,0 5,0.2 -5,0.1 z m 10,0 4,0 0,4 z', 1, 'M10,0l4,0 0,4z'],
  ])('%s', (_, path, grid, expected) => {
    expect(snapPath(path, grid)).toBe(expected);
  });

  test('keeps the border two neighbours share', () => {
    const left = snapPath('m 0,0 4.3,0 0.4,5.2 -4.7,0 z', 1);
    const right = snapPath('m 4.3,0 4,0 0,5.2 -3.6,0 z', 1);
    expect([left, right]).toEqual(['M0,0l4,0 1,5 -5,0z', 'M4,0l4,0 0,5 -3,0z']);
  });
});
