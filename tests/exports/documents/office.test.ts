import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { sheetDocument } from '../../../src/exports/documents/sheet.ts';
import { docxOf } from '../../../src/exports/docx.ts';
import { textContextOf } from '../../../src/knowledge/text-context.ts';
import { formatValue } from '../../../src/knowledge/format.ts';
import { sheetOf } from './real-sheets.ts';

const has = (program: string, argument: string): boolean =>
  spawnSync(program, [argument]).error === undefined;
const canTry = has('soffice', '--version') && has('pdftotext', '-v');

const sheets = ['tonite', 'homes4all', 'portineria-di-quartiere', 'torino-social-factory', 'abito'];

describe.skipIf(!canTry)('LibreOffice, where there is one with pdftotext', () => {
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens the files of five sheets and prints every value, every source and the number of each page', async () => {
    const files = sheets.map((id) => join(folder, `${id}.docx`));
    for (const [index, id] of sheets.entries())
      writeFileSync(files[index] ?? '', new Uint8Array(await docxOf(sheetDocument(sheetOf(id).sheet))));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    for (const id of sheets) {
      const { sheet } = sheetOf(id);
      const pdf = join(folder, `${id}.pdf`);
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      const pages = printed.split('\f').filter((page) => page.trim() !== '');
      pages.forEach((page, index) => expect(page).toContain(`pagina ${index + 1} di ${pages.length}`));
      // lines break anywhere, also at the hyphen of an address, which is then taken for one of the line
      const joined = (text: string): string => text.replace(/[\s-]+/g, '');
      const words = joined(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }));
      const { data } = sheet.practice;
      for (const { url } of data.sources) if (url) expect(words).toContain(joined(url));
      for (const { indicator, facts } of textContextOf(sheet.graph, data).groups)
        for (const fact of facts) expect(words).toContain(joined(formatValue(fact, indicator)));
    }
  }, 180_000);
});
