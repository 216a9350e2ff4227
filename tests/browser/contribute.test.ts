/** The forms of who contributes, used as a person uses them. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Download, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { frontMatterOf, textBelow } from '../../src/mdx/parse.ts';
import { readYaml } from '../../src/checks/yaml.ts';
import { registry } from '../../src/schemas/registry.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, type Visit } from './site.ts';

const areas = ['inclusione-attiva-lavoro', 'disagio-abitativo', 'poverta-marginalita', 'cultura-turismo'];

const work = mkdtempSync(join(tmpdir(), 'tra-pari-modulo-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A copy of the content with some files more. */
function contentWith(files: Readonly<Record<string, string>>): string {
  const content = mkdtempSync(join(work, 'contenuti-'));
  cpSync(join(projectRoot, 'src/content'), content, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(content, path), text);
  return content;
}

function command(words: readonly string[], content: string): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const process_ = spawn(process.execPath, [...words], {
      cwd: projectRoot,
      env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '' }),
    });
    let said = '';
    for (const stream of [process_.stdout, process_.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    process_.on('close', (code) => done({ code, said }));
  });
}

interface Told {
  message: string;
  hint: string;
  severity: string;
}

/** What `npm run check` says of one file laid among the content. */
async function checked(path: string, text: string): Promise<{ code: number | null; problems: Told[] }> {
  const { code, said } = await command(
    ['src/cli/check.ts', '--format', 'json', path],
    contentWith({ [path]: text }),
  );
  return { code, problems: (JSON.parse(said) as { problems: Told[] }).problems };
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

const step = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'I passi del modulo' }).getByRole('link', { name: title }).click();
const next = (page: Page) => page.getByRole('button', { name: 'Avanti' }).click();
const field = (page: Page, path: string) => page.locator(`#campo-${path.replaceAll('.', '-')}`);
const errorOf = (page: Page, path: string) => page.locator(`[data-errors-of="${path}"]`);
const add = (page: Page, what: string) =>
  page.getByRole('button', { name: `Aggiungi ${what}`, exact: true }).click();

async function openArea(area: string, conditions: Parameters<typeof open>[1] = {}): Promise<Visit> {
  const visit = await open('/contribuisci/pratica/', conditions);
  await visit.page.locator(`a[data-area="${area}"]`).click();
  await visit.page.getByRole('heading', { name: '1. La pratica' }).waitFor();
  return visit;
}

const { sections } = registry.practice.store;

/** All that a practice must have, and one of the lists; the indicator is the first that the area asks for. */
async function fillPractice(page: Page, name: string): Promise<void> {
  await field(page, 'title').fill(name);
  await field(page, 'tagline').fill('Una prova scritta nel modulo, per chi la legge.');
  await field(page, 'summary').fill('Mancava una scheda. Si è riempito il modulo. Ora la scheda c’è.');
  await field(page, 'city').fill('Napoli');
  await field(page, 'status').selectOption({ label: 'in corso' });
  await next(page);
  await add(page, 'una fonte');
  await field(page, 'sources.0.title').fill('Relazione sul primo anno');
  await field(page, 'sources.0.publisher').fill('Comune di prova');
  await field(page, 'sources.0.date').fill('15/03/2023');
  await field(page, 'sources.0.url').fill('https://www.comune.prova.it/relazione');
  await next(page);
  await field(page, 'period.start').fill('2021');
  await page.getByRole('group', { name: /^Fonti/ }).getByLabel('Comune di prova').check();
  await field(page, 'lead.name').fill('Comune di prova');
  await field(page, 'lead.kind').selectOption({ index: 1 });
  await next(page);
  await page.locator('#campo-needs input[type=checkbox]').first().check();
  await page.locator('#campo-targetGroups input[type=checkbox]').first().check();
  await step(page, 'Il racconto');
  for (const title of sections)
    await page.getByLabel(title, { exact: true }).fill(`Qui si racconta la parte «${title.toLowerCase()}», con parole semplici.`);
  await step(page, 'Chi firma');
  await add(page, 'una firma');
  await field(page, 'authors.0').fill('Ufficio di prova');
} // prettier-ignore

async function finish(page: Page): Promise<Download> {
  await step(page, 'Rileggi e consegna');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Scarica il file' }).click(),
  ]);
  return download;
}

/** The files that were handed over, with the passages that the preview of each showed. */
const files = new Map<string, { text: string; shown: string[] }>();

