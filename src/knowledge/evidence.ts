import type { Indicator } from '../schemas/indicator.ts';
import type { Practice } from '../schemas/practice.ts';
import { isResult } from './facts.ts';

export type EvidenceLevel = 0 | 1 | 2 | 3 | 4;

/** Names of the levels and what each asks; printed on every sheet and on the method page. */
export const evidenceLevels = [
  {
    level: 0,
    name: 'raccontata',
    rule: 'nessuna realizzazione con una fonte',
    next: 'almeno una realizzazione (progetti, persone, spazi…) con la sua fonte',
  },
  {
    level: 1,
    name: 'documentata',
    rule: 'realizzazioni con la loro fonte',
    next: 'una seconda fonte, pubblicata da qualcun altro, che riporti realizzazioni della pratica',
  },
  {
    level: 2,
    name: 'riscontrata',
    rule: 'realizzazioni riportate da due o più editori diversi',
    next: 'un cambiamento misurato, sullo stesso perimetro, rispetto a una situazione di partenza o a un confronto',
  },
  {
    level: 3,
    name: 'misurata',
    rule: 'un cambiamento misurato, sullo stesso perimetro, rispetto a una partenza o a un confronto',
    next: 'una valutazione fatta e pubblicata da chi non ha promosso né attuato la pratica',
  },
  {
    level: 4,
    name: 'valutata',
    rule: 'una valutazione indipendente, che chi guida la pratica e i suoi partner non hanno pubblicato',
    next: null,
  },
] as const satisfies readonly { level: EvidenceLevel; name: string; rule: string; next: string | null }[];

export interface Evidence {
  level: EvidenceLevel;
  name: string;
  /** Why this level, with the counts it rests on. */
  reason: string;
  /** What would raise it; null at the top. */
  next: string | null;
}

/**
 * The evidence on the sheet, never the worth of the city. Computed from facts, sources and evaluations;
 * the rule stands, in words, on the method page.
 */
export function evidenceOf(practice: Practice, indicatorOf: (id: string) => Indicator): Evidence {
  // dates, names and resources say when, what it is called and with what, not what was done
  const outputs = practice.facts.filter((fact) => {
    const { kind, format } = indicatorOf(fact.indicator);
    return isResult(fact) && kind !== 'input' && format !== 'date' && format !== 'text';
  });
  const publisherOf = new Map(practice.sources.map((source) => [source.id, source.publisher]));
  const publishers = independentPublishers(outputs.flatMap((fact) => publisherOf.get(fact.source) ?? []));
  const measured = outputs.filter(
    (fact) =>
      indicatorOf(fact.indicator).kind === 'outcome' &&
      practice.facts.some(
        (other) =>
          other.indicator === fact.indicator &&
          other.scope === fact.scope &&
          (other.role === 'baseline' || other.role === 'comparison'),
      ),
  );
  const promoters = [practice.lead, ...(practice.partners ?? [])].flatMap(({ name }) => partsOf(name));
  const independent = (practice.evaluation ?? []).filter((evaluation) => {
    const publisher = publisherOf.get(evaluation.source);
    return (
      evaluation.independent &&
      publisher !== undefined &&
      !partsOf(publisher).some((part) => promoters.includes(part))
    );
  });

  const level: EvidenceLevel =
    independent.length > 0
      ? 4
      : measured.length > 0
        ? 3
        : outputs.length > 0 && publishers >= 2
          ? 2
          : outputs.length > 0
            ? 1
            : 0;
  const { name, next } = evidenceLevels[level];
  const reasons: Record<EvidenceLevel, string> = {
    0: 'Nessuna cifra della scheda dice che cosa si è realizzato: risorse, date e obiettivi non contano.',
    1: 'Le cifre su ciò che si è realizzato hanno una fonte, ma le ha pubblicate un solo editore.',
    2: `Le cifre su ciò che si è realizzato vengono da ${publishers} editori diversi.`,
    3: 'Almeno un cambiamento è misurato, sullo stesso perimetro, rispetto a una partenza o a un confronto.',
    4: 'C’è una valutazione indipendente, che chi guida la pratica e i suoi partner non hanno pubblicato.',
  };
  return { level, name, reason: reasons[level], next };
}

/**
 * How many publishers are independent by name: «PON Metro / Agenzia X» and «PON Metro» share a part, so they are one.
 */
export function independentPublishers(names: readonly string[]): number {
  const groups: Set<string>[] = [];
  for (const name of new Set(names)) {
    const parts = partsOf(name);
    const touching = groups.filter((group) => parts.some((part) => group.has(part)));
    const merged = new Set([...parts, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.length;
}

/**
 * The bodies a name is made of: what stands between slashes, commas or spaced hyphens. A single capitalised word after
 * a comma is a place («ANCI, Roma») and names nobody; «Città di X» and «Comune di X» are one body.
 */
function partsOf(name: string): string[] {
  return name.split(/\s*\/\s*|\s+[-–]\s+/).flatMap((body) => {
    const [first = '', ...more] = body.split(/\s*,\s*/);
    return [first, ...more.filter((part) => !/^\p{Lu}[\p{L}’']*$/u.test(part))].map((part) =>
      part
        .trim()
        .toLowerCase()
        .replace(/^città di /, 'comune di '),
    );
  });
}
