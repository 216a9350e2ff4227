import { richFrom, type Coverage, type Counted } from './coverage.ts';
import { formatNumber, plural } from './format.ts';
import { listOf } from './routes.ts';

/** One sentence on what the base has or has not, with a few of the things it speaks of. */
export interface Claim {
  name: string;
  text: string;
  items: { label: string; href: string | null }[];
  /** Things beyond those named, and where all of them are. */
  rest: number;
  all: { label: string; href: string } | null;
}

/** Where the base is rich, in words. Says nothing that the numbers do not hold. */
export function richClaims({ sheets, areas, needs, groups, cities }: Coverage): Claim[] {
  const [richNeeds, richGroups] = [needs.filter(isRich), groups.filter(isRich)];
  const { most } = extremes(areas);
  const main = cities.rows[0];
  return [
    ...(needs.length > 0 && needs.every(isTold)
      ? [claim('needs-complete', 'Ogni bisogno ha almeno una scheda.')]
      : []),
    ...(richNeeds.length > 0
      ? [
          claim(
            'needs-rich',
            `${plural(richNeeds.length, 'bisogno ha', 'bisogni hanno')} almeno ${richFrom} schede: si possono confrontare. Prima degli altri:`,
            richNeeds.slice(0, 3).map(counted),
          ),
        ]
      : []),
    ...(groups.length > 0 && groups.every(isTold)
      ? [claim('groups-complete', 'Ogni gruppo di destinatari ha almeno una scheda.')]
      : []),
    ...(richGroups.length > 0
      ? [
          claim(
            'groups-rich',
            `${plural(richGroups.length, 'gruppo di destinatari ha', 'gruppi di destinatari hanno')} almeno ${richFrom} schede. Prima degli altri:`,
            richGroups.slice(0, 3).map((row) => ({ ...counted(row), href: row.all.href })),
          ),
        ]
      : []),
    ...(most ? [claim('area-most', 'L’area con più schede è', [{ ...counted(most), href: most.href }])] : []),
    ...(main && cities.told > 1 && main.sheets * 2 > sheets
      ? [
          claim(
            'city-most',
            `Più di metà delle schede (${main.sheets} su ${sheets}) viene da una sola città:`,
            [{ label: main.label, href: main.href }],
          ),
        ]
      : []),
  ];
}

/** Where the base is silent, in words: what to write, to look for and to ask for. */
export function silentClaims({ areas, needs, groups, regions, cities }: Coverage): Claim[] {
  const [noNeeds, oneNeeds] = [needs.filter(isSilent), needs.filter(({ sheets }) => sheets === 1)];
  const noGroups = groups.filter(isSilent);
  const noRegions = regions.filter((region) => isSilent(region) && !region.isAbroad);
  const inItaly = regions.filter(({ isAbroad }) => !isAbroad);
  const unmeasured = areas.filter(({ sheets, measured }) => sheets > 0 && measured.sheets * 4 < sheets);
  const { least } = extremes(areas);
  const needList = { label: 'Tutti i bisogni senza scheda', href: listOf('need') };
  const silentCities = cities.all - cities.told;
  return [
    ...(noNeeds.length > 0
      ? [
          claim(
            'needs-none',
            `${formatNumber(noNeeds.length)} ${noNeeds.length === 1 ? 'bisogno' : 'bisogni'} su ${formatNumber(needs.length)} non ${have(noNeeds.length)} nessuna scheda:`,
            noNeeds,
            needList,
          ),
        ]
      : []),
    ...(oneNeeds.length > 0
      ? [
          claim(
            'needs-one',
            `${plural(oneNeeds.length, 'bisogno ha', 'bisogni hanno')} una scheda sola, e non c’è con che confrontarla:`,
            oneNeeds,
          ),
        ]
      : []),
    ...(noGroups.length > 0
      ? [
          claim(
            'groups-none',
            `${plural(noGroups.length, 'gruppo di destinatari non ha', 'gruppi di destinatari non hanno')} nessuna scheda:`,
            noGroups,
          ),
        ]
      : []),
    ...(noRegions.length > 0
      ? [
          claim(
            'regions-none',
            `${formatNumber(noRegions.length)} ${noRegions.length === 1 ? 'regione' : 'regioni'} su ${formatNumber(inItaly.length)} ${noRegions.length === 1 ? 'ha' : 'hanno'} città nella base e nessuna scheda:`,
            noRegions,
          ),
        ]
      : []),
    ...(silentCities > 0
      ? [
          claim(
            'cities-none',
            `${formatNumber(silentCities)} città su ${formatNumber(cities.all)} non ${have(silentCities)} ancora raccontato una pratica.`,
            [],
            { label: 'Tutte le città', href: listOf('city') },
          ),
        ]
      : []),
    ...(least
      ? [claim('area-least', 'L’area con meno schede è', [{ ...counted(least), href: least.href }])]
      : []),
    ...(unmeasured.length > 0
      ? [
          claim(
            'areas-unmeasured',
            `In ${plural(unmeasured.length, 'area', 'aree')} meno di una scheda su quattro ha un cambiamento misurato o una valutazione indipendente:`,
            unmeasured.map(({ label, sheets, measured, href }) => ({
              label: `${label} (${formatNumber(measured.sheets)} su ${formatNumber(sheets)})`,
              href,
            })),
          ),
        ]
      : []),
  ];
}

const isTold = ({ sheets }: Counted): boolean => sheets > 0;
const isSilent = ({ sheets }: Counted): boolean => sheets === 0;
const isRich = ({ sheets }: Counted): boolean => sheets >= richFrom;
const have = (count: number): string => (count === 1 ? 'ha' : 'hanno');

/** The area with most sheets and that with fewest, when one has at least twice the other and no area is its equal. */
function extremes<T extends Counted>(areas: readonly T[]): { most: T | null; least: T | null } {
  const sorted = [...areas].sort((a, b) => b.sheets - a.sheets);
  const [first, second] = sorted;
  const [last, beforeLast] = [sorted.at(-1), sorted.at(-2)];
  const isUneven =
    first !== undefined && last !== undefined && first.sheets > 0 && first.sheets >= last.sheets * 2;
  return {
    most: isUneven && second && first.sheets > second.sheets ? first : null,
    least: isUneven && beforeLast && last.sheets < beforeLast.sheets ? last : null,
  };
}

const counted = ({ label, sheets, href = null }: Counted & { href?: string | null }) => ({
  label: `${label} (${formatNumber(sheets)})`,
  href,
});

/** How many things a sentence names before it sends to a list. */
const mostItems = 6;

function claim(
  name: string,
  text: string,
  items: readonly { label: string; href?: string | null }[] = [],
  all: Claim['all'] = null,
): Claim {
  return {
    name,
    text,
    items: items.slice(0, mostItems).map(({ label, href = null }) => ({ label, href })),
    rest: Math.max(0, items.length - mostItems),
    all,
  };
}
