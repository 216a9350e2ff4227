import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { checkFolder, contentFolder, digestOf } from '../checks/read.ts';
import { hasErrors } from '../checks/problem.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { normalise } from '../checks/text.ts';
import { handout } from '../exports/documents/handout.ts';
import { sheetDocument } from '../exports/documents/sheet.ts';
import { sheetSlides } from '../exports/documents/slides.ts';
import { docxOf } from '../exports/docx.ts';
import { publishedEntries } from '../exports/entries.ts';
import { entryJson } from '../exports/json.ts';
import { peerPlainText } from '../exports/peers/document.ts';
import { peerForms, peerTexts } from '../exports/peers/texts.ts';
import type { PeerId } from '../exports/peers/form.ts';
import { peerView } from '../exports/peers/view.ts';
import { pptxOf } from '../exports/pptx.ts';
import { referencesOf } from '../exports/references.ts';
import { openSheet, type OpenedSheet } from '../knowledge/entry-file.ts';
import { buildDay } from '../knowledge/freshness.ts';
import { buildGraph, type AnyEntry } from '../knowledge/graph.ts';
import { textBelow } from '../mdx/parse.ts';
import { site } from '../site.ts';
import { exitCodes, projectRoot, runCommand, StoppedError } from './command.ts';
import { existingFile, readRequest, unknownSheet, type ExportKind } from './export-request.ts';

/** The very same makers as in the browser. */
const makers: Record<ExportKind, (sheet: OpenedSheet, json: string) => Promise<ArrayBuffer | string>> = {
  docx: (sheet) => docxOf(sheetDocument(sheet)),
  pptx: (sheet) => pptxOf(sheetSlides(sheet)),
  handout: (sheet) => docxOf(handout(sheet)),
  json: (_, json) => Promise.resolve(json),
  opsi: (sheet) => Promise.resolve(peerFile(sheet, 'opsi')),
  interreg: (sheet) => Promise.resolve(peerFile(sheet, 'interreg')),
  urbact: (sheet) => Promise.resolve(peerFile(sheet, 'urbact')),
};

/** The texts for the form of another network. */
function peerFile(sheet: OpenedSheet, form: PeerId): string {
  return peerPlainText(peerTexts(peerForms[form], peerView(sheet)));
}

await runCommand(async (words) => {
  const { id, kind, out, force } = readRequest(words);
  const folder = contentFolder(process.env, projectRoot);
  const { records, problems, linkChecks, files, digests } = await checkFolder(folder, projectRoot);
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    console.log(
      terminalReport(errors, files, (style, text) => styleText(style, text, { stream: process.stdout })),
    );
    return exitCodes.problems;
  }
  const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
  const graph = buildGraph(records as unknown as AnyEntry[], today, linkChecks);
  const own = graph.find('practice', id);
  if (!own)
    throw unknownSheet(
      id,
      graph.all('practice').map((practice) => practice.id),
    );

  const written = normalise(await readFile(join(folder, own.file), 'utf8'));
  if (digestOf(written) !== digests.get(own.file))
    throw new StoppedError(`${own.file} è cambiata mentre la leggevo.`, 'Riprova.');
  const entry = publishedEntries(graph, 'practice', origin()).find((practice) => practice.id === id);
  if (!entry) throw new Error(`${id} is in the graph and is not published`);
  const page = typeof entry.page === 'string' ? publicAddress(entry.page) : null;
  const json = entryJson('practice', { ...entry, page }, referencesOf(graph, own), textBelow(written));
  const file = await makers[kind](openSheet(JSON.parse(json)), json);

  const path = resolve(out);
  const content = typeof file === 'string' ? file : new Uint8Array(file);
  await writeFile(path, content, { flag: force ? 'w' : 'wx' }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'EEXIST' ? existingFile(out) : error;
  });
  console.log(`Ho scritto ${out}`);
  return exitCodes.fine;
});

/** Where the site is published, as the build is told. */
function origin(): string {
  return process.env.SITE_URL || site.defaultUrl;
}

/** The address of a page below the base path of the build, which only the build writes into addresses. */
function publicAddress(page: string): string {
  const base = (process.env.BASE_PATH ?? '').replace(/^\/|\/$/g, '');
  return base === '' ? page : new URL(`/${base}${new URL(page).pathname}`, page).href;
}
