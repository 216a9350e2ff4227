/** The first moment that the dates of a zip can tell: 1 January 1980, midnight. */
const firstDay = 0x0021;
const signs = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const;

/**
 * The same zip without the moment at which it was made: what a build writes twice is the same twice.
 * @throws Error when it is no zip
 */
export function fixedZip(zip: ArrayBuffer): ArrayBuffer {
  const copy = zip.slice(0);
  const view = new DataView(copy);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== signs.listed) throw new Error('the zip has a list that cannot be read');
    const file = view.getUint32(at + 42, true);
    if (view.getUint32(file, true) !== signs.file) throw new Error('the zip lists a file that is not there');
    setMoment(view, at + 12);
    setMoment(view, file + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}

function setMoment(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, firstDay, true);
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === signs.end) return at;
  throw new Error('not a zip');
}