/** Every passage of the preview, in its order: titles, lines, items, cells. */
async function previewed(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Mostra l’anteprima' }).click();
  const shown = page.locator('dialog.preview .preview-page');
  await shown.locator('h1').waitFor();
  const passages = await shown.locator('h1, h2, h3, h4, p, li, dt, dd, td, th').evaluateAll((elements) =>
    elements
      // what is chosen from all sheets together, and what git remembers, is said in words of the preview
      .filter(
        (element) =>
          !element.closest('[aria-labelledby=vicine], [aria-labelledby=storia], .actions, [hidden]'),
      )
      .map((element) => element.textContent),
  );
  await page.getByRole('button', { name: 'Chiudi' }).first().click();
  return passages.map(oneLine).filter(Boolean);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const elementsIn = (node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));

/** The same passages of a page that was built. */
function built(html: string): string[] {
  const main = elementsIn(parse(html)).find(({ tagName }) => tagName === 'main');
  const wanted = /^(?:h[1-4]|p|li|dt|dd|td|th)$/;
  return (main ? elementsIn(main) : [])
    .filter(({ tagName }) => wanted.test(tagName))
    .map((element) => oneLine(wordsOf(element)));
}

const wordsOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';

describe.each(areas)('a practice in the area %s', (area) => {
  test('is written, left midway, mended and handed over: the check takes it as it is', async () => {
    await using visit = await openArea(area);
    const { page } = visit;
    await fillPractice(page, `Scheda di prova ${area}`);

    // a fact with a figure as people write it, said in the words of the command line, then mended
    await step(page, 'I dati');
    await add(page, 'un dato');
    await field(page, 'facts.0.indicator').fill('Candidature ricevute');
    await field(page, 'facts.0.value').fill('1.285');
    await field(page, 'facts.0.source').selectOption({ index: 1 });
    await errorOf(page, 'facts.0.value').getByText('se il punto divide le migliaia').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '5. I dati' }).waitFor();
    expect(await field(page, 'facts.0.value').inputValue()).toBe('1.285');
    await field(page, 'facts.0.value').fill('1285');
    await expect.poll(() => errorOf(page, 'facts.0.value').textContent()).toBe('');

    const download = await finish(page);
    expect(download.suggestedFilename()).toBe(`scheda-di-prova-${area}.mdx`);
    expect(await page.locator('.form-problems').allTextContents()).toEqual([]);
    expect(await page.locator('#form-file').textContent()).toBe('È completa: passa il controllo');
    const text = await textOf(download);
    expect(text).not.toContain('draft');
    expect(text).toContain("date: '2023-03-15'");
    const path = `practices/${download.suggestedFilename()}`;
    const { code, problems } = await checked(path, text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
    files.set(path, { text, shown: await previewed(page) });
    expect(visit.errors).toEqual([]);
    expect(visit.violations).toEqual([]);
    expect(visit.outside).toEqual([]);
  });
});

