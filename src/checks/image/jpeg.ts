import { ascii, demand, part, viewOf, type Walked } from './walk.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** The longest each segment that draws may be: tables of quantisation and of codes, restarts, scans. */
const longest = new Map([
  [0xdb, 516],
  [0xc4, 2184],
  [0xdd, 2],
  [startOfScan, 12],
]);
/** Baseline, extended, progressive: the frames that browsers draw. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/** Walks the segments of a JPEG, whose signature was seen. */
export function walkJpeg(bytes: Uint8Array): Walked {
  const view = viewOf(bytes);
  const hidden: string[] = [];
  let size: { width: number; height: number } | null = null;
  let pixels = false;
  let at = 2;
  for (;;) {
    const kind = view.getUint8(at + 1);
    demand(view.getUint8(at) === 0xff, 'damaged');
    if (kind === endOfImage) break;
    const length = view.getUint16(at + 2);
    demand(length >= 2, 'damaged');
    const data = part(bytes, at + 4, at + 2 + length);
    at += 2 + length;
    if (frames.has(kind)) {
      demand(!size, 'damaged');
      const frame = viewOf(data);
      size = { height: frame.getUint16(1), width: frame.getUint16(3) };
    } else if (longest.has(kind)) demand(data.length <= (longest.get(kind) ?? 0), 'damaged');
    else {
      const name = extraName(kind);
      if (!isHarmless(name, data)) hidden.push(name);
    }
    if (kind === startOfScan) {
      demand(size !== null, 'damaged');
      pixels = true;
      at = endOfScan(bytes, at);
    }
  }
  demand(pixels && size !== null, 'damaged');
  demand(at + 2 === bytes.length, 'after');
  return { ...size, hidden };
}

/** The name of a segment that draws nothing. Those of rare ways to draw are a fault: browsers do not know them. */
function extraName(kind: number): string {
  const isApplication = kind >= 0xe0 && kind <= 0xef;
  demand(isApplication || kind === 0xfe, 'damaged');
  return isApplication ? `APP${kind - 0xe0}` : 'COM';
}

/** Density (without the small picture that may show what was cut away), colour profile, colour transform. */
function isHarmless(name: string, data: Uint8Array): boolean {
  if (name === 'APP0') return ascii(data, 0, 5) === 'JFIF\0' && data.length === 14;
  if (name === 'APP2') return ascii(data, 0, 12) === 'ICC_PROFILE\0';
  return name === 'APP14' && ascii(data, 0, 5) === 'Adobe' && data.length === 12;
}

/** Where the segment after a scan starts: inside one, FF is followed by 00 or by a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    demand(at >= 0 && at + 1 < bytes.length, 'cut');
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}
