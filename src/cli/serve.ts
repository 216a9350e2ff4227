import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { StoppedError } from './command.ts';

/**
 * Serves a built site as a static host does: files, `index.html` of folders, the 404 page for the rest.
 * @param options.port 0 for any free port
 * @returns the address to open
 */
export async function serve(folder: string, options: { port: number; base: string }): Promise<string> {
  const base = `/${options.base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  const missing = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Pagina non trovata'));
  const files = sirv(folder, { etag: true, dev: false });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (request.url?.startsWith(base)) {
      request.url = `/${request.url.slice(base.length)}`;
      files(request, response, notFound);
    } else {
      notFound();
    }
  });
  await listen(server, options.port);
  const bound = server.address();
  const port = bound && typeof bound === 'object' ? bound.port : options.port;
  return `http://localhost:${port}${base}`;
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
