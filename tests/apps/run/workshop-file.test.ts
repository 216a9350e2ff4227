/** The file of a workshop, as the page makes it, held against the real check of the base. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { troublesOf } from '../../../src/apps/run/workshop-check.ts';
import { sheetMdx } from '../../../src/exports/sheet-mdx.ts';
import { workshopOf, type WorkshopDetails } from '../../../src/knowledge/plan-workshop.ts';
import { editBlock, withFields } from '../../../src/knowledge/plan-edits.ts';
import type { Plan } from '../../../src/knowledge/plan.ts';
import { advance, begin, finish, newCapture, skip, withChange } from '../../../src/knowledge/run-edits.ts';
import {
  captureKinds,
  emptyCapture,
  emptyRun,
  type Capture,
  type CaptureKind,
  type Run,
} from '../../../src/knowledge/run.ts';
import { workshop } from '../../../src/schemas/workshop.ts';
import { plainEnvironment, projectRoot } from '../../environment.ts';
import { richPlan } from '../../knowledge/led-session.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const at = (hour: number, minutes = 0): number => new Date(2026, 10, 20, hour, minutes).getTime();
const kinds = Object.keys(captureKinds) as CaptureKind[];

/** The rich plan, with what the small content of the tests has. */
function fixturePlan(): Plan {
  const rich = richPlan('abc123', { city: 'borgo-prova', organiser: 'Comune di Borgo Prova' });
  const practice = { id: 'case-aperte', title: 'Case aperte' };
  const activity = { id: 'mappa-di-prova', title: 'Mappa di prova' };
  return {
    ...rich,
    blocks: rich.blocks.map((block) => ({
      ...block,
      practice: block.practice && practice,
      activity: block.activity && activity,
      groups: block.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, activity: row.activity && activity })),
      })),
    })),
  };
}

const plan = fixturePlan();
function ledRun(of: Plan = plan): Run {
  let run = begin(of, emptyRun(of.id), at(9, 2));
  run = advance(of, run, at(9, 15));
  run = skip(of, run, at(9, 20));
  run = advance(of, run, at(10, 5));
  return finish(run, at(10, 20));
}

const details: WorkshopDetails = {
  title: 'In aula a Borgo Prova',
  tagline: 'Un caso letto insieme',
  summary: 'Abbiamo letto un caso e cercato i bisogni.',
  kinds: ['training', 'co-design'],
  start: '2026-11-20',
  today: '2026-11-22',
  city: 'borgo-prova',
  venue: 'Sala consiliare',
  organiser: 'Comune di Borgo Prova',
  organiserKind: 'municipality',
  focusAreas: ['disagio-abitativo'],
  session: 'mattina-di-prova',
};

const captured = (run: Run, fields: Partial<Capture>): Run =>
  newCapture(run, { ...emptyCapture, ...fields }).run;

function fullRun(): Run {
  let run = ledRun();
  run = captured(run, { text: 'Il parco è buio dopo le otto.', practice: 'case-aperte' });
  run = captured(run, { kind: 'question', text: 'Chi paga la manutenzione?', practice: 'case-aperte' });
  run = captured(run, { kind: 'decision', text: 'Ci si rivede a marzo.' });
  run = captured(run, {
    kind: 'commitment',
    text: 'Mappa dei lampioni',
    who: 'Lavori pubblici',
    by: '2026-12-15',
    city: 'borgo-prova',
  });
  run = captured(run, { kind: 'commitment', text: 'Senza nessuno che se lo prenda' });
  run = captured(run, { kind: 'need', text: 'Famiglie in albergo', need: 'famiglie-sotto-sfratto' });
  run = captured(run, { kind: 'need', text: 'Anziani soli la sera' });
  run = withChange(run, plan.blocks[0]?.key ?? '', 'Cominciare puntuali');
  return withChange(run, '', 'Meno letture, più tavoli');
}

const sheetOf = (run: Run, of = plan, by = details) => workshopOf(of, run, by);
const troubles = (run: Run, of = plan, by = details) => troublesOf(of, run, by, sheetOf(run, of, by));

