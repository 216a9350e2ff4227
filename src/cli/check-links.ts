import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { linkChecksFile } from '../checks/link-checks.ts';
import { checkFolder, contentFolder } from '../checks/read.ts';
import { hasErrors } from '../checks/problem.ts';
import { terminalReport } from '../checks/reporters/terminal.ts';
import { linkChecksYaml } from '../exports/link-checks.ts';
import { formatNumber, plural } from '../knowledge/format.ts';
import { buildDay } from '../knowledge/freshness.ts';
import {
  askedAddress,
  checkText,
  dueAddresses,
  latestChecks,
  mergedChecks,
} from '../knowledge/link-checks.ts';
import { linkResults } from '../schemas/labels.ts';
import type { LinkCheck } from '../schemas/link-check.ts';
import type { Source } from '../schemas/source.ts';
import { site } from '../site.ts';
import { publicOnly } from './address-policy.ts';
import { exitCodes, projectRoot, runCommand, UsageError } from './command.ts';
import { isRecordable, tryAddresses, type RoundResult } from './link-health.ts';

const usage = 'npm run check:links [-- --older-than GIORNI] [--limit QUANTI] [--archive]';
const archiveApi = new URL('https://archive.org/wayback/available');

await runCommand(async (words) => {
  const { olderThan, limit, archive } = optionsIn(words);
  const folder = contentFolder(process.env, projectRoot);
  const { records, linkChecks, problems, files } = await checkFolder(folder, projectRoot);
  const ownProblems = problems.filter(({ file }) => file === linkChecksFile || file === '.');
  if (hasErrors(ownProblems)) {
    console.error(terminalReport(ownProblems, files));
    return exitCodes.problems;
  }

  const today = buildDay(undefined, Date.now());
  const sources = new Map<string, Source & { url: string }>();
  for (const { data, valid, draft } of records)
    for (const source of valid && !draft ? ((data.sources ?? []) as Source[]) : [])
      if (source.url !== undefined) sources.set(askedAddress(source.url), { ...source, url: source.url });
  const known = latestChecks(linkChecks, today);
  const due = dueAddresses(sources.keys(), known, { today, olderThan });
  const urls = due.slice(0, limit);
  if (urls.length === 0) {
    console.log(
      `${plural(sources.size, 'indirizzo è stato verificato', 'indirizzi sono stati verificati')} da meno di ${plural(olderThan, 'giorno', 'giorni')}: non c’è nulla da provare.`,
    );
    return exitCodes.fine;
  }

  console.log(`Provo ${plural(urls.length, 'indirizzo', 'indirizzi')} su ${formatNumber(sources.size)}…`);
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log('Interrotto: registro quello che ho già verificato.');
      interruption.abort();
    });
  const { offline, ...found } = await tryAddresses(urls, {
    asking: {
      policy: publicOnly,
      timeout: 15_000,
      agent: `TraPari-check-links (${site.repository ?? site.name})`,
      signal: interruption.signal,
    },
    today,
    known,
    atOnce: 4,
    pause: 1000,
    ...(archive
      ? { archive: { api: archiveApi, near: (url: string) => sources.get(url)?.accessed ?? null } }
      : {}),
    mayRecord: isRecordable,
    onCheck: (check, done) => tell(check, done, urls.length),
  });
  if (offline) {
    console.log(
      'Nessun indirizzo ha risposto: qui non c’è rete, o non si può uscire. Non ho registrato nulla.',
    );
    return exitCodes.fine;
  }
  // an address whose sheet cannot be read now is not gone from the base
  const isNamed = (url: string) => hasErrors(problems) || sources.has(url);
  const merged = mergedChecks(known, found.checks, isNamed, today);
  await write(join(folder, linkChecksFile), linkChecksYaml(merged));
  console.log(summaryOf(found));
  return exitCodes.fine;
});

function optionsIn(words: readonly string[]): { olderThan: number; limit: number; archive: boolean } {
  const whole = (value: string, name: string): number => {
    if (!/^\d{1,6}$/.test(value)) throw new UsageError(`Dopo --${name} va un numero intero.`, usage);
    return Number(value);
  };
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'older-than': { type: 'string', default: '30' },
        limit: { type: 'string' },
        archive: { type: 'boolean', default: false },
      },
    });
    return {
      olderThan: whole(values['older-than'], 'older-than'),
      limit: values.limit === undefined ? Infinity : Math.max(1, whole(values.limit, 'limit')),
      archive: values.archive,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('Opzione non prevista, o senza il suo numero.', usage);
  }
}

/** What does not simply open is told at once; of the rest, how far the work has come. */
function tell(check: LinkCheck, done: number, all: number): void {
  if (check.result !== 'works')
    console.log(`  ${check.url}\n    ${checkText(check)}${check.movedTo ? `: ${check.movedTo}` : ''}.`);
  if (done % 20 === 0) console.log(`… ${formatNumber(done)} di ${formatNumber(all)}`);
}

async function write(file: string, text: string): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : null;
  if (before !== text) await writeFile(file, text);
}

function summaryOf({ checks, uncertain, refused }: Omit<RoundResult, 'offline'>): string {
  const results = Object.entries(linkResults).flatMap(([result, label]) => {
    const count = checks.filter((check) => check.result === result).length;
    return count > 0 ? [`  ${formatNumber(count)}: ${label}`] : [];
  });
  return [
    `${plural(checks.length, 'indirizzo registrato', 'indirizzi registrati')} in ${linkChecksFile}.`,
    ...results,
    ...(uncertain > 0
      ? [`Senza risposta e non registrati, perché nessun altro rispondeva: ${formatNumber(uncertain)}.`]
      : []),
    ...refused.map((url) => `Non registrato, perché il controllo dei contenuti non lo ammette: ${url}`),
  ].join('\n');
}