test('the files of all areas build into the pages that their previews showed', async () => {
  expect(files.size).toBe(areas.length);
  const dist = join(work, 'dist');
  const { said } = await command(
    ['src/cli/build.ts', '--out', dist],
    contentWith(Object.fromEntries([...files].map(([path, { text }]) => [path, text]))),
  );
  expect(said).toContain('Fatto in');
  for (const [path, { shown }] of files) {
    const id = path.replace(/^practices\/|\.mdx$/g, '');
    const page = readFileSync(join(dist, 'pratiche', id, 'index.html'), 'utf8');
    const passages = built(page);
    expect(shown.length).toBeGreaterThan(60);
    // counts in place: what is told twice in the preview is told twice in the page
    const left = [...passages];
    const strange = shown.filter((passage) => {
      const at = left.indexOf(passage);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    expect(strange).toEqual([]);
    expect(page).toContain('Mancava una scheda.');
    expect(page).toContain('Relazione sul primo anno');
    expect(page).toContain('1.285');
  }
}, 240_000);

test('a mistake is told in the form and by the command in the same words', async () => {
  await using visit = await openArea('disagio-abitativo');
  const { page } = visit;
  await field(page, 'title').fill('Prova di errori');
  await field(page, 'tagline').fill('Scrivi a mario.rossi@comune.prova.it');
  await field(page, 'city').fill('Cosensa');
  await step(page, 'Le fonti');
  await add(page, 'una fonte');
  await field(page, 'sources.0.title').fill('Relazione');
  await field(page, 'sources.0.url').fill('www.comune.prova.it');
  await field(page, 'sources.0.accessed').fill('ieri');
  await step(page, 'Quando e chi');
  await field(page, 'period.start').fill('2023-05');
  await field(page, 'period.end').fill('2021');
  await step(page, 'I soldi');
  await add(page, 'un costo');
  await field(page, 'costs.0.item').fill('Lavori');
  await field(page, 'costs.0.amount').fill('1,2 milioni');
  await step(page, 'Il racconto');
  await page.getByLabel('Il problema', { exact: true }).fill('Un <Ignoto/> e una parentesi { aperta.');
  const download = await finish(page);
  const text = await textOf(download);
  const { problems } = await checked(`practices/${download.suggestedFilename()}`, text);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(5);
  // the list at the end
  for (const { message } of problems)
    await page.locator('#form-finish').getByRole('button', { name: message, exact: true }).first().waitFor();
  // and beside the fields
  const said: string[] = [];
  for (const title of ['La pratica', 'Le fonti', 'Quando e chi', 'I soldi', 'Il racconto']) {
    await step(page, title);
    await page.locator('.field-error:not(:empty)').first().waitFor();
    said.push(...(await page.locator('.field-error:not(:empty)').allTextContents()));
  }
  for (const { message, hint } of errors) expect(said.join('\n')).toContain([message, hint].filter(Boolean).join(' '));
  // a problem leads to its field
  await step(page, 'Rileggi e consegna');
  await page.getByRole('button', { name: /«Costi» 1.*milioni/ }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('campo-costs-0-amount');
}); // prettier-ignore

describe('nothing is lost', () => {
  test('by a crash, nor by taking away: what goes comes back', async () => {
    await using visit = await openArea('cultura-turismo');
    const { page } = visit;
    await step(page, 'Le fonti');
    for (const index of [0, 1]) {
      await add(page, 'una fonte');
      await field(page, `sources.${index}.title`).fill(`Fonte ${index + 1}`);
    }
    await page.getByRole('button', { name: 'Togli Fonte 1' }).click();
    expect(await field(page, 'sources.0.title').inputValue()).toBe('Fonte 2');
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    expect(await field(page, 'sources.0.title').inputValue()).toBe('Fonte 1');
    await page.getByRole('button', { name: 'Rifai', exact: true }).click();
    expect(await field(page, 'sources.0.title').inputValue()).toBe('Fonte 2');
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByRole('button', { name: 'Giù Fonte 1' }).click();
    expect(await field(page, 'sources.0.title').inputValue()).toBe('Fonte 2');
    const address = page.url();
    await page.waitForTimeout(400);
    // the browser dies: no goodbye is said
    const other = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    await other.goto(address);
    await other.locator('#campo-sources-1-title').waitFor();
    expect(await other.locator('#campo-sources-1-title').inputValue()).toBe('Fonte 1');
    // and the list of drafts knows it, forgets it, has it back
    await other.getByRole('link', { name: 'Le tue bozze' }).click();
    const draft = other.locator('#form-draft-list li');
    await draft.first().waitFor();
    await other.getByRole('button', { name: /^Togli la bozza/ }).click();
    await expect.poll(() => draft.count()).toBe(0);
    await other.getByRole('button', { name: 'Annulla' }).click();
    await expect.poll(() => draft.count()).toBe(1);
  });

  test('where the browser keeps nothing it is said, and the file can be had', async () => {
    await using visit = await open('/favicon.svg');
    const { page } = visit;
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto('/contribuisci/pratica/?area=cultura-turismo');
    await page.locator('#campo-title').fill('Senza memoria');
    await page.getByText('Lo spazio che il browser dà a questo sito è pieno').waitFor();
    const download = await finish(page);
    expect(await textOf(download)).toContain('Senza memoria');
  });

  test('a draft spoilt by hand is told, and what it was can be had', async () => {
    await using visit = await open('/favicon.svg');
    const { page } = visit;
    await page.evaluate(() => localStorage.setItem('tra-pari:bozza:abc', '{"kind":"practice","da'));
    await page.goto('/contribuisci/pratica/?bozza=abc');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica quello che c’era' }).click(),
    ]);
    expect(await textOf(download)).toBe('{"kind":"practice","da');
    expect(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('tra-pari:copia:bozza:abc')))).toBe(true);
  }); // prettier-ignore
});

describe('a published sheet', () => {
  test('opens in the form, tells what was changed, and goes out with nothing else changed', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=homes4all&campo=costs');
    const { page } = visit;
    await page.getByRole('heading', { name: '6. I soldi' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('campo-costs');
    await step(page, 'La pratica');
    await field(page, 'tagline').fill('Una frase nuova per provare.');
    await step(page, 'Rileggi e consegna');
    await page.getByText('Per ora niente').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('section:has(#titolo-differenze) li').allTextContents()).toHaveLength(1);
    const download = await finish(page);
    expect(download.suggestedFilename()).toBe('homes4all.mdx');
    const now = await textOf(download);
    const before = readFileSync(join(projectRoot, 'src/content/practices/homes4all.mdx'), 'utf8');
    const dataOf = (text: string) => readYaml(frontMatterOf(text) ?? '', 2).data as Record<string, unknown>;
    expect(textBelow(now)).toBe(textBelow(before));
    expect(dataOf(now)).toEqual({ ...dataOf(before), tagline: 'Una frase nuova per provare.' });
    // opened again it is the same draft
    await page.goto('/contribuisci/pratica/?scheda=homes4all');
    await page.getByText('Avevi già cominciato').waitFor();
  }); // prettier-ignore

  test('also as a file, and a file that is none is refused with words', async () => {
    await using visit = await open('/contribuisci/laboratorio/');
    const { page } = visit;
    const choose = (name: string, text: string) =>
      page
        .locator('#form-file-input')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await choose('a.mdx', 'solo testo');
    await page.getByText('«a.mdx» non sembra una scheda').waitFor();
    const file = readFileSync(join(projectRoot, 'src/content/workshops/torino-2023-03-15.mdx'), 'utf8');
    await choose('torino.mdx', file);
    await page.getByRole('heading', { name: '1. L’incontro' }).waitFor();
    const { title } = readYaml(frontMatterOf(file) ?? '', 2).data as { title: string };
    expect(await field(page, 'title').inputValue()).toBe(title);
  });

  test('a name that is none gives words, not an empty form', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=../../x');
    await visit.page.getByText('La scheda da correggere non si trova').waitFor();
  });
});

