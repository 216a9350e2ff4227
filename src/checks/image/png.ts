import { demand, nameAt, part, viewOf, type Walked } from './walk.ts';

/** The longest each chunk that helps to draw the picture may be. Every other one is hidden data. */
const longest = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['IDAT', Infinity],
  ['IEND', 0],
  ['tRNS', 256],
  ['bKGD', 6],
  ['sBIT', 4],
  ['pHYs', 9],
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
  ['iCCP', Infinity],
  ['cICP', 4],
  ['mDCV', 24],
  ['cLLI', 8],
]);
const moving = new Set(['acTL', 'fcTL', 'fdAT']);

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Walks the chunks of a PNG, whose signature was seen. */
export function walkPng(bytes: Uint8Array): Walked {
  const view = viewOf(bytes);
  const hidden: string[] = [];
  let before = '';
  let pixels = false;
  let at = 8;
  while (before !== 'IEND') {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const end = at + 8 + length;
    demand(view.getUint32(end) === crcOf(part(bytes, at + 4, end)), 'damaged');
    demand(!moving.has(name), 'moving');
    demand((name === 'IHDR') === (at === 8), 'damaged');
    // the pixels stand together, and nothing ends before them
    demand(name === 'IDAT' ? !pixels || before === 'IDAT' : name !== 'IEND' || pixels, 'damaged');
    const limit = longest.get(name);
    if (limit === undefined) hidden.push(name);
    else demand(length <= limit, 'damaged');
    pixels ||= name === 'IDAT';
    before = name;
    at = end + 4;
  }
  demand(at === bytes.length, 'after');
  return { width: view.getUint32(16), height: view.getUint32(20), hidden };
}
