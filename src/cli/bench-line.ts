import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { siteAnswers } from './site-answers.ts';

/** A line between the reader and the host: how long an answer takes to begin, and what passes in a second. */
export interface Line {
  roundTrip: number;
  bitsPerSecond: number;
}

/** A telephone where the signal is poor. */
export const slowLine: Line = { roundTrip: 150, bitsPerSecond: 1_600_000 };

/** A piece of an answer that has passed: bytes of the body as they travel, compressed. */
export interface Passed {
  path: string;
  bytes: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface ShapedSite {
  address: string;
  passed: readonly Passed[];
  /** Waits until nothing has travelled, and nothing is awaited, for several round trips. */
  quiet: () => Promise<void>;
  close: () => Promise<void>;
}

const piece = 4096;

/**
 * Serves a built site as a real host does on a slow line: texts compressed, what is compressed already left alone, all
 * answers sharing one line, and a round trip more for every new connection. The line is shaped here and not in the
 * browser, whose own brake does not reach everything that it loads.
 */
export async function serveOnLine(folder: string, line: Line): Promise<ShapedSite> {
  const answerTo = siteAnswers(folder);
  const passed: Passed[] = [];
  const packed = new Map<string, Buffer>();
  const met = new WeakSet<object>();
  let awaited = 0;
  let lastMoved = 0;
  let free = 0;

  /** Takes the line for so many bytes, after all that asked before. */
  const pass = async (bytes: number): Promise<void> => {
    const now = performance.now();
    free = Math.max(now, free) + (bytes * 8000) / line.bitsPerSecond;
    await wait(free - now);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await wait(line.roundTrip * (met.has(request.socket) ? 1 : 2));
    met.add(request.socket);
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, ''));
    const { status, headers, body } = await answerTo(path);
    const isText = /^text\/|javascript|json|xml/.test(headers.get('content-type') ?? '');
    const sent = isText ? (packed.get(path) ?? gzipSync(body)) : body;
    if (isText) {
      packed.set(path, sent);
      headers.set('content-encoding', 'gzip');
    }
    response.setHeaders(headers);
    response.writeHead(status, { 'content-length': sent.length });
    for (let from = 0; from < sent.length && !response.destroyed; from += piece) {
      const part = sent.subarray(from, from + piece);
      await pass(part.length);
      response.write(part);
      passed.push({ path, bytes: part.length, at: performance.timeOrigin + performance.now() });
    }
    response.end();
  };

  const server = createServer((request, response) => {
    awaited += 1;
    respond(request, response)
      .catch(() => response.destroy())
      .finally(() => {
        awaited -= 1;
        lastMoved = performance.now();
      });
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    async quiet() {
      const since = performance.now();
      const stillness = Math.max(300, 5 * line.roundTrip);
      while (awaited > 0 || performance.now() - Math.max(lastMoved, since) < stillness) await wait(50);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
