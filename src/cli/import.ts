import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problemsOf } from '../authoring/check-draft.ts';
import { draftFile, draftPath } from '../authoring/sheet-draft.ts';
import { WordFileError } from '../authoring/word-file.ts';
import { importWord, keptTitle, type WordImport } from '../authoring/word-import.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import type { Problem } from '../checks/problem.ts';
import { formLists } from '../exports/form-lists.ts';
import { buildDay } from '../knowledge/freshness.ts';
import { buildGraph, type AnyEntry } from '../knowledge/graph.ts';
import { exitCodes, projectRoot, runCommand, StoppedError } from './command.ts';
import { existingSheet, nameOf, readRequest, unknownArea } from './import-request.ts';

await runCommand(async (words) => {
  const request = readRequest(words);
  const folder = contentFolder(process.env, projectRoot);
  const { records } = await checkFolder(folder, projectRoot);
  const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
  // of the other sheets only names are needed: what is wrong with them is no business of this one
  const known = records.filter(({ valid, draft }) => valid && !draft);
  const lists = formLists(buildGraph(known as unknown as AnyEntry[], today));
  const { area } = request;
  const areas = lists['focus-area'].map(({ id }) => id);
  if (area !== null && !areas.includes(area)) throw unknownArea(area, areas);

  const bytes = await readFile(request.file);
  const found = await importWord(new Uint8Array(bytes).buffer, {
    lists,
    kind: request.kind ?? undefined,
    area: area ?? undefined,
  }).catch((error: unknown) => {
    throw error instanceof WordFileError
      ? new StoppedError(`${request.file}: ${error.message}`, error.hint)
      : error;
  });
  const id = request.slug ?? nameOf(found.draft.data.title, request.file);
  const draft = { ...found.draft, id };
  const text = draftFile(draft);
  const path = draftPath(draft);
  const problems = problemsOf({ path, text }, lists, today);
  if (request.dryRun) {
    process.stdout.write(text);
    return exitCodes.fine;
  }
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text, { flag: 'wx' }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'EEXIST' ? existingSheet(path) : error;
  });
  console.log(told(path, found, problems));
  return problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.fine;
});

/** What became of the document, in the words of who wrote it. */
function told(path: string, { source, placed, kept, notes }: WordImport, problems: readonly Problem[]): string {
  const list = (title: string, items: readonly string[]): string[] =>
    items.length > 0 ? ['', title, ...items.map((item) => `  - ${item}`)] : [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const open = problems.filter(({ severity }) => severity === 'info').length;
  return [
    `Ho scritto ${path}, come bozza.`,
    source === 'form' ? 'Era il nostro modulo.' : 'Era un documento libero: i titoli sono stati riconosciuti dalle parole.',
    ...list('Che cosa è andato al suo posto:', placed),
    ...list(`Che cosa non si sapeva dove mettere (è nel file, niente è stato tolto; cerca «${keptTitle}» o i titoli con ###):`, kept),
    ...list('Da sapere:', notes),
    ...list('Da correggere:', errors.map(({ message, hint, line }) => `riga ${line}: ${message} ${hint}`)),
    '',
    open > 0 ? `Restano ${open} campi da scrivere: npm run check -- ${path}` : `Controlla: npm run check -- ${path}`,
  ].join('\n');
} // prettier-ignore
