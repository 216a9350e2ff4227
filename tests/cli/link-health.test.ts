import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyIn, isRecordable, tryAddresses, type Round } from '../../src/cli/link-health.ts';
import type { LinkCheck } from '../../src/schemas/link-check.ts';
import { local, localServer, type LocalServer } from './local-server.ts';

const today = '2026-11-22';
let server: LocalServer;
const at = (path: string, host = '127.0.0.1') => `http://${host}:${server.port}${path}`;

const round = (changes: Partial<Round> = {}): Round => ({
  asking: { policy: local, timeout: 2000, agent: 'prova' },
  today,
  known: new Map(),
  atOnce: 4,
  pause: 0,
  mayRecord: () => true,
  ...changes,
});

beforeEach(async () => {
  server = await localServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/lenta')) setTimeout(() => response.end(), 20);
    else if (url.startsWith('/ok')) response.end();
    else if (url.startsWith('/via')) response.writeHead(301, { location: '/ok?altrove' }).end();
    else if (url.startsWith('/archivio')) response.end(archiveAnswer(url));
    else response.writeHead(404).end();
  });
});
afterEach(() => server.close());

/** As the archive answers: nothing for what it never saw. */
function archiveAnswer(question: string): string {
  const { searchParams } = new URL(question, 'http://x');
  const url = searchParams.get('url') ?? '';
  const snapshot = {
    status: '200',
    available: true,
    url: `http://web.archive.org/web/20200102030405/${url}`,
    timestamp: '20200102030405',
  };
  return JSON.stringify({ url, archived_snapshots: url.includes('mai') ? {} : { closest: snapshot } });
}

/** Addresses at which nobody listens, each a host of its own. */
async function closedDoors(count: number): Promise<string[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const one = createServer();
      await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
      return one;
    }),
  );
  const ports = servers.map((one) => (one.address() as AddressInfo).port);
  await Promise.all(servers.map((one) => new Promise((done) => one.close(done))));
  return ports.map((port) => `http://127.0.0.1:${port}/`);
}

const told = (checks: readonly LinkCheck[]) =>
  Object.fromEntries(checks.map(({ url, result }) => [new URL(url).pathname, result]));

test('a round records the day and what each address answered', async () => {
  const { checks, ...rest } = await tryAddresses([at('/ok'), at('/mai'), at('/via')], round());
  expect(checks).toEqual([
    { url: at('/ok'), checkedOn: today, result: 'works' },
    { url: at('/mai'), checkedOn: today, result: 'gone' },
    { url: at('/via'), checkedOn: today, result: 'moved', movedTo: at('/ok?altrove') },
  ]);
  expect(rest).toEqual({ uncertain: 0, refused: [], offline: false });
});

test('a host gets one request at a time, and hosts only a few at once', async () => {
  const hosts = ['127.0.0.1', 'localhost'];
  const urls = hosts.flatMap((host) => Array.from({ length: 8 }, (_, n) => at(`/lenta${n}`, host)));
  const { checks } = await tryAddresses(urls, round({ atOnce: 2 }));
  expect(checks).toHaveLength(16);
  expect(server.most.host).toBe(1);
  expect(server.most.all).toBeLessThanOrEqual(2);
});

describe('silence', () => {
  test('is believed when somebody else answers', async () => {
    const [closed = ''] = await closedDoors(1);
    const { checks, uncertain } = await tryAddresses([closed, at('/ok')], round({ atOnce: 1 }));
    expect(told(checks)).toEqual({ '/': 'unreachable', '/ok': 'works' });
    expect(uncertain).toBe(0);
  });

  test('at the end of a round is believed when an address that answered answers again', async () => {
    const [closed = ''] = await closedDoors(1);
    const { checks } = await tryAddresses([at('/ok'), closed], round({ atOnce: 1 }));
    expect(told(checks)).toEqual({ '/ok': 'works', '/': 'unreachable' });
  });

  test('of all is believed when an address that once worked answers', async () => {
    const closed = await closedDoors(2);
    const known = new Map([
      [at('/ok'), { url: at('/ok'), checkedOn: '2026-01-01', result: 'works' }],
    ] as const);
    const { checks, offline } = await tryAddresses(closed, round({ known }));
    expect(checks.map(({ result }) => result)).toEqual(['unreachable', 'unreachable']);
    expect(offline).toBe(false);
  });

  test('of all is otherwise a missing network: nothing is recorded, nothing told, and few are tried', async () => {
    const closed = await closedDoors(30);
    const dead = new Map([
      [closed[29] ?? '', { url: closed[29] ?? '', checkedOn: '2026-01-01', result: 'works' }],
    ] as const);
    const seen: LinkCheck[] = [];
    const result = await tryAddresses(
      closed,
      round({ atOnce: 1, known: dead, onCheck: (check) => seen.push(check) }),
    );
    expect(result).toMatchObject({ checks: [], offline: true, uncertain: 5 });
    expect(seen).toEqual([]);
  });
});