test('what no list has is proposed, and travels with the file', async () => {
  await using visit = await openArea('poverta-marginalita');
  const { page } = visit;
  await field(page, 'title').fill('Proposte');
  await field(page, 'city').fill('Borgo che non c’è');
  await page.getByRole('button', { name: 'Non c’è nell’elenco? Proponilo «Città»' }).click();
  expect(await field(page, 'city').inputValue()).toBe('');
  const download = await finish(page);
  const text = await textOf(download);
  expect(text).toContain('- Città: Borgo che non c’è');
  const { problems } = await checked(`practices/${download.suggestedFilename()}`, text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe.each(['pratica', 'laboratorio'])('the form of a %s', (kind) => {
  test('at 360 px has nothing wide and nothing that axe finds, in every step', async () => {
    await using visit = await open(`/contribuisci/${kind}/`, { width: 360, height: 740 });
    const { page } = visit;
    expect(await findings(page)).toEqual([]);
    await page.locator('a[data-area]').first().click();
    await page.locator('#form-title').waitFor();
    const count = await page.locator('#form-steps a').count();
    expect(count).toBeGreaterThan(8);
    for (let index = 0; index < count; index += 1) {
      await page.locator('#form-steps a').nth(index).click();
      await page
        .locator('#form-title')
        .filter({ hasText: `${index + 1}. ` })
        .waitFor();
      // one item of each list, with all its parts
      for (const button of await page.locator('.form-add').all())
        await page.locator(`#${await button.getAttribute('id')}`).click();
      for (const fold of await page.locator('#form details:not([open]) > summary').all())
        if (await fold.isVisible()) await fold.click();
      expect(await findings(page), `step ${index + 1}`).toEqual([]);
      expect(await isTooWide(page), `step ${index + 1}`).toBe(false);
    }
    expect(visit.errors).toEqual([]);
  }, 240_000);
});

test('the keyboard alone writes, adds and goes on', async () => {
  await using visit = await open('/contribuisci/pratica/?area=disagio-abitativo');
  const { page } = visit;
  await page.locator('#form-title').waitFor();
  await field(page, 'title').focus();
  await page.keyboard.type('A tastiera');
  // Enter in a field goes on, as a form does
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '2. Le fonti' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-title');
  await page.getByRole('button', { name: 'Aggiungi una fonte' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('campo-sources-0-title');
  await page.keyboard.type('Delibera');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Comune di prova');
  expect(await field(page, 'sources.0.publisher').inputValue()).toBe('Comune di prova');
  await page.getByRole('button', { name: 'Togli Fonte 1' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('campo-sources');
  await page.keyboard.press('Control+z');
  expect(await field(page, 'sources.0.title').inputValue()).toBe('Delibera');
  await page.goBack();
  await page.getByRole('heading', { name: '1. La pratica' }).waitFor();
  expect(await field(page, 'title').inputValue()).toBe('A tastiera');
});

test('every control has a name and is told what is wrong with it', async () => {
  await using visit = await openArea('inclusione-attiva-lavoro');
  const { page } = visit;
  await field(page, 'reviewedOn').count();
  await step(page, 'Chi firma');
  await field(page, 'reviewedOn').fill('domani');
  await errorOf(page, 'reviewedOn').getByText('Scrivi la data').waitFor();
  expect(await field(page, 'reviewedOn').getAttribute('aria-invalid')).toBe('true');
  const described = (await field(page, 'reviewedOn').getAttribute('aria-describedby'))?.split(' ') ?? [];
  expect(described).toContain('campo-reviewedOn-errore');
  const snapshot = await page.locator('#form').ariaSnapshot();
  expect(snapshot).toContain('textbox "Riletta il"');
});
