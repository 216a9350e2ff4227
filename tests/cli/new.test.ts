import { execFile, spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDay } from '../../src/knowledge/freshness.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { fixtureFolder } from '../fixture-content.ts';

interface Outcome {
  code: number;
  out: string;
  errors: string;
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tra-pari-new-'));
  await cp(fixtureFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(script: string, words: string[], options: { uid?: number; env?: NodeJS.ProcessEnv } = {}) {
  const { uid, env } = options;
  return new Promise<Outcome>((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot, 'src/cli', script), ...words],
      {
        cwd: projectRoot,
        env: plainEnvironment({ KB_CONTENT: folder, ...env }),
        ...(uid ? { uid, gid: uid } : {}),
      },
      (_, out, errors) => resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}
const create = (...words: string[]) => run('new.ts', words);
const practice = (...words: string[]) => create('practice', '--area', 'disagio-abitativo', ...words);
const listed = (sub: string) => readdir(join(folder, sub));

test('a practice is written, passes the check, and its author is told how to go on', async () => {
  const { code, out, errors } = await practice('--title', 'L’orto “di” tutti: 100% 🏠');
  const path = join(folder, 'practices/l-orto-di-tutti-100.mdx');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toContain(`Ho scritto ${path}`);
  expect(out).toContain(`npm run check -- ${path}`);
  expect(out).toContain('togli la riga «draft: true»');

  const text = await readFile(path, 'utf8');
  expect(text).toContain('title: "L’orto “di” tutti: 100% 🏠"');
  expect(text).toContain('Quante famiglie sono sotto sfratto?');

  const check = await run('check.ts', [path, '--format', 'json']);
  const { problems } = JSON.parse(check.out) as { problems: { severity: string }[] };
  expect(check.code).toBe(0);
  expect(problems.length).toBeGreaterThan(5);
  expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['info']));
});

test.each([
  ['workshop', 'workshops'],
  ['activity', 'activities'],
  ['session', 'sessions'],
])('%s needs no area', async (kind, sub) => {
  expect(await create(kind, '--title=Una prova')).toMatchObject({ code: 0 });
  expect(await listed(sub)).toContain('una-prova.mdx');
});

test('the day is the one of the build', async () => {
  const env = { SOURCE_DATE_EPOCH: '1700000000' };
  const { out } = await run('new.ts', ['session', '--title', 'Prova', '--dry-run'], { env });
  expect(out).toContain(`reviewedOn: "${buildDay('1700000000', 0)}"`);
});

test('a dry run prints the sheet, and nothing else, and writes nothing', async () => {
  const before = await listed('practices');
  const { code, out } = await practice('--title', 'Prova', '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(/^---\n## Scheda di buona pratica[^]*\*\/}\n$/);
  expect(await listed('practices')).toEqual(before);
});

test('the name of the file can be chosen', async () => {
  await practice('--title', 'Prova', '--slug', 'altro-nome');
  expect(await listed('practices')).toContain('altro-nome.mdx');
});

test('a file that is there is never touched', async () => {
  const path = join(folder, 'practices/case-aperte.mdx');
  const before = await readFile(path, 'utf8');
  const { code, errors, out } = await practice('--title', 'Case aperte');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(errors).toContain(`C’è già un file ${path}: non lo tocco.`);
  expect(errors).toContain('oppure dai un altro nome con --slug');
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('it works while other sheets have errors', async () => {
  await writeFile(join(folder, 'practices/officina-vuota.mdx'), 'niente');
  await writeFile(join(folder, 'cities.yaml'), 'entries: [');
  expect(await practice('--title', 'Prova')).toMatchObject({ code: 0 });
});

test.each<[string, string[], string]>([
  [
    'an option mistyped',
    ['session', '--titel', 'X'],
    'L’opzione «--titel» non esiste. Forse volevi: --title',
  ],
  [
    'a practice without area',
    ['practice', '--title', 'X'],
    'Di’ l’area della pratica con --area. Le aree: cultura-turismo, disagio-abitativo,',
  ],
  [
    'an area mistyped',
    ['practice', '--title', 'X', '--area', 'disagio-abitativi'],
    'Non esiste l’area «disagio-abitativi». Forse volevi: disagio-abitativo. Le aree: cultura-turismo,',
  ],
  [
    'an area mistyped where it is optional',
    ['session', '--title', 'X', '--area', 'cultura'],
    'Forse volevi: cultura-turismo.',
  ],
])('%s is wrong use: a sentence, the usage, exit 2', async (_, words, message) => {
  const { code, out, errors } = await create(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(errors).toContain(message);
  expect(errors).toContain('Si usa così: npm run new -- practice --area AREA --title "Titolo"');
});

test('an area whose own file has errors is named', async () => {
  const path = join(folder, 'focus-areas/disagio-abitativo.mdx');
  await writeFile(path, (await readFile(path, 'utf8')).replace('order: 2', 'order: primo'));
  const { code, errors } = await practice('--title', 'X');
  expect(code).toBe(3);
  expect(errors).toContain('Il modello si compone da focus-areas/disagio-abitativo.mdx, che ha errori.');
});

test('a content folder that is not there is named', async () => {
  const { code, errors } = await run('new.ts', ['session', '--title', 'X'], {
    env: { KB_CONTENT: '/nowhere' },
  });
  expect(code).toBe(3);
  expect(errors).toContain('La cartella dei contenuti «/nowhere» non c’è');
});

// The administrator may write everywhere: the command then runs as nobody, who must be able to read the project.
const nobody = process.getuid?.() === 0 ? 65534 : undefined;
const readsProject = `require('node:fs').readFileSync(${JSON.stringify(join(projectRoot, 'package.json'))})`;
const isPossible =
  process.platform !== 'win32' &&
  (!nobody || spawnSync(process.execPath, ['-e', readsProject], { uid: nobody, gid: nobody }).status === 0);

test.runIf(isPossible)('without permission to write it says so and stops with 3', async () => {
  await chmod(folder, 0o755);
  await chmod(join(folder, 'practices'), 0o555);
  const words = ['practice', '--area', 'disagio-abitativo', '--title', 'X'];
  const { code, errors } = await run('new.ts', words, nobody ? { uid: nobody } : {});
  await chmod(join(folder, 'practices'), 0o755);
  expect({ code, errors }).toMatchObject({ code: 3 });
  expect(errors).toContain(`Manca il permesso di scrivere o leggere: ${join(folder, 'practices/x.mdx')}`);
  expect(errors).not.toContain('    at ');
});