describe('copies', () => {
  const archive = { api: new URL('http://x/'), near: () => '2026-11-01' };
  const api = () => ({ ...archive, api: new URL(at('/archivio')) });

  test('are looked for only on request, near the day on which the source was read', async () => {
    await tryAddresses([at('/ok')], round());
    expect(server.asked).toEqual(['HEAD 127.0.0.1 /ok']);
    const { checks } = await tryAddresses([at('/ok'), at('/mai')], round({ archive: api() }));
    expect(checks.map(({ archiveUrl }) => archiveUrl)).toEqual([
      `https://web.archive.org/web/20200102030405/${at('/ok')}`,
      undefined,
    ]);
    const questions = server.asked.filter((line) => line.includes('/archivio'));
    expect(questions).toHaveLength(2);
    for (const question of questions) expect(question).toContain('timestamp=20261101');
  });

  test('already known are kept and not looked for again', async () => {
    const archiveUrl = `https://web.archive.org/web/2019/${at('/ok')}`;
    const before: LinkCheck = { url: at('/ok'), checkedOn: '2026-01-01', result: 'gone', archiveUrl };
    const known = new Map([[before.url, before]]);
    const { checks } = await tryAddresses([at('/ok')], round({ known, archive: api() }));
    expect(checks).toEqual([{ url: at('/ok'), checkedOn: today, result: 'works', archiveUrl }]);
    expect(server.asked.filter((line) => line.includes('/archivio'))).toEqual([]);
  });

  const page = 'https://www.esempio.it/a';
  const answer = (url: unknown, available: unknown = true) =>
    JSON.stringify({ archived_snapshots: { closest: { available, url } } });

  test('are taken from the archive’s answer, over https', () => {
    expect(copyIn(answer('http://web.archive.org/web/2020/http://esempio.it:80/a/'), page)).toBe(
      'https://web.archive.org/web/2020/http://esempio.it:80/a/',
    );
  });

  test.each([
    ['nothing', null],
    ['no JSON', '<html>'],
    ['no copy', '{"archived_snapshots":{}}'],
    ['another form', '[]'],
    ['a copy that is not there', answer('http://web.archive.org/web/2020/https://www.esempio.it/a', false)],
    ['a copy of another page', answer('http://web.archive.org/web/2020/https://www.esempio.it/b')],
    ['a copy kept by somebody else', answer('https://altrove.it/web/2020/https://www.esempio.it/a')],
    [
      'a copy at a name that only begins like the archive’s',
      answer('https://web.archive.org.altrove.it/web/2020/https://www.esempio.it/a'),
    ],
    ['no address', answer('javascript:alert(1)')],
    ['a number', answer(1)],
  ])('are not taken from an answer with %s', (_, text) => {
    expect(copyIn(text, page)).toBeUndefined();
  });
});

describe('what strangers decide', () => {
  test('is left out of the list when the checks would refuse it', async () => {
    const mayRecord = (check: LinkCheck) => check.movedTo === undefined;
    const { checks } = await tryAddresses([at('/via')], round({ mayRecord }));
    expect(checks).toEqual([{ url: at('/via'), checkedOn: today, result: 'moved' }]);
  });

  test('is told when not even the address may be recorded', async () => {
    const { checks, refused } = await tryAddresses([at('/ok')], round({ mayRecord: () => false }));
    expect(checks).toEqual([]);
    expect(refused).toEqual([at('/ok')]);
  });

  const check: LinkCheck = { url: 'https://esempio.it/a', checkedOn: today, result: 'moved' };
  test.each([
    ['a plain place', 'https://esempio.it/b?x=1', true],
    ['an apostrophe', "https://esempio.it/l'a", false],
    ['a port', 'https://esempio.it:8080/', false],
    ['a person’s mailbox', 'https://esempio.it/?chi=mario.rossi@esempio.it', false],
  ])('is judged as the checks judge the list: %s', (_, movedTo, accepted) => {
    expect(isRecordable({ ...check, movedTo })).toBe(accepted);
  });
});

test('an interruption keeps what was found so far', async () => {
  const interruption = new AbortController();
  const urls = [at('/ok1'), at('/ok2'), at('/lenta'), at('/ok3')];
  const asking = { ...round().asking, signal: interruption.signal };
  const onCheck = (_: LinkCheck, done: number) => {
    if (done === 2) interruption.abort();
  };
  const { checks, offline } = await tryAddresses(urls, round({ asking, onCheck }));
  expect(told(checks)).toEqual({ '/ok1': 'works', '/ok2': 'works' });
  expect(offline).toBe(false);
});
