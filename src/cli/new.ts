import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { areaContent, type AreaContent } from '../authoring/area.ts';
import { otherTemplate, practiceTemplate } from '../authoring/template.ts';
import { codes } from '../checks/codes.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import type { ContentRecord } from '../checks/record.ts';
import { buildDay } from '../knowledge/freshness.ts';
import { registry, type Collection, type DataOf } from '../schemas/registry.ts';
import { exitCodes, projectRoot, runCommand, StoppedError } from './command.ts';
import { areaError, existsError, readRequest, type NewRequest } from './new-request.ts';
import { writeEditorFiles } from './editor-files.ts';

await runCommand(async (words) => {
  const request = readRequest(words);
  const folder = contentFolder(process.env, projectRoot);
  const text = await templateFor(request, folder);
  if (request.dryRun) {
    process.stdout.write(text);
    return exitCodes.fine;
  }
  const path = join(folder, registry[request.kind].store.folder, `${request.slug}.mdx`);
  const shown = shownPath(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'EEXIST' ? existsError(shown) : error;
  });
  await writeEditorFiles(projectRoot, folder);
  console.log(nextSteps(shown));
  return exitCodes.fine;
});

/** Other sheets may have errors: the template only needs the area and what it names. */
async function templateFor(request: NewRequest, folder: string): Promise<string> {
  const { records, problems } = await checkFolder(folder, projectRoot);
  const missing = problems.find((problem) => problem.code === codes['no-content-folder'].code);
  if (missing) throw new StoppedError(missing.message, missing.hint);
  const beginning = { title: request.title, day: buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()) };
  const { kind, area } = request;
  if (kind === 'practice') return practiceTemplate(beginning, areaIn(records, area));
  return otherTemplate(kind, beginning, area === null ? null : areaIn(records, area));
}

function areaIn(records: readonly ContentRecord[], id: string | null): AreaContent {
  const areas = records.filter((record) => record.kind === 'focus-area' && !record.draft);
  const broken = areas.find((record) => record.id === id && !record.valid);
  if (broken) {
    throw new StoppedError(
      `Il modello si compone da ${broken.file}, che ha errori.`,
      `Correggilo: npm run check -- ${broken.file}`,
    );
  }
  const content = areaContent(id ?? '', {
    areas: ofKind(records, 'focus-area'),
    indicators: ofKind(records, 'indicator'),
    needs: ofKind(records, 'need'),
    programmes: ofKind(records, 'programme'),
  });
  if (!content) throw areaError(id, areas.map((area) => area.id).sort());
  return content;
}

/** A valid record fits the schema of its collection: the checks have just said so. */
function ofKind<C extends Collection>(records: readonly ContentRecord[], kind: C) {
  return records
    .filter((record) => record.kind === kind && record.valid && !record.draft)
    .map(({ id, data }) => ({ id, data: data as DataOf<C> }));
}

/** Short when the file is below the folder the command runs in. */
function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

function nextSteps(path: string): string {
  const quotedPath = path.includes(' ') ? `"${path}"` : path;
  return [
    `Ho scritto ${path}`,
    '',
    'Adesso:',
    '  1. apri il file con un programma di testo e rispondi a ciò che puoi;',
    `  2. guarda che cosa manca: npm run check -- ${quotedPath}`,
    '  3. quando è pronta togli la riga «draft: true»: fino ad allora non compare in nessuna pagina.',
  ].join('\n');
}
