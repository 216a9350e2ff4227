/** A Word file becomes a draft, in the reader’s own browser. */
import { readFile } from 'node:fs/promises';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open } from './site.ts';

const address = '/contribuisci/word/';
const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const line = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ heading, children: [new TextRun(text)] });

async function report(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const children = [
    line('Il forno di quartiere', HeadingLevel.TITLE),
    line('Contesto', HeadingLevel.HEADING_1),
    line('Il forno era chiuso da dieci mesi.'),
    line('Ringraziamenti', HeadingLevel.HEADING_1),
    line('A tutti quelli che ci hanno creduto.'),
  ];
  const buffer = Buffer.from(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
  return { name: 'Relazione.docx', mimeType, buffer };
}

test.each([360, 1280])('a free document is read, told and handed to the form at %i px', async (width) => {
  await using visit = await open(address, { width });
  const { page, errors, outside, violations } = visit;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  expect(await findings(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);

  await page.getByLabel('Il file (.docx)').setInputFiles(await report());
  await page.getByRole('heading', { name: 'Che cosa ne è venuto' }).waitFor();
  const result = page.getByRole('region', { name: 'Che cosa ne è venuto' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('titolo-esito');
  expect(await result.getByRole('listitem').allTextContents()).toEqual([
    'Titolo: Il forno di quartiere',
    'Contesto → Il problema',
    'Ringraziamenti',
  ]);
  expect(await page.getByRole('status').filter({ hasText: 'Relazione.docx' }).textContent()).toContain(
    'è diventato una bozza',
  );
  expect(await findings(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result.getByRole('button', { name: 'Scarica il file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('il-forno-di-quartiere.mdx');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('Il forno era chiuso da dieci mesi.');
  expect(text).toContain('A tutti quelli che ci hanno creduto.');

  // nothing of the document leaves the device
  expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
  await result.getByRole('button', { name: 'Continua nel modulo' }).click();
  await page.waitForURL(/\/contribuisci\/pratica\/\?bozza=/);
  await expect.poll(() => page.locator('#campo-title').inputValue()).toBe('Il forno di quartiere');
  expect({ errors, outside, violations }).toEqual({ errors: [], outside: [], violations: [] });
});

test('by keyboard alone, a form of ours comes back as it was given out', async () => {
  await using visit = await open(address);
  const { page, errors } = visit;
  // asked for long before: the browser must have heard of it when the key is pressed
  const chooser = page.waitForEvent('filechooser');
  const form = await page.request.get('/modelli/laboratorio.docx');
  const file = { name: 'laboratorio.docx', mimeType, buffer: await form.body() };
  await page.getByLabel('Il file (.docx)').focus();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('word-file');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await page.getByText('È il nostro modulo').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/contribuisci\/laboratorio\/\?bozza=/);
  expect(errors).toEqual([]);
});

describe('a file that cannot be read', () => {
  test.each([
    ['nota.docx', Buffer.from('non sono un documento'), 'Non è un documento Word.'],
    [
      'protetto.docx',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      'Il file è protetto da una password',
    ],
    ['rotto.docx', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), 'Il file è rovinato'],
  ])('%s: what is wrong is said, and the next one is read', async (name, buffer, words) => {
    await using visit = await open(address, { width: 360 });
    const { page, errors } = visit;
    const input = page.getByLabel('Il file (.docx)');
    await input.setInputFiles({ name, mimeType, buffer });
    await page.getByText(words).waitFor();
    expect(await findings(page)).toEqual([]);
    await input.setInputFiles(await report());
    await page.getByRole('heading', { name: 'Che cosa ne è venuto' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('no file at all', async () => {
    await using visit = await open(address);
    await visit.page.getByRole('button', { name: 'Leggi il file' }).click();
    await visit.page.getByText('Scegli prima il file.').waitFor();
    expect(await visit.page.evaluate(() => document.activeElement?.id)).toBe('word-file');
  });
});

test('without a script the page says what to do instead', async () => {
  await using visit = await open(address, { javascript: false });
  const { page } = visit;
  expect(await page.locator('#contenuto noscript, main noscript').first().innerText()).toContain(
    'npm run import -- FILE.docx',
  );
  expect(await page.getByLabel('Il file (.docx)').isVisible()).toBe(false);
});
