import { groupFacts } from '../../knowledge/facts.ts';
import { nearest } from '../../knowledge/nearest.ts';
import { sections, type RoutedKind } from '../../knowledge/routes.ts';
import type { Difference, Fact } from '../../schemas/fact.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';
import { everySource } from './source-undated.ts';

/**
 * Points that a page of each kind has, or may have, beside those of its text. A test compares them with the
 * components; whether one is on a page that shows it only at times, the check of the built site says.
 */
export const fixedAnchors: Readonly<Record<RoutedKind, readonly string[]>> = {
  practice: [
    ...['in-breve', 'dati', 'risorse', 'chi', 'percorso', 'parti', 'condizioni', 'quando-no', 'difficolta'],
    ...['riprese', 'non-sappiamo', 'in-aula', 'bisogni', 'presentata', 'vicine', 'fonti', 'citare', 'storia'],
    'indice',
  ],
  'focus-area': ['schede', 'bisogni', 'domande', 'indicatori', 'cornice', 'scrivere', 'fonti'],
  need: ['risposte', 'vicini', 'laboratori', 'domande', 'difficolta'],
  workshop: [
    'in-breve',
    ...['programma', 'visto', 'tavoli', 'citta', 'dati', 'chiesto', 'detto', 'deciso', 'promesso'],
    ...[
      'domande-aperte',
      'bisogni-emersi',
      'seguito',
      'prossima-volta',
      'fonti',
      'citare',
      'storia',
      'indice',
    ],
  ],
  activity: [
    ...['in-breve', 'invito', 'passi', 'materiali', 'consigli', 'varianti', 'scheda', 'con-che-cosa'],
    ...['fonti', 'citare', 'indice'],
  ],
  session: ['in-breve', 'obiettivi', 'prima', 'programma', 'materiali', 'dopo', 'svolta', 'citare', 'indice'],
  city: ['in-breve', 'schede', 'riprese', 'laboratori', 'impegni', 'citta-come-questa', 'regione', 'fonti'],
  programme: ['in-breve', 'schede', 'dati', 'laboratori', 'aree', 'fonti'],
};
/** On every page. */
const everywhere = ['contenuto'];

/** A link to a point of a page leads to a point that is there. Of pages that no entry makes nothing is said here. */
export const anchors: Rule = {
  name: 'anchors',
  check: (records) => {
    const known = new Map<ContentRecord, ReadonlySet<string>>();
    return records.all.flatMap((record) =>
      (record.links ?? []).flatMap((link) => {
        const [page = '', anchor = ''] = link.address.split('#');
        if (anchor === '') return [];
        const points = pointsOf(page.replace(/\?.*$/, ''), record);
        if (!points || points.has(anchor)) return [];
        const close = nearest(anchor, points);
        const message = `Nella pagina${page === '' ? '' : ` «${page}»`} non c’è il punto «#${anchor}».`;
        const hint =
          close.length > 0
            ? `Forse volevi scrivere: ${close.map((point) => `${page}#${point}`).join(', ')}.`
            : 'Togli la parte dopo #, oppure apri la pagina e copia l’indirizzo da un titolo dell’indice.';
        return [problemAt(record, link, 'anchor-missing', message, hint)];
      }),
    );

    function pointsOf(page: string, from: ContentRecord): ReadonlySet<string> | undefined {
      if (page === '/glossario/') return records.isBroken('term', '') ? undefined : pointsOfGlossary(records);
      const target = page === '' ? from : targetOf(records, page);
      // of a body nested without end nobody knows the titles
      if (!target || (target.body && !target.anchors)) return undefined;
      const points = known.get(target) ?? pointsOfEntry(records, target);
      known.set(target, points);
      return points;
    }
  },
};

const routedKinds = Object.keys(sections) as RoutedKind[];

function targetOf(records: Records, page: string): ContentRecord | undefined {
  const [, section, id = '', ...rest] = page.split('/');
  const kind = routedKinds.find((routed) => sections[routed] === section);
  return kind && rest.join('') === '' ? records.find(kind, id) : undefined;
}

const pointsOfGlossary = (records: Records): ReadonlySet<string> =>
  new Set([
    ...everywhere,
    'fonti',
    'lettera-0-9',
    ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `lettera-${letter}`),
    ...records.idsOf('term'),
    ...pointsOfSources(everySource(records).filter(({ record }) => record.kind === 'term')),
  ]);

function pointsOfEntry(
  records: Records,
  { kind, data, valid, anchors: own = [] }: ContentRecord,
): ReadonlySet<string> {
  const indicatorOf = (id: string) => records.find('indicator', id)?.data as Indicator;
  const { facts, differences, sources } = (valid ? data : {}) as {
    facts?: Fact[];
    differences?: Difference[];
    sources?: unknown[];
  };
  return new Set([
    ...everywhere,
    ...own,
    ...(kind in fixedAnchors ? fixedAnchors[kind as RoutedKind] : []),
    ...groupFacts({ facts, differences }, indicatorOf).map(({ key }) => key),
    ...pointsOfSources(sources ?? []),
  ]);
}

/** Each source of a page has its number. */
const pointsOfSources = (sources: readonly unknown[]): string[] =>
  sources.map((_, index) => `fonte-${index + 1}`);
