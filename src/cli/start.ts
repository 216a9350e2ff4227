import { resolve } from 'node:path';
import { buildSite } from './build-site.ts';
import { exitCodes, projectRoot, runCommand, StoppedError, UsageError } from './command.ts';
import { ensurePort, serve } from './serve.ts';
import { contentFolder } from '../checks/read.ts';
import { writeEditorFiles } from './editor-files.ts';

await runCommand(async (words) => {
  if (words.length > 0)
    throw new UsageError('Il comando non prende opzioni.', 'npm start, oppure PORT=8080 npm start');
  const port = portFrom(process.env.PORT);
  await ensurePort(port);
  const out = resolve(projectRoot, 'dist');
  if ((await buildSite(out, (line) => console.log(line))) === 'problems') return exitCodes.problems;
  // an editor does without them where they cannot be written
  await writeEditorFiles(projectRoot, contentFolder(process.env, projectRoot)).catch((error: unknown) => {
    console.warn(
      `Gli aiuti per gli editor non si sono potuti scrivere: ${error instanceof Error ? error.message : ''}`,
    );
  });
  const { address } = await serve(out, { port, base: process.env.BASE_PATH ?? '/' });
  console.log(`\nIl sito è pronto: ${address}\nPer fermarlo premi Ctrl+C.`);
  return exitCodes.fine;
});

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return 4321;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StoppedError(
    `PORT=${text} non è una porta.`,
    'Scrivi un numero fra 1 e 65535, per esempio PORT=8080 npm start.',
  );
}
