/** What is wrong with a picture's structure, in words for who put it there. */
export class Fault extends Error {}

/** What walking a picture from its first byte to its last found. */
export interface Walked {
  width: number;
  height: number;
  /** Names of the parts that are not needed to draw it. */
  hidden: string[];
}

export const faults = {
  cut: 'L’immagine è tagliata: il file finisce troppo presto.',
  damaged: 'L’immagine è rovinata.',
  after: 'Dopo la fine dell’immagine c’è altro.',
  moving: 'L’immagine è animata: se ne può mostrare solo una ferma.',
} as const;

/** Ends the walk unless the condition holds. */
export function demand(condition: boolean, fault: keyof typeof faults): asserts condition {
  if (!condition) throw new Fault(faults[fault]);
}

/** A view that throws a RangeError when something past the end is read. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A stretch of bytes that must be there whole. */
export function part(bytes: Uint8Array, start: number, end: number): Uint8Array {
  demand(end <= bytes.length, 'cut');
  return bytes.subarray(start, end);
}

/** Bytes as characters, one each. */
export const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** A name of four characters, safe to print. */
export function nameAt(bytes: Uint8Array, at: number): string {
  const name = ascii(bytes, at, at + 4);
  demand(/^[A-Za-z0-9 ]{4}$/.test(name), 'damaged');
  return name;
}
