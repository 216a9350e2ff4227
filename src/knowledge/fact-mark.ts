/** The mark of a datum in an address: the anchor of its group without `dato-`, and its place in it from the second on. */
export const factMark = (anchor: string, index: number): string =>
  anchor.replace(/^dato-/, '') + (index > 0 ? `.${index + 1}` : '');

/** The anchor and the place that a mark stands for; null for anything else that an address may hold. */
export function factOfMark(mark: string): { anchor: string; index: number } | null {
  const [, anchor, place] = /^([a-z0-9-]{1,200})(?:\.([1-9]\d{0,2}))?$/.exec(mark) ?? [];
  return anchor ? { anchor: `dato-${anchor}`, index: place ? Number(place) - 1 : 0 } : null;
}
