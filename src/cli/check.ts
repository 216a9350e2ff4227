import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { hasErrors } from '../checks/problem.ts';
import { githubReport } from '../checks/reporters/github.ts';
import { jsonReport } from '../checks/reporters/json.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';

const usage = 'npm run check [-- FILE…] [--format terminal|github|json]';
const formats = ['terminal', 'github', 'json'];

await runCommand(async (words) => {
  const files: string[] = [];
  let format = 'terminal';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--format') format = words[(index += 1)] ?? '';
    else if (word.startsWith('--format=')) format = word.slice('--format='.length);
    else if (word.startsWith('-')) throw new UsageError(`L’opzione «${word}» non esiste.`, usage);
    else files.push(word);
  }
  if (!formats.includes(format))
    throw new UsageError(`Il formato «${format}» non esiste: scegli fra ${formats.join(', ')}.`, usage);

  const folder = contentFolder(process.env, projectRoot);
  const chosen = files.map((file) => pathInside(folder, file));
  const checked = await checkFolder(folder);
  // the whole base is always read, since a reference may break anywhere; only the chosen files are shown
  const problems =
    chosen.length === 0 ? checked.problems : checked.problems.filter(({ file }) => chosen.includes(file));
  const count = chosen.length === 0 ? checked.files : chosen.length;

  if (format === 'json') console.log(jsonReport(problems, count));
  else if (format === 'github') console.log(githubReport(problems, relative(projectRoot, folder)));
  else console.log(terminalReport(problems, count));
  return hasErrors(problems) ? exitCodes.problems : exitCodes.fine;
});

/** A file named from here or from the content folder, as a path inside the content folder. */
function pathInside(folder: string, file: string): string {
  const found = [resolve(file), resolve(folder, file)].find(
    (path) => path.startsWith(resolve(folder) + sep) && existsSync(path),
  );
  if (!found) throw new UsageError(`Fra i contenuti non c’è il file «${file}».`, usage);
  return relative(resolve(folder), found).split(sep).join('/');
}
