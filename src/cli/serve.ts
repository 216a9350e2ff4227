import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StoppedError } from './command.ts';
import { siteAnswers } from './site-answers.ts';

export interface Served {
  /** What to open. */
  address: string;
  /** Answers nobody any more. */
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host does. A site that is built again meanwhile is served from that moment on.
 * @param options.port 0 for any free port
 */
export async function serve(folder: string, options: { port: number; base: string }): Promise<Served> {
  const base = `/${options.base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  const answerTo = siteAnswers(folder);
  const answer: RequestListener = (request, response) => {
    const address = request.url ?? '';
    const respond = async (): Promise<void> => {
      const { status, headers, body } = await answerTo(
        address.startsWith(base) ? pathOf(address, base) : null,
      );
      response.setHeaders(headers);
      if (request.headers['if-none-match'] === headers.get('etag')) response.writeHead(304).end();
      else response.writeHead(status).end(body);
    };
    respond().catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const { servers, port } = await listen(options.port, answer);
  return {
    address: `http://localhost:${port}${base}`,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/** The path from the root of the site, without what follows `?`; null when it is malformed. */
function pathOf(address: string, base: string): string | null {
  try {
    return decodeURIComponent(`/${address.slice(base.length).replace(/[?#].*$/, '')}`);
  } catch {
    return null;
  }
}

/** Says at once that a port cannot be had, instead of after a build. */
export async function ensurePort(port: number): Promise<void> {
  const { servers } = await listen(port);
  await Promise.all(servers.map(close));
}

/** Both of what `localhost` may mean: a browser tries one after the other. Nobody else on the network is answered. */
const own = { usual: '127.0.0.1', newer: '::1' };

async function listen(port: number, answer?: RequestListener): Promise<{ servers: Server[]; port: number }> {
  const first = createServer(answer);
  await listenAt(first, own.usual, port);
  const bound = (first.address() as AddressInfo).port;
  const second = createServer(answer);
  try {
    await listenAt(second, own.newer, bound);
  } catch (error) {
    // a machine may have no addresses of the newer kind
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String((error as NodeJS.ErrnoException).code)))
      return { servers: [first], port: bound };
    await close(first);
    throw error;
  }
  return { servers: [first, second], port: bound };
}

const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

function listenAt(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: 'è già occupata da un altro programma',
        EACCES: 'non si può usare senza permessi particolari',
      };
      const reason = reasons[error.code ?? ''];
      const hint = 'Chiudi l’altro programma, o scegli un’altra porta: PORT=8080 npm start.';
      fail(reason ? new StoppedError(`La porta ${port} ${reason}.`, hint) : error);
    });
    server.listen(port, host, done);
  });
}
