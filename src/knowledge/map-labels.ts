import { tenths, type Frame, type Point } from './map.ts';

export interface Label<Dot = unknown> extends Point {
  text: string;
  anchor: 'start' | 'middle' | 'end';
  /** Whose name it is. */
  dot: Dot;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Widest letters aside, a letter of the map's face is a little over half its size wide. */
const letter = 0.57;

/**
 * Names for the first dots that have room for one: right, left, above, below or aslant of the dot, over no other dot
 * and no other name. A name that fits nowhere is left out: the list beside the map has them all.
 * @param dots the most important first
 * @param size of the letters, in units of the drawing
 */
export function placeLabels<Dot extends { point: Point; title: string }>(
  dots: readonly Dot[],
  options: { frame: Frame; size: number; dot: number; most: number; obstacles?: readonly Point[] },
): Label<Dot>[] {
  const { frame, size, dot, most, obstacles = dots.map(({ point }) => point) } = options;
  const taken: Box[] = obstacles.map(({ x, y }) => ({
    left: x - dot,
    right: x + dot,
    top: y - dot,
    bottom: y + dot,
  }));
  const labels: Label<Dot>[] = [];
  for (const one of dots) {
    if (labels.length === most) break;
    const found = positions(one.point, one.title, size, dot).find(
      ({ box }) => within(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (!found) continue;
    taken.push(found.box);
    labels.push({ ...found.label, dot: one });
  }
  return labels;
}

function positions(
  { x, y }: Point,
  text: string,
  size: number,
  dot: number,
): { label: Omit<Label, 'dot'>; box: Box }[] {
  const gap = dot + size * 0.3;
  const below = y + gap + size * 0.75;
  const width = text.length * size * letter;
  // the middle of small letters stands about a third of their size above the line they are written on
  const places = [
    { x: x + gap, y: y + size * 0.34, anchor: 'start', left: x + gap },
    { x: x - gap, y: y + size * 0.34, anchor: 'end', left: x - gap - width },
    { x, y: y - gap, anchor: 'middle', left: x - width / 2 },
    { x, y: below, anchor: 'middle', left: x - width / 2 },
    { x, y: below, anchor: 'end', left: x - width },
    { x, y: below, anchor: 'start', left: x },
    { x, y: y - gap, anchor: 'end', left: x - width },
    { x, y: y - gap, anchor: 'start', left: x },
  ] as const;
  return places.map(({ left, ...place }) => ({
    label: { text, anchor: place.anchor, x: tenths(place.x), y: tenths(place.y) },
    box: { left, right: left + width, top: place.y - size * 0.8, bottom: place.y + size * 0.25 },
  }));
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (box: Box, { x, y, width, height }: Frame): boolean =>
  box.left >= x && box.right <= x + width && box.top >= y && box.bottom <= y + height;
