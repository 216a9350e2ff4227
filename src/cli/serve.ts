import { createServer, type Server } from 'node:http';
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
  const server = createServer((request, response) => {
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
  });
  await listen(server, options.port);
  const bound = server.address();
  const port = bound && typeof bound === 'object' ? bound.port : options.port;
  return {
    address: `http://localhost:${port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
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
  const server = createServer();
  await listen(server, port);
  await new Promise((done) => server.close(done));
}

function listen(server: Server, port: number): Promise<void> {
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
    server.listen(port, done);
  });
}
