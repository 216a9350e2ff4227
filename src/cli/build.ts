import { resolve } from 'node:path';
import { buildSite } from './build-site.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

await runCommand(async (words) => {
  const [option, folder, ...rest] = words;
  if (words.length > 0 && (option !== '--out' || !folder || rest.length > 0)) {
    throw new UsageError('Opzione non prevista.', 'npm run build [-- --out CARTELLA]');
  }
  const out = folder ? resolve(folder) : resolve(projectRoot, 'dist');
  const outcome = await buildSite(out, (line) => console.log(line));
  return outcome === 'problems' ? exitCodes.problems : exitCodes.fine;
});
