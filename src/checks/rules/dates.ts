import { formatDate } from '../../knowledge/format.ts';
import { isResult } from '../../knowledge/facts.ts';
import type { City } from '../../schemas/city.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { Practice } from '../../schemas/practice.ts';
import type { Source } from '../../schemas/source.ts';
import { isAfter } from '../../schemas/values.ts';
import type { Workshop } from '../../schemas/workshop.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Rule } from '../record.ts';
import { everySource } from './source-undated.ts';

/** Nothing ends before it begins, and nothing is known before it happens. Periods are held by their schemas. */
export const dates: Rule = {
  name: 'dates',
  check: (records) => [
    ...everySource(records).flatMap(({ record, source, index }) =>
      ofSource(record, source, index, records.today),
    ),
    ...records.all.flatMap((record) => (record.valid ? ofRecord(record, records.today) : [])),
  ],
};

type Path = readonly PropertyKey[];
type Today = string | null;

function ofSource(record: ContentRecord, { date, accessed }: Source, index: number, today: Today): Problem[] {
  const at = (key: string): Path => ['sources', index, key];
  return [
    ...notAfter(record, at('accessed'), 'La fonte risulta consultata', accessed, today),
    ...(date === undefined
      ? []
      : known(record, at('date'), 'La fonte risulta pubblicata', date, accessed, 'consultata', today)),
  ];
}

function ofRecord(record: ContentRecord, today: Today): Problem[] {
  const { facts = [], sources = [] } = record.data as { facts?: Fact[]; sources?: Source[] };
  const accessed = new Map(sources.map((source) => [source.id, source.accessed]));
  const { reviewedOn, reviewBy } = record.data as { reviewedOn?: string; reviewBy?: string };
  return [
    ...(reviewedOn ? notAfter(record, ['reviewedOn'], 'La scheda risulta riletta', reviewedOn, today) : []),
    ...(reviewedOn && reviewBy
      ? inOrder(record, ['reviewBy'], 'Va riletta entro', reviewBy, 'è stata riletta', reviewedOn)
      : []),
    ...facts.flatMap((fact, index) =>
      fact.asOf === undefined || !isResult(fact)
        ? []
        : known(
            record,
            ['facts', index, 'asOf'],
            'Il valore raggiunto si riferisce a una data',
            fact.asOf,
            accessed.get(fact.source),
            'consultata la sua fonte',
            today,
          ),
    ),
    ...(record.kind === 'workshop' ? ofWorkshop(record, record.data as Workshop, today) : []),
    ...(record.kind === 'practice' ? ofPractice(record, record.data as Practice) : []),
    ...(record.kind === 'city' ? ofCity(record, record.data as City, accessed, today) : []),
  ];
}

function ofWorkshop(record: ContentRecord, workshop: Workshop, today: Today): Problem[] {
  const { start, commitments = [], openQuestions = [], results = [] } = workshop;
  const afterIt = (path: Path, what: string, date: string | undefined): Problem[] =>
    date ? inOrder(record, path, what, date, 'l’incontro è cominciato', start) : [];
  /** What has happened since: after the event, and not in the future. */
  const since = (path: Path, what: string, date: string | undefined): Problem[] => {
    const future = date ? notAfter(record, path, what, date, today) : [];
    return future.length > 0 ? future : afterIt(path, what, date);
  };
  return [
    ...commitments.flatMap(({ by, outcomeOn }, index) => [
      ...afterIt(['commitments', index, 'by'], 'L’impegno scade', by),
      ...since(['commitments', index, 'outcomeOn'], 'L’esito dell’impegno si è saputo', outcomeOn),
    ]),
    ...openQuestions.flatMap(({ answeredOn }, index) =>
      since(['openQuestions', index, 'answeredOn'], 'La domanda ha avuto risposta', answeredOn),
    ),
    ...results.flatMap(({ date }, index) => since(['results', index, 'date'], 'Il seguito risulta', date)),
  ];
}

const ofPractice = (record: ContentRecord, { period, adoptions = [] }: Practice): Problem[] =>
  adoptions.flatMap(({ year }, index) =>
    year && period.start
      ? inOrder(
          record,
          ['adoptions', index, 'year'],
          'È stata ripresa',
          String(year),
          'è cominciata',
          period.start,
        )
      : [],
  );

const ofCity = (
  record: ContentRecord,
  { population }: City,
  accessed: ReadonlyMap<string, string>,
  today: Today,
): Problem[] =>
  population
    ? known(
        record,
        ['population', 'asOf'],
        'Gli abitanti si riferiscono a una data',
        population.asOf,
        accessed.get(population.source),
        'consultata la sua fonte',
        today,
      )
    : [];

/** A thing of the past: before the day of the check, and before somebody read of it. */
function known(
  record: ContentRecord,
  path: Path,
  what: string,
  date: string,
  read: string | undefined,
  how: string,
  today: Today,
): Problem[] {
  const future = notAfter(record, path, what, date, today);
  if (future.length > 0 || read === undefined || !isAfter(date, read)) return future;
  const message = `${what}: ${formatDate(date)}, dopo il giorno in cui è stata ${how} (${formatDate(read)}).`;
  return [problemAt(record, path, 'dates-order', message, 'Controlla le due date sulla fonte.')];
}

function notAfter(record: ContentRecord, path: Path, what: string, date: string, today: Today): Problem[] {
  if (today === null || !isAfter(date, today)) return [];
  const message = `${what} nel futuro: ${formatDate(date)}.`;
  return [
    problemAt(record, path, 'date-future', message, `Oggi è il ${formatDate(today)}: correggi la data.`),
  ];
}

function inOrder(
  record: ContentRecord,
  path: Path,
  what: string,
  later: string,
  than: string,
  earlier: string,
): Problem[] {
  if (!isAfter(earlier, later)) return [];
  const message = `${what} ${formatDate(later)}, ma ${than} dopo: ${formatDate(earlier)}.`;
  return [problemAt(record, path, 'dates-order', message, 'Controlla le due date sulla fonte.')];
}
