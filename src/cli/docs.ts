import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorGuide } from '../authoring/error-guide.ts';
import { fieldGuide } from '../authoring/field-guide.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';
import { schemaFiles } from './editor-files.ts';

/** Pages of `docs` that are written out of the code. A test says when one is behind. */
const pages = (): { path: string; text: string }[] => [
  { path: 'docs/errori.md', text: errorGuide() },
  { path: 'docs/campi.md', text: fieldGuide() },
  ...schemaFiles(),
];

await runCommand(async (words) => {
  if (words.length > 0) throw new UsageError(`Non capisco «${words.join(' ')}».`, 'npm run docs');
  for (const { path, text } of pages()) {
    await mkdir(dirname(join(projectRoot, path)), { recursive: true });
    await writeFile(join(projectRoot, path), text);
    console.log(`Scritto ${path}.`);
  }
  return exitCodes.fine;
});
