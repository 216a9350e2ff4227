import { demand, nameAt, part, viewOf, type Walked } from './walk.ts';

/** The chunks that draw a still picture, in the only order they may have. */
const order = ['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'];
const moving = new Set(['ANIM', 'ANMF']);

/** Walks the chunks of a WebP, whose signature was seen. */
export function walkWebp(bytes: Uint8Array): Walked {
  const view = viewOf(bytes);
  const whole = view.getUint32(4, true) + 8;
  demand(whole <= bytes.length, 'cut');
  demand(whole === bytes.length, 'after');
  const hidden: string[] = [];
  let canvas: Size | null = null;
  let picture: Size | null = null;
  let last = -1;
  for (let at = 12; at < bytes.length;) {
    const name = nameAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const data = part(bytes, at + 8, at + 8 + length);
    const place = order.indexOf(name);
    demand(!moving.has(name), 'moving');
    if (place < 0) hidden.push(name.trim());
    else {
      demand(place > last && !picture, 'damaged');
      demand(name === 'VP8X' || canvas !== null || name.startsWith('VP8'), 'damaged');
      last = place;
    }
    if (name === 'VP8X') canvas = canvasSize(data);
    else if (name === 'VP8 ') picture = lossySize(data);
    else if (name === 'VP8L') picture = losslessSize(data);
    at += 8 + length;
    // chunks start at even places
    if (length % 2) demand(view.getUint8(at++) === 0, 'damaged');
  }
  demand(picture !== null, 'damaged');
  demand(!canvas || (canvas.width === picture.width && canvas.height === picture.height), 'damaged');
  return { ...picture, hidden };
}

interface Size {
  width: number;
  height: number;
}

function canvasSize(data: Uint8Array): Size {
  const view = viewOf(data);
  demand(data.length === 10, 'damaged');
  demand((view.getUint8(0) & 2) === 0, 'moving');
  const side = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
  return { width: side(4), height: side(7) };
}

function lossySize(data: Uint8Array): Size {
  const view = viewOf(data);
  const isKeyFrame = (view.getUint8(0) & 1) === 0;
  demand(isKeyFrame && view.getUint16(3) === 0x9d01 && view.getUint8(5) === 0x2a, 'damaged');
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

function losslessSize(data: Uint8Array): Size {
  const view = viewOf(data);
  demand(view.getUint8(0) === 0x2f, 'damaged');
  const bits = view.getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
