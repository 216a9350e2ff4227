import { ascii, demand, nameAt, part, viewOf, type Walked } from './walk.ts';

/** What stands beside the pixels and draws: everything else in those places is hidden data. */
const topBoxes = new Set(['ftyp', 'meta', 'mdat']);
const metaBoxes = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref', 'idat']);
const properties = new Set(
  'ispe pixi av1C colr auxC irot imir clap pasp clli mdcv a1op a1lx lsel'.split(' '),
);
const itemTypes = new Set(['av01', 'grid']);
const itemNames = new Set(['', 'Color', 'Alpha']);
const moving = new Set(['moov', 'moof', 'sidx']);
/** Names, kinds and small tables are shorter than this: in a longer one there would be room for something else. */
const roomy = 128;

interface Box {
  name: string;
  data: Uint8Array;
  /** Where its data start in the bytes that hold the box. */
  start: number;
}

/** Walks the boxes of an AVIF, whose signature was seen. */
export function walkAvif(bytes: Uint8Array): Walked {
  const boxes = boxesIn(bytes);
  const brands = only(boxes, 'ftyp').data;
  demand(brands.length < roomy, 'damaged');
  const isMoving = ascii(brands, 0, roomy).includes('avis') || boxes.some(({ name }) => moving.has(name));
  demand(!isMoving, 'moving');
  const meta = boxesIn(only(boxes, 'meta').data.subarray(4));
  demand(only(meta, 'hdlr').data.length < roomy, 'damaged');
  const described = boxesIn(only(meta, 'iprp').data);
  const drawn = boxesIn(only(described, 'ipco').data);
  // a colour profile is long
  demand(
    drawn.every(({ name, data }) => name === 'colr' || data.length < roomy),
    'damaged',
  );
  const unknown = [
    ...boxes.filter(({ name }) => !topBoxes.has(name)),
    ...meta.filter(({ name }) => !metaBoxes.has(name)),
    ...described.filter(({ name }) => name !== 'ipco' && name !== 'ipma'),
    ...drawn.filter(({ name }) => !properties.has(name)),
  ];
  const hidden = [...unknown.map(({ name }) => name), ...hiddenItems(only(meta, 'iinf').data)];

  const stores = { file: only(boxes, 'mdat'), inside: meta.find(({ name }) => name === 'idat') };
  checkPlaces(only(meta, 'iloc').data, stores);

  const sizes = drawn.filter(({ name }) => name === 'ispe').map(({ data }) => viewOf(data));
  demand(sizes.length > 0, 'damaged');
  const longest = (at: number) => sizes.reduce((most, view) => Math.max(most, view.getUint32(at)), 0);
  return { width: longest(4), height: longest(8), hidden };
}

/** The boxes that fill these bytes from the first to the last. */
function boxesIn(bytes: Uint8Array): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    // no box that goes on to the end of the file, whatever that is
    demand(size >= 8, 'damaged');
    boxes.push({ name, data: part(bytes, at + 8, at + size), start: at + 8 });
    at += size;
  }
  return boxes;
}

function only(boxes: readonly Box[], wanted: string): Box {
  const [box, ...others] = boxes.filter(({ name }) => name === wanted);
  demand(box !== undefined && others.length === 0, 'damaged');
  return box;
}

/** Types and names of the items that are no picture: Exif, XMP (`mime`) and whatever else may come. */
function hiddenItems(data: Uint8Array): string[] {
  const items = boxesIn(data.subarray(data[0] === 0 ? 6 : 8));
  return items.flatMap((item) => {
    // version 3 has wider numbers
    const at = item.data[0] === 3 ? 8 : 6;
    const type = nameAt(item.data, at + 2);
    demand(item.data.length < roomy, 'damaged');
    const name = ascii(item.data, at + 6, item.data.length).replace(/\0$/, '');
    if (!itemTypes.has(type)) return [type];
    return itemNames.has(name) ? [] : ['infe'];
  });
}

/** Every stretch that an item names lies in the store, and the store holds nothing that no item names. */
function checkPlaces(data: Uint8Array, stores: { file: Box; inside: Box | undefined }): void {
  const { file, inside } = stores;
  const spans = placesIn(data);
  const from = { file: file.start, inside: 0 };
  const length = { file: file.data.length, inside: inside?.data.length ?? 0 };
  for (const store of ['file', 'inside'] as const) {
    let covered = from[store];
    const own = spans.filter((span) => span.store === store).sort((a, b) => a.start - b.start);
    for (const { start, end } of own) {
      demand(start <= covered && start >= from[store], 'damaged');
      covered = Math.max(covered, end);
    }
    demand(covered <= from[store] + length[store], 'cut');
    demand(covered === from[store] + length[store], 'after');
  }
}

interface Span {
  store: 'file' | 'inside';
  start: number;
  end: number;
}

/** The stretches of the `iloc` box. */
function placesIn(data: Uint8Array): Span[] {
  const view = viewOf(data);
  const version = view.getUint8(0);
  demand(version <= 2, 'damaged');
  let at = 4;
  const read = (size: number): number => {
    demand(size === 0 || size === 2 || size === 4 || size === 8, 'damaged');
    at += size;
    if (size === 0) return 0;
    if (size === 2) return view.getUint16(at - 2);
    const low = view.getUint32(at - 4);
    return size === 4 ? low : view.getUint32(at - 8) * 2 ** 32 + low;
  };
  const sizes = read(2);
  const [ofOffset, ofLength, ofBase] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const ofIndex = version > 0 ? sizes & 15 : 0;
  const ofNumber = version < 2 ? 2 : 4;
  const spans: Span[] = [];
  for (let items = read(ofNumber); items > 0; items--) {
    read(ofNumber);
    const method = version > 0 ? read(2) & 15 : 0;
    // neither in another file nor relative to another item
    demand(method <= 1 && read(2) === 0, 'damaged');
    const base = read(ofBase);
    for (let extents = read(2); extents > 0; extents--) {
      read(ofIndex);
      const start = base + read(ofOffset);
      const length = read(ofLength);
      demand(length > 0, 'damaged');
      spans.push({ store: method === 0 ? 'file' : 'inside', start, end: start + length });
    }
  }
  demand(spans.length > 0 && at === data.length, 'damaged');
  return spans;
}
