import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { AddressPolicy } from '../../src/cli/address-policy.ts';

export interface LocalServer {
  port: number;
  /** `HEAD localhost /a`, in the order in which they came. */
  asked: string[];
  /** Most requests under way at once for one host, and for all. */
  most: { host: number; all: number };
  close(): Promise<void>;
}

/** A real server of this machine, which remembers who asked for what. */
export async function localServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const asked: string[] = [];
  const open = new Map<string, number>();
  const most = { host: 0, all: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    asked.push(`${String(request.method)} ${host} ${String(request.url)}`);
    open.set(host, (open.get(host) ?? 0) + 1);
    most.host = Math.max(most.host, open.get(host) ?? 0);
    most.all = Math.max(
      most.all,
      [...open.values()].reduce((sum, count) => sum + count, 0),
    );
    response.once('close', () => open.set(host, (open.get(host) ?? 1) - 1));
    answer(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    most,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

/** This machine may be asked, at its number and under the name that leads to it. */
export const local: AddressPolicy = {
  mayAsk: (url) => url.protocol === 'http:',
  mayConnect: (ip) => ip === '127.0.0.1' || ip === '::1',
};
