import { createServer, type AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicOnly } from '../../src/cli/address-policy.ts';
import { askAddress, askText, type Asking } from '../../src/cli/ask-address.ts';
import { local, localServer, type LocalServer } from './local-server.ts';

let server: LocalServer;
const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const asking: Asking = { policy: local, timeout: 1000, agent: 'prova' };
const sent = { bytes: 0 };

const to =
  (location: string, code = 301) =>
  (response: ServerResponse) =>
    response.writeHead(code, { location }).end();
const status = (code: number) => (response: ServerResponse) => response.writeHead(code).end();

/** What the server does at each path; the others are not there. */
const paths: Record<string, (response: ServerResponse, method: string) => unknown> = {
  '/ok': status(200),
  '/cartella/': status(200),
  '/vuota': status(204),
  '/sparita': status(410),
  '/chiusa': status(403),
  '/troppe': status(429),
  '/guasta': status(500),
  '/spostata': to('/ok'),
  '/per-ora': to('/ok?sessione=1', 302),
  '/ok?sessione=1': status(200),
  '/scelte': status(300),
  '/cartella': to('/cartella/'),
  '/lontana': (response) => to(`http://localhost:${server.port}/ok#qui`)(response),
  '/poi-sparita': to('/sparita'),
  '/senza-meta': (response) => response.writeHead(302).end(),
  '/meta-strana': to('http://['),
  '/accenti': (response) =>
    response.writeHead(308, { location: Buffer.from('/città', 'utf8').toString('latin1') }).end(),
  '/citt%C3%A0': status(200),
  '/giro': to('/giro'),
  '/a-un-file': to('file:///etc/passwd'),
  '/solo-get': (response, method) => status(method === 'HEAD' ? 405 : 200)(response),
  '/head-mente': (response, method) => status(method === 'HEAD' ? 404 : 200)(response),
  '/head-cade': (response, method) => (method === 'HEAD' ? response.destroy() : response.end()),
  '/muta': () => undefined,
  '/testo': (response) => response.end('{"a":1}'),
  '/enorme': (response, method) => {
    response.writeHead(200);
    if (method === 'HEAD') return response.end();
    const more = (): void => {
      while (!response.destroyed) {
        sent.bytes += 65_536;
        if (!response.write(Buffer.alloc(65_536, 'x'))) break;
      }
    };
    response.on('drain', more);
    more();
    return undefined;
  },
};

beforeAll(async () => {
  server = await localServer((request, response) => {
    const act = paths[request.url ?? ''];
    if (act) act(response, request.method ?? '');
    else response.writeHead(404).end();
  });
});
afterAll(() => server.close());

describe('an address', () => {
  test.each([
    ['/ok', { result: 'works' }],
    ['/vuota', { result: 'works' }],
    ['/mai-vista', { result: 'gone' }],
    ['/sparita', { result: 'gone' }],
    ['/chiusa', { result: 'unverified' }],
    ['/troppe', { result: 'unverified' }],
    ['/guasta', { result: 'unreachable' }],
    ['/senza-meta', { result: 'unverified' }],
    ['/meta-strana', { result: 'unverified' }],
    ['/scelte', { result: 'unverified' }],
    ['/per-ora', { result: 'unverified' }],
    ['/poi-sparita', { result: 'gone' }],
    ['/cartella', { result: 'works' }],
    ['/giro', { result: 'unverified' }],
    ['/solo-get', { result: 'works' }],
    ['/head-mente', { result: 'works' }],
    ['/head-cade', { result: 'works' }],
    ['/enorme', { result: 'works' }],
  ])('%s gives %o', async (path, outcome) => {
    expect(await askAddress(at(path), asking)).toEqual({ ...outcome, answered: true });
  });

  test('that leads elsewhere is told with the place, without what follows #', async () => {
    expect(await askAddress(at('/spostata'), asking)).toMatchObject({ result: 'moved', movedTo: at('/ok') });
    expect(await askAddress(at('/accenti'), asking)).toMatchObject({ movedTo: at('/citt%C3%A0') });
    expect(await askAddress(at('/lontana'), asking)).toMatchObject({
      movedTo: `http://localhost:${server.port}/ok`,
    });
  });

  test('is asked with HEAD alone when that is enough', async () => {
    server.asked.length = 0;
    await askAddress(at('/ok'), asking);
    expect(server.asked).toEqual(['HEAD 127.0.0.1 /ok']);
  });

  test('that never ends its circle is asked six times', async () => {
    server.asked.length = 0;
    await askAddress(at('/giro'), asking);
    expect(server.asked).toHaveLength(6);
  });

  test('that says nothing is silent, and so is a closed door', async () => {
    const silent = { result: 'unreachable', answered: false };
    expect(await askAddress(at('/muta'), { ...asking, timeout: 100 })).toEqual(silent);
    const nobody = createServer();
    await new Promise<void>((done) => nobody.listen(0, '127.0.0.1', done));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((done) => nobody.close(done));
    expect(await askAddress(`http://127.0.0.1:${port}/`, asking)).toEqual(silent);
  });

  test('of a name that nobody has is silent', async () => {
    expect(await askAddress('http://non-esiste.invalid/', asking)).toMatchObject({ answered: false });
  });

  test('that speaks no HTTP has answered all the same', async () => {
    const odd = createServer((socket) => socket.on('error', () => undefined).end('ciao\r\n\r\n'));
    await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done));
    const { port } = odd.address() as AddressInfo;
    expect(await askAddress(`http://127.0.0.1:${port}/`, asking)).toEqual({
      result: 'unreachable',
      answered: true,
    });
    odd.close();
  });
});

