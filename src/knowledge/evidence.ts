import type { Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Practice } from '../schemas/practice.ts';

export type EvidenceLevel = 0 | 1 | 2 | 3 | 4;

/** Names of the levels and what each asks; printed on every sheet and on the method page. */
export const evidenceLevels = [
  {
    level: 0,
    name: 'raccontata',
    rule: 'nessuna cifra con una fonte',
    next: 'almeno una realizzazione (progetti, persone, spazi…) con la sua fonte',
  },
  {
    level: 1,
    name: 'documentata',
    rule: 'realizzazioni con la loro fonte',
    next: 'una seconda fonte, pubblicata da qualcun altro, che riporti cifre della pratica',
  },
  {
    level: 2,
    name: 'riscontrata',
    rule: 'cifre riportate da due o più editori diversi',
    next: 'un cambiamento misurato rispetto a una situazione di partenza o a chi non ha partecipato',
  },
  {
    level: 3,
    name: 'misurata',
    rule: 'un cambiamento misurato rispetto a una partenza o a un confronto',
    next: 'una valutazione fatta da chi non ha promosso né attuato la pratica',
  },
  { level: 4, name: 'valutata', rule: 'una valutazione indipendente', next: null },
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
 * the rule is DESIGN.md section 6 and stands, in words, on the method page.
 */
export function evidenceOf(practice: Practice, indicatorOf: (id: string) => Indicator): Evidence {
  const kindOf = (fact: Fact) => indicatorOf(fact.indicator).kind;
  const reached = practice.facts.filter((fact) => (fact.role ?? 'result') === 'result');
  const outputs = reached.filter((fact) => kindOf(fact) !== 'input');
  const publisherOf = new Map(practice.sources.map((source) => [source.id, source.publisher]));
  const publishers = independentPublishers(
    practice.facts.flatMap((fact) => publisherOf.get(fact.source) ?? []),
  );
  const measured = reached.filter(
    (fact) =>
      kindOf(fact) === 'outcome' &&
      practice.facts.some(
        (other) =>
          other.indicator === fact.indicator && (other.role === 'baseline' || other.role === 'comparison'),
      ),
  );
  const independent = (practice.evaluation ?? []).filter((evaluation) => evaluation.independent);

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
    0: 'Nessuna cifra su ciò che si è realizzato ha una fonte.',
    1: `Le cifre hanno una fonte, ma chi le ha pubblicate è uno solo.`,
    2: `Le cifre vengono da ${publishers} editori diversi.`,
    3: 'Almeno un cambiamento è misurato rispetto a una partenza o a un confronto.',
    4: 'C’è una valutazione fatta da chi non ha promosso la pratica.',
  };
  return { level, name, reason: reasons[level], next };
}

/**
 * How many publishers are independent by name: «PON Metro / Agenzia X» and «PON Metro» share a part, so they are one.
 * The parts of a name are what stands between slashes, commas or spaced hyphens.
 */
export function independentPublishers(names: readonly string[]): number {
  const groups: Set<string>[] = [];
  for (const name of new Set(names)) {
    const parts = name.toLowerCase().split(/\s*\/\s*|\s*,\s*|\s+[-–]\s+/);
    const touching = groups.filter((group) => parts.some((part) => group.has(part)));
    const merged = new Set([...parts, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.length;
}
