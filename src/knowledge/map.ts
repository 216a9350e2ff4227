import italy from '@svg-maps/italy';
import { partOfItaly } from './italy-parts.ts';

/** A place in the units of the drawing: 610 wide, 793 high. */
export interface Point {
  x: number;
  y: number;
}

export interface Frame extends Point {
  width: number;
  height: number;
}

// the package's own types name a package that is not there
const { locations } = italy as { locations: readonly { id: string; path: string }[] };

/** The southern regions by their names in the drawing. */
const south = new Set([
  'abruzzo',
  'molise',
  'campania',
  'apulia',
  'basilicata',
  'calabria',
  'sicily',
  'sardinia',
]);

export const italyFrame: Frame = { x: 0, y: 0, width: 610, height: 793 };
export const southFrame: Frame = { x: 62, y: 294, width: 558, height: 499 };

/** The drawing is a plain Mercator; the four constants were fitted on the bounds of the regions, to 0.17 units. */
export function pointAt(latitude: number, longitude: number): Point {
  const mercator = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  return { x: tenths(51.25415 * longitude - 339.18498), y: tenths(-51.08318 * mercator + 2734.03262) };
}

export const isInside = ({ x, y }: Point, frame: Frame): boolean =>
  x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;

/** The places that a map of the South shows. */
export const inSouth = <Place extends { point: Point | null; region: string | null }>(
  places: readonly Place[],
): Place[] => places.filter(({ point, region }) => point !== null && partOfItaly(region) === 'Mezzogiorno');

/** Outlines of the regions; a coarser grid makes a smaller page. */
export const outlineOfItaly = (grid: number): string[] =>
  locations.map((region) => snapPath(region.path, grid));

export const outlineOfSouth = (grid: number): string[] =>
  locations.filter((region) => south.has(region.id)).map((region) => snapPath(region.path, grid));

/**
 * Moves the points of an outline to a grid and drops those that fall together. Neighbours share their points,
 * so they still share their border. Islands smaller than the grid vanish.
 */
export function snapPath(path: string, grid: number): string {
  return ringsOf(path)
    .map((ring) =>
      ring.map(({ x, y }) => ({ x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid })),
    )
    .map((ring) => ring.filter((point, index) => !same(point, ring[index - 1])))
    .filter(hasArea)
    .map(relative)
    .join('');
}

/** Finer than any screen shows, in units of the drawing. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;
const hasArea = (ring: readonly Point[]): boolean =>
  ring.reduce((sum, { x, y }, index) => {
    const next = ring[(index + 1) % ring.length] as Point;
    return sum + x * next.y - y * next.x;
  }, 0) !== 0;
const same = (a: Point, b: Point | undefined): boolean => a.x === b?.x && a.y === b.y;

/** Points of each closed line of a path written only with `m`, relative lines and `z`. */
function ringsOf(path: string): Point[][] {
  const rings: Point[][] = [];
  let at: Point = { x: 0, y: 0 };
  for (const token of path.match(/[mz]|-?[\d.]+,-?[\d.]+/g) ?? []) {
    const ring = rings.at(-1);
    if (token === 'm') rings.push([]);
    else if (token === 'z') at = ring?.[0] ?? at;
    else {
      const [dx = 0, dy = 0] = token.split(',').map(Number);
      at = { x: at.x + dx, y: at.y + dy };
      ring?.push(at);
    }
  }
  return rings;
}

function relative(ring: readonly Point[]): string {
  const steps = ring.map(({ x, y }, index) => {
    const before = ring[index - 1] ?? { x: 0, y: 0 };
    return `${tenths(x - before.x)},${tenths(y - before.y)}`;
  });
  // after a ring is closed, a relative `m` would start from its first point
  return `M${steps[0]}l${steps.slice(1).join(' ')}z`;
}