describe('the sheet', () => {
  const { data, body } = sheetOf(fullRun());

  test('fits the schema, with its keys in the order of the schema', () => {
    expect(workshop.safeParse(data).error?.issues ?? []).toEqual([]);
    const order = Object.keys(workshop.shape);
    const keys = Object.keys(data);
    expect(keys).toEqual(keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  test('tells times and blocks as they were led', () => {
    expect(data.agenda).toEqual([
      { part: 'mattina', time: '9.02-9.15', items: ['Benvenuti'], source: 'appunti' },
      { part: 'mattina', time: '9.20-10.05', items: ['Mappa dei bisogni'], source: 'appunti' },
      { part: 'mattina', time: '10.05-10.20', items: ['Pausa'], source: 'appunti' },
    ]);
    expect(data.timing).toEqual([
      { title: 'Benvenuti', planned: 10, actual: 13, change: 'Cominciare puntuali', source: 'appunti' },
      { title: 'Il caso ToNite', planned: 30, actual: 0, source: 'appunti' },
      { title: 'Mappa dei bisogni', planned: 40, actual: 45, source: 'appunti' },
      { title: 'Pausa', planned: 15, actual: 15, source: 'appunti' },
      { title: 'Impegni e prossimi passi', planned: 20, actual: 0, source: 'appunti' },
    ]);
    expect(data.nextTime).toBe('Meno letture, più tavoli');
    expect(data.activities).toEqual(['mappa-di-prova']);
    expect(data.session).toBe('mattina-di-prova');
  });

  test('carries each thing that was said, open and with its source', () => {
    expect(data.insights).toEqual([
      { text: 'Il parco è buio dopo le otto.', practice: 'case-aperte', source: 'appunti' },
    ]);
    expect(data.openQuestions).toEqual([
      { practice: 'case-aperte', text: 'Chi paga la manutenzione?', status: 'open', source: 'appunti' },
    ]);
    expect(data.decisions).toEqual([{ text: 'Ci si rivede a marzo.', source: 'appunti' }]);
    expect(data.commitments).toEqual([
      {
        who: 'Lavori pubblici',
        what: 'Mappa dei lampioni',
        by: '2026-12-15',
        status: 'open',
        city: 'borgo-prova',
        source: 'appunti',
      },
      { who: 'Non documentato', what: 'Senza nessuno che se lo prenda', status: 'open', source: 'appunti' },
    ]);
    expect(data.needsRaised).toEqual(['famiglie-sotto-sfratto']);
    expect(body).toContain('Bisogno: Anziani soli la sera');
    expect(body).toContain('Bisogno: Famiglie in albergo');
  });

  test('says that nothing is documented where nothing was typed', () => {
    const bare = { ...plan, audience: '', objectives: [] };
    const { body: text } = sheetOf({ ...emptyRun('x'), startedAt: 0, endedAt: 0 }, bare);
    expect(text.match(/Non documentato\./g)?.length).toBe(3);
  });

  test('what is more than a list holds is told in the text, not lost', () => {
    let run = ledRun();
    for (let index = 1; index <= 45; index += 1) run = captured(run, { text: `voce ${index}x` });
    const sheet = sheetOf(run);
    expect((sheet.data.insights as unknown[]).length).toBe(40);
    for (let index = 41; index <= 45; index += 1)
      expect(sheet.body).toContain(`Osservazione: voce ${index}x`);
  });

  test('a session of a hundred blocks fits too', () => {
    const [block] = plan.blocks;
    if (!block) throw new Error('no block');
    const long = {
      ...plan,
      next: 500,
      blocks: Array.from({ length: 100 }, (_, index) => ({ ...block, key: String(index + 100), minutes: 5 })),
    };
    let run = begin(long, emptyRun('x'), at(9));
    for (let index = 1; index <= 100; index += 1) run = advance(long, run, at(9, index * 5));
    expect(troubles(run, long)).toEqual([]);
    expect((sheetOf(run, long).data.agenda as unknown[]).length).toBe(5);
  });
});

describe('what keeps it from being sent', () => {
  test('nothing, when all is there', () => {
    expect(troubles(fullRun())).toEqual([]);
  });

  test.each([
    ['tagline', { tagline: '' }],
    ['summary', { summary: 'x'.repeat(601) }],
    ['city', { city: '' }],
    ['organiser', { organiser: ' ' }],
    ['kinds', { kinds: [] }],
    ['start', { start: '' }],
    ['start', { start: '2026-11-23' }],
    ['summary', { summary: 'Scrivete a mario.rossi@gmail.com' }],
    ['venue', { venue: 'Sala, tel. 333 1234567' }],
  ])('%s is told beside its field, in Italian', (field, change) => {
    const found = troubles(fullRun(), plan, { ...details, ...change });
    expect(found).toContainEqual({ message: expect.any(String) as string, at: { field } });
    expect(found.map(({ message }) => message).join(' ')).not.toMatch(/Invalid|expected|Too/);
  });

  test.each([
    [{ text: 'Telefonare a 333 1234567' }],
    [{ text: 'Codice RSSMRA80A01H501U' }],
    [{ kind: 'commitment' as const, text: 'x', by: '2026-11-19' }],
    [{ kind: 'commitment' as const, text: 'x', who: 'maria.bianchi@libero.it' }],
    [{ text: 'una parola mеscolata' }],
    [{ kind: 'question' as const, text: 'x'.repeat(401) }],
  ])('%j is told with the way to its capture', (fields) => {
    const run = captured(captured(ledRun(), { text: 'va bene' }), fields);
    expect(troubles(run)).toEqual([{ message: expect.any(String) as string, at: { capture: '2' } }]);
  });

  test('a text of the plan is told with the way to the plan', () => {
    const [first] = plan.blocks;
    const marred = editBlock(withFields(plan, { audience: 'a.b@gmail.com' }), first?.key ?? '', {
      notes: 'Chiamare il 333 1234567?',
    });
    expect(troubles(fullRun(), marred).map(({ at: place }) => place)).toEqual([
      { place: 'plan' },
      { place: 'plan' },
    ]);
  });
});

describe('npm run check on the file', { timeout: 120_000 }, () => {
  let content: string;
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), 'tra-pari-workshop-'));
    cpSync(join(projectRoot, 'tests/fixtures/content'), content, { recursive: true });
  });
  afterEach(() => rmSync(content, { recursive: true, force: true }));

  function check(files: readonly (readonly [name: string, text: string])[]) {
    for (const [name, text] of files) writeFileSync(join(content, 'workshops', name), text);
    const { status, stdout } = spawnSync(
      process.execPath,
      ['src/cli/check.ts', '--format', 'json', ...files.map(([name]) => `workshops/${name}`)],
      {
        cwd: projectRoot,
        env: plainEnvironment({ KB_CONTENT: content }),
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      },
    );
    const { problems } = JSON.parse(stdout) as {
      problems: { severity: string; message: string; line: number }[];
    };
    return { status, problems };
  }

  const fileOf = (run: Run, by = details): string => {
    const { data, body } = sheetOf(run, plan, by);
    return sheetMdx(data, body);
  };

  test('passes without a word', () => {
    expect(check([['borgo-prova-2026-11-20.mdx', fileOf(fullRun())]])).toEqual({ status: 0, problems: [] });
  });

  test('passes whatever hostile people typed, and nothing of it becomes more than words', () => {
    const hostile = [
      ...naughtyStrings,
      ...[
        '{process.exit(1)}',
        '<script>alert(1)</script>',
        '<Cite source="x"/>',
        'import x from "y"',
        'export const a = 1',
      ],
      ...[
        '---',
        '...',
        '- a\n- b',
        '# titolo',
        '## Perché questo incontro',
        '1. uno',
        '> citazione',
        '| a | b |',
      ],
      ...[
        '[^1]',
        '[^1]: nota',
        '[a](javascript:alert(1))',
        '![x](https://a.it/x.png)',
        '<!-- c -->',
        '{/* c */}',
      ],
      ...[
        "'",
        "''",
        '"',
        '\\',
        '`',
        '``` js',
        '~~~',
        ': a',
        '? a',
        '& a',
        '*a',
        '!a',
        '%a',
        '@a',
        '&copy;',
        'http://localhost/x',
      ],
      ...[
        'www.esempio.it',
        'https://a:b@c.it',
        '- [ ] fatto',
        '• voce',
        'null',
        'true',
        '0x1F',
        '1_000',
        '2026-11-20',
        '<<: *a',
      ],
    ].map((text) => text.slice(0, 390));
    const accepted = hostile.filter(
      (text) =>
        troubles(captured(ledRun(), { kind: 'commitment', text, who: text.slice(0, 150) })).length === 0,
    );
    // most are only strange: what is refused are mixed alphabets and personal data
    expect(accepted.length).toBeGreaterThan(hostile.length * 0.75);
    const files = Array.from({ length: Math.ceil(accepted.length / 100) }, (_, index) => {
      let run = ledRun();
      accepted.slice(index * 100, (index + 1) * 100).forEach((text, place) => {
        run = captured(run, { kind: kinds[place % kinds.length], text, who: text.slice(0, 150) });
        run = withChange(run, plan.blocks[place % 5]?.key ?? '', text);
      });
      const day = `2026-11-${String(index + 1).padStart(2, '0')}`;
      return [
        `borgo-prova-${day}.mdx`,
        fileOf(run, { ...details, title: `Incontro ${day}`, start: day }),
      ] as const;
    });
    const { status, problems } = check(files);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(status).toBe(0);
  });

  test('would fail with a text as it was typed', () => {
    const bad = `${fileOf(fullRun())}\n{1 + 1}\n`;
    expect(check([['borgo-prova-2026-11-20.mdx', bad]]).status).toBe(1);
  });
});
