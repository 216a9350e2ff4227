import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory, type ContentHistory } from '../../src/catalogue/content-history.ts';
import { projectRoot } from '../environment.ts';
import { fixtureFolder, fixtureGraph, fixtureText, read } from '../fixture-content.ts';
import { hasGit, makeRepository, type Repository } from './repository.ts';

const work = mkdtempSync(join(tmpdir(), 'tra-pari-history-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const sheet = 'practices/case-aperte.mdx';
const today = fixtureText(sheet);
const edited = (text: string, passage: RegExp, replacement: string): string => {
  if (!passage.test(text)) throw new Error(`no ${String(passage)}`);
  return text.replace(passage, replacement);
};
const [, status = ''] = /^status: (\w+)$/m.exec(today) ?? [];
const asPilot = edited(today, /^status: \w+$/m, 'status: pilot');
const otherBody = edited(today, /\n## Come funziona\n/, '\n## Come funziona\n\nUna frase che non c’è più.\n');
const graph = fixtureGraph();
const case_ = { kind: 'practice', id: 'case-aperte' } as const;

const historyIn = ({ folder }: Repository): Promise<ContentHistory> =>
  readHistory(join(folder, 'content'), projectRoot, graph);
const repository = (name: string): Repository => makeRepository(join(work, name));
const at = (path: string, text: string | null) => ({ [`content/${path}`]: text });

describe.skipIf(!hasGit)('the history of the content', { timeout: 60_000 }, () => {
  let repo: Repository;
  let history: ContentHistory;
  beforeAll(async () => {
    repo = repository('whole');
    const all = read(fixtureFolder).map(({ path, text }) => [`content/${path}`, text] as const);
    const glossary = fixtureText('glossary.yaml');
    repo.commit('2024-05-01T08:00:00Z', {
      ...Object.fromEntries(all),
      ...at(sheet, otherBody),
      ...at('glossary.yaml', 'entries: []\n'),
    });
    // on the same day in Italy, though not in Greenwich
    repo.commit(
      '2024-05-01T21:59:00Z',
      at(sheet, edited(asPilot, /^reviewedOn: .*$/m, 'reviewedOn: 2024-05-01')),
    );
    repo.commit('2024-05-01T22:30:00Z', at(sheet, asPilot));
    repo.commit('2024-06-01T08:00:00Z', at(sheet, edited(asPilot, /^status: pilot$/m, 'status: idea')));
    repo.commit('2024-06-01T09:00:00Z', at(sheet, today));
    repo.commit('2024-06-02T09:00:00Z', at(sheet, `${today}\n`));
    repo.commit('2024-07-01T09:00:00Z', at('glossary.yaml', glossary));
    history = await historyIn(repo);
  }, 60_000);

  test('begins on the day of the first version, and tells days as Italy counts them', () => {
    const { published, days } = history.of(case_);
    expect(published?.day).toBe('2024-05-01');
    expect(days.map(({ day }) => day)).toEqual(['2024-06-01', '2024-05-02', '2024-05-01']);
  });

  test('tells what a day has changed in the end', () => {
    const { days } = history.of(case_);
    const [june, , may] = days.map(({ changes }) => changes.join('|'));
    expect(june).toMatch(/^Lo stato è passato da «sperimentazione» a «[^«]+»$/);
    expect(may).toContain('Lo stato è passato da');
    expect(may).toContain('Riscritta la sezione «Come funziona»');
    expect(status).not.toBe('pilot');
  });

  test('knows an entry of a list from the version that had it first', () => {
    for (const { id } of graph.all('term'))
      expect(history.of({ kind: 'term', id })).toMatchObject({ published: { day: '2024-07-01' }, days: [] });
    for (const { id } of graph.all('city'))
      expect(history.of({ kind: 'city', id })).toMatchObject({ published: { day: '2024-05-01' }, days: [] });
  });

  test('holds nothing of who committed, nor of what they wrote', () => {
    const all = (['practice', 'workshop', 'term'] as const).flatMap((kind) =>
      graph.all(kind).map((entry) => history.of(entry)),
    );
    expect(JSON.stringify(all)).not.toMatch(/Persona|persona|Messaggio/);
  });

  test('says nothing of what is not committed yet, or is not there', async () => {
    expect(history.of({ kind: 'practice', id: 'niente' })).toMatchObject({
      missing: null,
      published: null,
      days: [],
    });
    const early = repository('early');
    early.commit('2024-05-01T08:00:00Z', at('glossary.yaml', 'entries: []\n'));
    expect((await historyIn(early)).of(case_)).toMatchObject({ missing: null, published: null, days: [] });
  });
});

describe.skipIf(!hasGit)('versions of old', { timeout: 60_000 }, () => {
  test('that break every rule do no harm, and are told truly', async () => {
    const repo = repository('hostile');
    const day = (number: number) => `2024-05-0${number}T08:00:00Z`;
    repo.commit(day(1), at(sheet, asPilot));
    repo.commit(day(2), at(sheet, '---\na: &x [*x]\n---\n'));
    repo.commit(day(3), at(sheet, `---\n${'['.repeat(60_000)}\n---\n`));
    repo.commit(day(4), at(sheet, 'x'.repeat(3 * 1024 * 1024)));
    repo.commit(
      day(5),
      at(sheet, '---\nstatus: { a: <script>alert(1)</script> }\nfacts: 3\n---\n## Il problema\n'),
    );
    repo.commit(day(6), at(sheet, today));
    const { published, days } = (await historyIn(repo)).of(case_);
    expect(published?.day).toBe('2024-05-01');
    const unreadable = [expect.stringContaining('non si può leggere')];
    expect(days.slice(2).map(({ changes }) => changes)).toEqual([unreadable, unreadable, unreadable]);
    expect(JSON.stringify(days)).not.toContain('script');
    expect(days[0]?.changes.some((change) => change.startsWith('Aggiunto un dato: '))).toBe(true);
  });

  test('of a day that no calendar has are left alone, and the site is built without them', async () => {
    const repo = repository('no-day');
    repo.commit('@99999999999999 +0000', at(sheet, today));
    expect((await historyIn(repo)).missing).toBe('unreadable');
  });

  test('are read up to a number of days; the first still says since when there is a sheet', async () => {
    const repo = repository('many');
    for (let index = 0; index < 25; index += 1) {
      const time = new Date(Date.UTC(2024, 0, index + 1, 9)).toISOString();
      repo.commit(time, at(sheet, index % 2 === 0 ? asPilot : today));
    }
    const { published, days, isCut } = (await historyIn(repo)).of(case_);
    expect(published?.day).toBe('2024-01-01');
    expect(isCut).toBe(true);
    expect(days).toHaveLength(20);
    expect(days.at(-1)?.day).toBe('2024-01-06');
  });

  test('under another name belong to the sheet, and keep the name of its news', async () => {
    const repo = repository('moved');
    repo.commit('2024-05-01T08:00:00Z', at('practices/vecchio-nome.mdx', today));
    repo.commit('2024-06-01T08:00:00Z', { ...at('practices/vecchio-nome.mdx', null), ...at(sheet, asPilot) });
    repo.commit('2024-07-01T08:00:00Z', at(sheet, today));
    const { published, days, firstId } = (await historyIn(repo)).of(case_);
    expect(published?.day).toBe('2024-05-01');
    expect(firstId).toBe('vecchio-nome');
    expect(days.map(({ changes }) => changes[0])).toEqual([
      expect.stringContaining('Lo stato è passato da «sperimentazione»'),
      'La pagina ha cambiato indirizzo',
    ]);
  });
});

test('a folder that is in no archive has no history, and says why', async () => {
  const history = await readHistory(work, projectRoot, graph);
  expect(history.missing).toBe('none');
  expect(history.of(case_)).toMatchObject({ missing: 'none', published: null, days: [] });
});
