import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { conditionKinds, difficultyKinds, practiceStatuses, scales, sourceKinds } from '../schemas/labels.ts';
import { practiceSections } from '../schemas/practice-sections.ts';
import {
  capital,
  coinedWords,
  randomFrom,
  urnOf,
  wordsOf,
  wordsOfSheets,
  zipfOf,
  type Random,
  type Urn,
} from './bench-words.ts';

/**
 * Copies a content folder and adds made-up practices until there are `count`, and cities until there is one for ten of
 * them. A made sheet has the size and the fields of one that a city sends (about ten kilobytes: sources, facts, a
 * disagreement, steps, costs, six sections with components). Its words are those of two real sheets, as often as they
 * say them, those of its needs and area, and rare ones that few sheets share, so that the index of the search grows as
 * with a real base; cities, needs and publishers come as unevenly as they do. The same seed gives the same bytes.
 * Nothing of it is ever published.
 */
export async function writeCorpus(from: string, to: string, count: number, seed = 1): Promise<void> {
  await cp(from, to, { recursive: true });
  const folder = join(to, 'practices');
  const real = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  const random = randomFrom(seed);
  const cities = await addCities(to, Math.round(count / 10), random);
  const world = await readWorld(to, cities, count - real.length, random);
  for (let index = real.length; index < count; index += 1) {
    await writeFile(join(folder, `prova-${index}.mdx`), sheet(index, world, random));
  }
}

type Entry = Record<string, unknown> & { id: string };

async function entriesOf(folder: string, name: string): Promise<Entry[]> {
  return (load(await readFile(join(folder, name), 'utf8')) as { entries: Entry[] }).entries;
}

/** Cities that are nowhere, each near a real one. */
async function addCities(folder: string, wanted: number, random: Random): Promise<string[]> {
  const real = await entriesOf(folder, 'cities.yaml');
  const italian = real.filter(({ region, population }) => region && population);
  if (italian.length === 0) return real.map(({ id }) => id);
  const names = coinedWords(Math.max(0, wanted - real.length), random);
  const made = names.map((name) => {
    const near = italian[Math.floor(random() * italian.length)] as Entry;
    const { value, asOf, source } = near.population as Record<string, string | number>;
    const beside = (degrees: unknown) => (Number(degrees) + (random() - 0.5) * 0.8).toFixed(3);
    return [
      `  - id: ${name}`,
      `    title: "${capital(name)}"`,
      `    region: "${String(near.region)}"`,
      `    province: "${String(near.province)}"`,
      '    population:',
      `      value: ${Math.max(2000, Math.round(Number(value) * random()))}`,
      `      asOf: '${asOf}'`,
      `      source: ${source}`,
      ...(near.latitude === undefined
        ? []
        : [
            `    latitude: ${beside(near.latitude)}`,
            `    longitude: ${beside(near.longitude)}`,
            `    coordinatesSource: ${String(near.coordinatesSource)}`,
          ]),
      '    roles: []',
      '',
    ].join('\n');
  });
  await appendFile(join(folder, 'cities.yaml'), made.join(''));
  return [...real.map(({ id }) => id), ...names];
}

/** What the made sheets draw from. */
interface World {
  areas: readonly string[];
  needs: Urn<string>;
  groups: Urn<string>;
  cities: Urn<string>;
  programmes: Urn<string>;
  publishers: Urn<string>;
  terms: readonly string[];
  counts: readonly string[];
  /** What people say of each need and area. */
  topics: ReadonlyMap<string, readonly string[]>;
  /** How each real sheet speaks. */
  voices: readonly Urn<string>[];
  rare: Urn<string>;
  /** One for each sheet, and nobody else's. */
  names: readonly string[];
}

