/** Copies the contents of a pull request, as data, for the check and the preview (.github/workflows/contenuti.yml). */
import { appendFile } from 'node:fs/promises';
import { annotation, githubReport } from '../checks/reporters/github.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { contentPath, copyContent, readProposal, refusedFiles, tooLarge } from './proposal.ts';

/** How many outside paths are named: the rest are in the pull request itself. */
const named = 20;

await runCommand(async (words) => {
  const [repository, out, ...rest] = words;
  if (!repository || !out || rest.length > 0)
    throw new UsageError(
      'Servono due cartelle: la proposta e quella, nuova, in cui copiarne i contenuti.',
      'node src/cli/pull-request.ts PROPOSTA CARTELLA',
    );
  const proposal = readProposal(repository);
  const { content, changed, outside } = proposal;
  for (const path of outside.slice(0, named))
    console.log(
      annotation('notice', { file: path, title: 'Fuori dai contenuti' }, 'Lo rilegge chi cura il codice.'),
    );
  if (outside.length > 0)
    console.log(
      `La proposta tocca ${outside.length} file fuori da ${contentPath}: niente anteprima, e la rilegge chi cura il codice. I contenuti si controllano con il codice già accolto: se dipendono da quello nuovo, manda prima il codice e poi le schede.`,
    );

  const large = tooLarge(proposal);
  if (large) {
    console.log(annotation('error', { title: 'Proposta troppo grande' }, large));
    return exitCodes.problems;
  }
  const refused = refusedFiles(content);
  if (refused.length > 0) {
    console.log(githubReport(refused, contentPath));
    return exitCodes.problems;
  }

  copyContent(repository, content, out);
  console.log(`Copiati ${content.length} file di contenuto; la proposta ne cambia ${changed}.`);
  if (process.env.GITHUB_OUTPUT)
    await appendFile(process.env.GITHUB_OUTPUT, `only-content=${outside.length === 0}\n`);
  return exitCodes.fine;
});
