import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorGuide } from '../authoring/error-guide.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

/** Pages of `docs` that are written out of the code. A test says when one is behind. */
const pages: readonly { path: string; text: () => string }[] = [{ path: 'docs/errori.md', text: errorGuide }];

await runCommand(async (words) => {
  if (words.length > 0) throw new UsageError(`Non capisco «${words.join(' ')}».`, 'npm run docs');
  for (const { path, text } of pages) {
    await writeFile(join(projectRoot, path), text());
    console.log(`Scritto ${path}.`);
  }
  return exitCodes.fine;
});
