import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { hasErrors } from '../checks/problem.ts';
import { githubReport } from '../checks/reporters/github.ts';
import { jsonReport } from '../checks/reporters/json.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';
import { contentPath } from './proposal.ts';

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
  const checked = await checkFolder(folder, projectRoot);
  // the whole base is always read, since a reference may break anywhere; only the chosen files are shown
  const problems =
    chosen.length === 0 ? checked.problems : checked.problems.filter(({ file }) => chosen.includes(file));
  const count = chosen.length === 0 ? checked.files : chosen.length;

  if (format === 'json') console.log(jsonReport(problems, count));
  else {
    // GitHub shows ten annotations of a kind, and prints the rest without their place: so people get the list too
    const annotations = format === 'github' ? githubReport(problems, repositoryPath(folder)) : '';
    const list = terminalReport(problems, count, (style, text) =>
      styleText(style, text, { stream: process.stdout }),
    );
    console.log([annotations, list].filter(Boolean).join('\n\n'));
  }
  return hasErrors(problems) ? exitCodes.problems : exitCodes.fine;
});

/** Where annotations go. A folder outside the project, as the copy of a pull request, stands for the project's own. */
function repositoryPath(folder: string): string {
  const path = relative(projectRoot, folder).split(sep).join('/');
  return path.startsWith('..') || isAbsolute(path) ? contentPath : path;
}

/** A file named from here or from the content folder, as a path inside the content folder. */
function pathInside(folder: string, file: string): string {
  const found = [resolve(file), resolve(folder, file)].find(
    (path) => path.startsWith(resolve(folder) + sep) && existsSync(path),
  );
  if (!found) throw new UsageError(`Fra i contenuti non c’è il file «${file}».`, usage);
  return relative(resolve(folder), found).split(sep).join('/');
}
