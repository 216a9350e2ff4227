import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { practiceSections } from '../schemas/practice.ts';

/** What the made sheets choose from: the lists of a real base. */
interface Lists {
  areas: string[];
  needs: string[];
  groups: string[];
  cities: string[];
  programmes: string[];
  terms: string[];
  counts: string[];
  money: string[];
}

/**
 * Copies a content folder and adds made-up practices until there are `count`: the size and the fields of a sheet that a
 * city sends (about ten kilobytes: sources, facts, a disagreement, steps, costs, six sections with components).
 * The same seed gives the same bytes. Nothing of it is ever published.
 */
export async function writeCorpus(from: string, to: string, count: number, seed = 1): Promise<void> {
  await cp(from, to, { recursive: true });
  const folder = join(to, 'practices');
  const real = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  const lists = await readLists(to);
  const random = randomFrom(seed);
  for (let index = real.length; index < count; index += 1) {
    await writeFile(join(folder, `prova-${index}.mdx`), sheet(index, lists, random));
  }
}

async function readLists(folder: string): Promise<Lists> {
  const entries = async (name: string) =>
    (load(await readFile(join(folder, name), 'utf8')) as { entries: Record<string, unknown>[] }).entries;
  const ids = async (name: string) => (await entries(name)).map(({ id }) => String(id));
  const indicators = await entries('indicators.yaml');
  const ofFormat = (wanted: string) =>
    indicators.filter(({ format }) => format === wanted).map(({ id }) => String(id));
  return {
    areas: (await readdir(join(folder, 'focus-areas'))).map((name) => name.replace('.mdx', '')),
    needs: await ids('needs.yaml'),
    groups: await ids('target-groups.yaml'),
    cities: await ids('cities.yaml'),
    programmes: await ids('programmes.yaml'),
    terms: await ids('glossary.yaml'),
    counts: ofFormat('count'),
    money: ofFormat('money'),
  };
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = [
  'il Comune',
  'la cooperativa',
  'il gruppo di lavoro',
  'l’associazione',
  'il servizio sociale',
  'il quartiere',
];
const verbs = ['apre', 'organizza', 'sostiene', 'prova', 'rivede', 'racconta', 'mette insieme', 'affida'];
const objects = [
  'uno sportello per chi cerca casa',
  'un laboratorio nel vecchio mercato',
  'piccoli lavori di manutenzione',
  'un elenco di alloggi vuoti',
  'percorsi di formazione brevi',
  'incontri con i proprietari',
  'una rete di vicini',
  'un avviso aperto alle imprese sociali',
];
const ways = [
  'con poche risorse e molto ascolto',
  'insieme alle scuole della zona',
  'dopo un anno di prove',
  'perché i bandi precedenti erano andati deserti',
  'con un patto firmato da tutti',
  'senza aspettare il nuovo regolamento',
];

function sheet(index: number, lists: Lists, random: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = <T>(from: readonly T[], count: number): T[] => {
    const start = Math.floor(random() * from.length);
    return Array.from({ length: count }, (_, step) => from[(start + step) % from.length] as T);
  };
  const sentence = () => {
    const words = `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(ways)}.`;
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  const text = (sentences: number) => Array.from({ length: sentences }, sentence).join(' ');
  const number = (top: number) => 10 + Math.floor(random() * top);
  const sources = Array.from({ length: 6 }, (_, at) => `fonte-${at}`);
  const counts = [...new Set(some(lists.counts, 8))];
  const amount = number(900) * 1000;
  const year = 2012 + Math.floor(random() * 10);

  const facts = counts.flatMap((indicator, at) => {
    const value = number(900);
    const fact = (figure: number, source: string) => [
      `  - indicator: ${indicator}`,
      `    value: ${figure}`,
      `    asOf: '${year + 1}'`,
      `    note: "${sentence()}"`,
      `    source: ${source}`,
    ];
    // the first is told by two sources that disagree
    return at === 0
      ? [...fact(value, 'fonte-0'), ...fact(value + 7, 'fonte-1')]
      : fact(value, sources[at % sources.length] as string);
  });
  const head = [
    '---',
    `title: "Prova ${index}"`,
    `tagline: "${sentence().slice(0, 150)}"`,
    `summary: >-`,
    ...Array.from({ length: 4 }, () => `  ${sentence()}`),
    `focusAreas: [${some(lists.areas, 1 + Math.floor(random() * 2)).join(', ')}]`,
    'needs:',
    ...some(lists.needs, 4).map((id) => `  - ${id}`),
    'targetGroups:',
    ...some(lists.groups, 3).map((id) => `  - ${id}`),
    `city: ${pick(lists.cities)}`,
    'scale: neighbourhood',
    'period:',
    `  start: '${year}'`,
    `  end: '${year + 3}'`,
    '  sources: [fonte-0]',
    'status: closed',
    'lead:',
    '  name: "Servizio Innovazione"',
    '  kind: municipality',
    'partners:',
    ...['Cooperativa Alfa', 'Associazione Beta', 'Fondazione Gamma'].flatMap((name, at) => [
      `  - name: "${name}"`,
      '    kind: nonprofit',
      `    role: "${sentence()}"`,
      `    source: ${sources[at]}`,
    ]),
    'contact:',
    '  office: "Servizio Innovazione"',
    '  url: https://www.comune.esempio.it/innovazione',
    'sources:',
    ...sources.flatMap((id, at) => [
      `  - id: ${id}`,
      `    title: "Relazione ${at + 1} sulla prova ${index}"`,
      `    publisher: "Ente ${String.fromCharCode(65 + at)}"`,
      `    date: '${year + 1}'`,
      `    url: https://www.esempio.it/documenti/${index}/${at}`,
      "    accessed: '2026-01-15'",
      '    kind: official',
    ]),
    'facts:',
    ...facts,
    'differences:',
    `  - indicator: ${counts[0]}`,
    '    kind: conflict',
    `    text: "${sentence()}"`,
    'funding:',
    ...some(lists.programmes, 2).flatMap((programme) => [
      `  - programme: ${programme}`,
      `    amount: ${amount}`,
      '    source: fonte-2',
    ]),
    'costs:',
    ...['Personale', 'Spazi', 'Comunicazione'].flatMap((item) => [
      `  - item: "${item}"`,
      `    amount: ${Math.floor(amount / 4)}`,
      '    kind: oneOff',
      '    source: fonte-3',
    ]),
    'procedure:',
    ...['Delibera di indirizzo', 'Avviso pubblico', 'Convenzione'].flatMap((step) => [
      `  - step: "${step}"`,
      '    body: "Giunta comunale"',
      `    note: "${sentence()}"`,
      '    source: fonte-4',
    ]),
    'conditions:',
    ...[true, false].flatMap((essential) => [
      '  - kind: people',
      `    text: "${text(2)}"`,
      `    essential: ${essential}`,
      '    source: fonte-5',
    ]),
    'difficulties:',
    '  - kind: procurement',
    `    text: "${text(2)}"`,
    '    source: fonte-5',
    "reviewedOn: '2026-03-01'",
    'authors: ["Banco di prova"]',
    '---',
    '',
  ];
  const body = practiceSections.flatMap((title, at) => [
    `## ${title}`,
    '',
    `${text(4)} Sono <Fact of="${counts[at % counts.length]}" />, dice la fonte.<Cite source="${sources[at]}" />`,
    '',
    `${text(3)} Il **${pick(objects)}** conta più del resto; vedi [i bisogni](/bisogni/) e <Term id="${pick(lists.terms)}">la voce</Term>.`,
    '',
    ...(at === 2 ? [`- ${sentence()}`, `- ${sentence()}`, `- ${sentence()}`, ''] : []),
    ...(at === 4 ? ['<Callout kind="warning">', '', text(2), '', '</Callout>', ''] : []),
  ]);
  return [...head, ...body].join('\n');
}