async function readWorld(folder: string, cities: string[], sheets: number, random: Random): Promise<World> {
  const lists = await Promise.all(
    ['needs', 'target-groups', 'programmes', 'glossary', 'indicators'].map((name) =>
      entriesOf(folder, `${name}.yaml`),
    ),
  );
  const [needs = [], groups = [], programmes = [], terms = [], indicators = []] = lists;
  const areas = (await readdir(join(folder, 'focus-areas'))).map((name) => name.replace('.mdx', '')).sort();
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  const topics = new Map(areas.map((area) => [area, wordsOf(area.replaceAll('-', ' '))]));
  for (const { id, title, description, synonyms } of needs)
    topics.set(id, wordsOf([title, description, synonyms].flat().join(' ').toLowerCase()));
  const coined = coinedWords(60_000 + Math.max(0, sheets), random);
  const rare = zipfOf(coined.slice(0, 60_000), 20);
  const voices = await wordsOfSheets(join(folder, 'practices'));
  const houses = coined.slice(0, 300 + Math.ceil(Math.max(0, sheets) / 5));
  return {
    areas,
    needs: zipfOf(ids(needs), 8),
    groups: zipfOf(ids(groups)),
    cities: zipfOf(cities, 5),
    programmes: zipfOf(ids(programmes)),
    publishers: zipfOf(
      houses.map((name, at) => `${publisherKinds[at % publisherKinds.length]} ${capital(name)}`),
    ),
    terms: ids(terms),
    counts: ids(indicators.filter(({ format }) => format === 'count')),
    topics,
    voices: voices.length > 0 ? voices : [rare],
    rare,
    names: coined.slice(60_000),
  };
}

const publisherKinds = [
  'Comune di',
  'Gazzetta di',
  'Fondazione',
  'Cooperativa',
  'Università di',
  'Osservatorio',
];
const titleWords = [
  'Casa',
  'Rete',
  'Bottega',
  'Officina',
  'Sportello',
  'Cantiere',
  'Orto',
  'Patto',
  'Emporio',
];
/** The words of a text: so many of the usual, of the sheet's subject, of its own; the rest are rare. */
const mixture = { usual: 0.82, topic: 0.1, own: 0.04 };

const keysOf = <T extends object>(labels: T) => Object.keys(labels) as (keyof T & string)[];
const statuses = zipfOf(
  keysOf(practiceStatuses).filter((status) => status !== 'idea'),
  4,
);
const difficulties = zipfOf(keysOf(difficultyKinds), 4);

