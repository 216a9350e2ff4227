import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { addressFile, onlyGrown, parseAddresses, withAddresses } from '../checks/output/address-list.ts';
import { addressOf } from '../checks/output/site.ts';
import { contentFolder } from '../checks/read.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { filesUnder } from '../integrations/files-under.ts';
import { exitCodes, projectRoot, runCommand, StoppedError, UsageError } from './command.ts';

const usage = 'npm run addresses [-- --from CARTELLA | --against FILE]';

/** The lists that go on over several pages. */
const longLists = [
  'novita',
  'fonti/contrasti',
  'difficolta/[a-z]+',
  'bisogni/[a-z0-9-]+',
  'elenchi/[a-z-]+',
  '[a-z]+/[a-z0-9-]+/pratiche(?:/per-[a-z]+)?',
];
const laterPage = new RegExp(`^/(?:${longLists.join('|')})/\\d+/$`);

await runCommand(async ([option, value, ...rest]) => {
  if (option !== undefined && (!['--from', '--against'].includes(option) || !value || rest.length > 0))
    throw new UsageError('Opzione non prevista.', usage);
  const file = join(contentFolder(process.env, projectRoot), addressFile);
  const list = existsSync(file) ? await readFile(file, 'utf8') : '';
  const { addresses, problems } = parseAddresses(list);
  if (problems.length > 0) {
    console.error(terminalReport(problems, 1));
    return exitCodes.problems;
  }
  if (option === '--against') return compare(await readFile(value ?? '', 'utf8'), list);

  const longer = withAddresses(list, await pagesIn(resolve(value ?? join(projectRoot, 'dist'))));
  if (longer !== list) await writeFile(file, longer);
  const count = parseAddresses(longer).addresses.length;
  console.log(`Indirizzi aggiunti: ${count - addresses.length}. L’elenco ne ha ${count}.`);
  return exitCodes.fine;
});

/** What stands on a later page of a long list moves with every change, and the list may grow shorter. */
function isLaterPage(address: string): boolean {
  return laterPage.test(address);
}

/** A city and a programme have lists of their own as long as their sheets are too many for their page. */
function isListOfMany(address: string): boolean {
  return /^\/(?:citta|programmi)\/[a-z0-9-]+\/pratiche\//.test(address);
}

/** A letter or a year of the bibliography is there as long as some source begins or was published so. */
function isPieceOfSources(address: string): boolean {
  return /^\/fonti\/(?:(?:[a-z]|0-9)\/|per-data\/.)/.test(address);
}

/** The pages of a built site, redirects included; the error page is at no address of its own. */
async function pagesIn(site: string): Promise<string[]> {
  const files = (await filesUnder(site)).map((file) => relative(site, file).split(sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html') && file !== '404.html');
  if (pages.length === 0)
    throw new StoppedError(
      `Nella cartella ${site} non c’è nessuna pagina.`,
      'Prima costruisci il sito: npm run build',
    );
  const mayGo = [isLaterPage, isListOfMany, isPieceOfSources];
  return pages.map(addressOf).filter((address) => !mayGo.some((is) => is(address)));
}

function compare(before: string, after: string) {
  const { lost } = onlyGrown(before, after);
  if (lost.length === 0) return exitCodes.fine;
  console.error(
    [
      `L’elenco degli indirizzi pubblicati può solo crescere. Mancano:`,
      ...lost.map((address) => `  ${address}`),
      '→ Rimetti le righe: se una pagina ha cambiato indirizzo, scrivi quello vecchio in «redirects» della sua scheda.',
    ].join('\n'),
  );
  return exitCodes.problems;
}