describe('the policy', () => {
  test('keeps from a number of this machine, and nothing is sent', async () => {
    server.asked.length = 0;
    const policy = { mayAsk: () => true, mayConnect: publicOnly.mayConnect };
    const outcome = await askAddress(at('/ok'), { ...asking, policy });
    expect(outcome).toEqual({ result: 'unverified', answered: false });
    expect(server.asked).toEqual([]);
  });

  test('keeps from a name that leads to this machine, and nothing is sent', async () => {
    server.asked.length = 0;
    const policy = { mayAsk: () => true, mayConnect: publicOnly.mayConnect };
    const outcome = await askAddress(`http://localhost:${server.port}/ok`, { ...asking, policy });
    expect(outcome).toEqual({ result: 'unverified', answered: false });
    expect(server.asked).toEqual([]);
  });

  test('judges each step: an open address may not lead to a closed one', async () => {
    server.asked.length = 0;
    const policy = { ...local, mayAsk: (url: URL) => local.mayAsk(url) && url.hostname !== 'localhost' };
    expect(await askAddress(at('/lontana'), { ...asking, policy })).toEqual({
      result: 'unverified',
      answered: true,
    });
    expect(server.asked).toEqual(['HEAD 127.0.0.1 /lontana']);
  });

  test('judges the number behind the name at each step', async () => {
    server.asked.length = 0;
    let allowed = 1;
    const policy = { mayAsk: () => true, mayConnect: () => allowed-- > 0 };
    expect(await askAddress(at('/lontana'), { ...asking, policy })).toEqual({
      result: 'unverified',
      answered: true,
    });
    expect(server.asked).toEqual(['HEAD 127.0.0.1 /lontana']);
  });

  test('of every day keeps from all of it', async () => {
    server.asked.length = 0;
    for (const address of [at('/ok'), `http://localhost:${server.port}/ok`, 'http://127.0.0.1/'])
      expect(await askAddress(address, { ...asking, policy: publicOnly })).toMatchObject({ answered: false });
    expect(server.asked).toEqual([]);
  });

  test('never opens a file', async () => {
    expect(await askAddress(at('/a-un-file'), asking)).toEqual({ result: 'unverified', answered: true });
  });
});

test('of an endless page next to nothing is taken', async () => {
  sent.bytes = 0;
  // HEAD is refused, so the page itself is asked for
  paths['/enorme-get'] = (response, method) =>
    method === 'HEAD' ? status(405)(response) : paths['/enorme']?.(response, method);
  expect(await askAddress(at('/enorme-get'), asking)).toMatchObject({ result: 'works' });
  expect(sent.bytes).toBeLessThan(16 * 1024 * 1024);
});

test('a text is read when it is small, and only then', async () => {
  expect(await askText(new URL(at('/testo')), asking)).toBe('{"a":1}');
  expect(await askText(new URL(at('/enorme')), asking)).toBeNull();
  expect(await askText(new URL(at('/mai-vista')), asking)).toBeNull();
  expect(await askText(new URL(at('/testo')), { ...asking, policy: publicOnly })).toBeNull();
});

test('a work that is interrupted ends at once', async () => {
  const interruption = new AbortController();
  const asked = askAddress(at('/muta'), { ...asking, timeout: 60_000, signal: interruption.signal });
  interruption.abort();
  expect(await asked).toEqual({ result: 'unreachable', answered: false });
});