function sheet(index: number, world: World, random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const several = <T>(urn: Urn<T>, count: number): T[] => [
    ...new Set(Array.from({ length: count }, () => urn.draw(random))),
  ];
  const maybe = (chance: number, lines: () => string[]): string[] => (random() < chance ? lines() : []);
  const number = (top: number) => 10 + Math.floor(random() * top);

  const needs = several(world.needs, 4);
  const areas = [...new Set([pick(world.areas), pick(world.areas)])];
  const topic = [...needs, ...areas].flatMap((id) => world.topics.get(id) ?? []);
  const name = world.names[index % world.names.length] ?? `prova${index}`;
  const own = [name, ...several(world.rare, 7)];
  // of few sheets and not of all, so that a word stands in as many sheets as it does in the real base
  const voices = [pick(world.voices), pick(world.voices)];

  const word = (): string => {
    const mark = random();
    if (mark < mixture.usual) return pick(voices).draw(random);
    if (mark < mixture.usual + mixture.topic && topic.length > 0) return pick(topic);
    if (mark < mixture.usual + mixture.topic + mixture.own) return pick(own);
    return world.rare.draw(random);
  };
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = (longest = 18) => `${capital(words(6 + Math.floor(random() * (longest - 6))))}.`;
  const text = (sentences: number) => Array.from({ length: sentences }, () => sentence()).join(' ');

  const title = `${pick(titleWords)} ${capital(name)}`;
  const sources = Array.from({ length: 6 }, (_, at) => `fonte-${at}`);
  const counts = several(
    urnOf(world.counts, () => 1),
    8,
  );
  const amount = number(900) * 1000;
  const year = 2012 + Math.floor(random() * 10);
  const status = statuses.draw(random);
  const ended = status === 'closed' || status === 'abandoned';

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
    `title: "${title}"`,
    `tagline: "${capital(words(12)).slice(0, 150).trim()}"`,
    `summary: "${text(4).slice(0, 480).trim()}"`,
    `focusAreas: [${areas.join(', ')}]`,
    'needs:',
    ...needs.map((id) => `  - ${id}`),
    'targetGroups:',
    ...several(world.groups, 3).map((id) => `  - ${id}`),
    `city: ${world.cities.draw(random)}`,
    `scale: ${pick(keysOf(scales))}`,
    'period:',
    `  start: '${year}'`,
    ...(ended ? [`  end: '${year + 3}'`] : []),
    '  sources: [fonte-0]',
    `status: ${status}`,
    'lead:',
    '  name: "Servizio Innovazione"',
    '  kind: municipality',
    'partners:',
    ...several(world.publishers, 3).flatMap((partner, at) => [
      `  - name: "${partner}"`,
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
      `    title: "${capital(words(7))}: ${capital(name)}, ${at + 1}"`,
      `    publisher: "${world.publishers.draw(random)}"`,
      `    date: '${year + 1}'`,
      `    url: https://www.esempio.it/documenti/${index}/${at}`,
      "    accessed: '2026-01-15'",
      `    kind: ${pick(keysOf(sourceKinds))}`,
    ]),
    'facts:',
    ...facts,
    'differences:',
    `  - indicator: ${counts[0]}`,
    '    kind: conflict',
    `    text: "${sentence()}"`,
    ...maybe(0.7, () => [
      'funding:',
      ...several(world.programmes, 2).flatMap((programme) => [
        `  - programme: ${programme}`,
        `    amount: ${amount}`,
        '    source: fonte-2',
      ]),
    ]),
    ...maybe(0.6, () => [
      'costs:',
      ...['Personale', 'Spazi', 'Comunicazione'].flatMap((item) => [
        `  - item: "${item}"`,
        `    amount: ${Math.floor(amount / 4)}`,
        '    kind: oneOff',
        '    source: fonte-3',
      ]),
    ]),
    ...maybe(0.6, () => [
      'procedure:',
      ...['Delibera di indirizzo', 'Avviso pubblico', 'Convenzione'].flatMap((step) => [
        `  - step: "${step}"`,
        '    body: "Giunta comunale"',
        `    note: "${sentence()}"`,
        '    source: fonte-4',
      ]),
    ]),
    'conditions:',
    ...[true, false].flatMap((essential) => [
      `  - kind: ${pick(keysOf(conditionKinds))}`,
      `    text: "${text(2)}"`,
      `    essential: ${essential}`,
      '    source: fonte-5',
    ]),
    ...maybe(0.7, () => [
      'difficulties:',
      ...several(difficulties, 2).flatMap((kind) => [
        `  - kind: ${kind}`,
        `    text: "${text(2)}"`,
        '    source: fonte-5',
      ]),
    ]),
    `reviewedOn: '2026-0${1 + Math.floor(random() * 9)}-01'`,
    'authors: ["Banco di prova"]',
    '---',
    '',
  ];
  const body = practiceSections.flatMap((heading, at) => [
    `## ${heading}`,
    '',
    `${text(4)} Sono <Fact of="${counts[at % counts.length]}" />, dice la fonte.<Cite source="${sources[at]}" />`,
    '',
    `${text(3)} Conta **${words(2)}** più del resto; vedi [i bisogni](/bisogni/) e <Term id="${pick(world.terms)}">la voce</Term>.`,
    '',
    ...(at === 2 ? [`- ${sentence()}`, `- ${sentence()}`, `- ${sentence()}`, ''] : []),
    ...(at === 4 ? ['<Callout kind="warning">', '', text(2), '', '</Callout>', ''] : []),
  ]);
  return [...head, ...body].join('\n');
}
