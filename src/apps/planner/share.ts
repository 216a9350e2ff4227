import { readPlan } from '../../knowledge/plan-reader.ts';
import type { Plan } from '../../knowledge/plan.ts';

/** What the part after `#` begins with: it never reaches a server. */
const prefix = '#piano=';

/** A plan opened out is never as large as this; an address made on purpose could be. */
const mostBytes = 2_000_000;

/** The part of an address that carries a whole plan. */
export async function addressOf(plan: Plan): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(plan));
  const packed = await bytesOf(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  return prefix + base64url(packed);
}

/** The plan that an address carries: null when it carries none, `unreadable` when what it carries cannot be read. */
export async function planIn(hash: string): Promise<Plan | 'unreadable' | null> {
  if (!hash.startsWith(prefix)) return null;
  try {
    const packed = fromBase64url(hash.slice(prefix.length));
    const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(opened));
    return readPlan(JSON.parse(text) as unknown) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

const format = 'tra-pari/sessione';

/** The text of the file of a plan. */
export const fileOf = (plan: Plan): string => `${JSON.stringify({ format, plan }, null, 2)}\n`;

/** The plan of a file; null when it is none. */
export function planInFile(text: string): Plan | null {
  if (text.length > mostBytes) return null;
  try {
    const json = JSON.parse(text) as { format?: unknown; plan?: unknown } | null;
    return json?.format === format ? readPlan(json.plan) : null;
  } catch {
    return null;
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new Error('too large');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
