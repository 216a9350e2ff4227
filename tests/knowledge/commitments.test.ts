import { describe, expect, test } from 'vitest';
import { workshopsOf } from '../../src/knowledge/cities.ts';
import {
  commitmentsOf,
  commitmentText,
  isOverdue,
  type Commitment,
} from '../../src/knowledge/commitments.ts';
import { ids, one, smallGraph } from './small-graph.ts';

const promise = (changes: Partial<Commitment> = {}): Commitment => ({
  who: 'Ufficio casa',
  what: 'Manda il modulo.',
  status: 'open',
  ...changes,
});
const today = '2026-11-22';

describe('a term is over', () => {
  test.each<[string, string, boolean]>([
    ['a day before', '2026-11-21', true],
    ['on the day itself', '2026-11-22', false],
    ['in a month that goes on', '2026-11', false],
    ['in a month that is past', '2026-10', true],
    ['in a year that goes on', '2026', false],
    ['in a year that is past', '2025', true],
  ])('%s', (_, by, late) => {
    expect(isOverdue(promise({ by }), today)).toBe(late);
  });

  test('of nothing that is done, given up, or has no term', () => {
    expect(isOverdue(promise({ by: '2020', status: 'done' }), today)).toBe(false);
    expect(isOverdue(promise({ by: '2020', status: 'dropped' }), today)).toBe(false);
    expect(isOverdue(promise(), today)).toBe(false);
    expect(isOverdue(promise({ by: '2020', status: 'unknown' }), today)).toBe(true);
  });
});

describe('where a promise stands, in words', () => {
  test.each<[Partial<Commitment>, string]>([
    [{}, 'Da fare, senza una data'],
    [{ by: '2026-12-08' }, 'Da fare, entro l’8 dicembre 2026'],
    [{ by: '2027-03-01', status: 'doing' }, 'In corso, entro il 1º marzo 2027'],
    [{ by: '2027-03' }, 'Da fare, entro marzo 2027'],
    [{ by: '2027' }, 'Da fare, entro il 2027'],
    [{ by: '2023-06-30' }, 'Scaduto il 30 giugno 2023, esito non documentato'],
    [{ by: '2023-06-11' }, 'Scaduto l’11 giugno 2023, esito non documentato'],
    [{ by: '2023-06' }, 'Scaduto a giugno 2023, esito non documentato'],
    [{ by: '2023-04' }, 'Scaduto ad aprile 2023, esito non documentato'],
    [{ by: '2023' }, 'Scaduto nel 2023, esito non documentato'],
    [{ by: '2023', status: 'doing' }, 'In corso, scaduto nel 2023, esito non documentato'],
    [{ by: '2023', outcome: 'Se ne parla ancora.' }, 'Scaduto nel 2023'],
    [{ status: 'unknown' }, 'Esito non documentato'],
    [{ status: 'unknown', outcome: 'Se ne parla.' }, 'Stato non documentato'],
    [{ status: 'done' }, 'Fatto; com’è andata non è documentato'],
    [{ status: 'done', outcome: 'Tutto.', outcomeOn: '2023-07' }, 'Fatto, luglio 2023'],
    [{ status: 'dropped', by: '2023', outcome: 'Mancavano i soldi.' }, 'Abbandonato'],
  ])('%o', (changes, words) => {
    expect(commitmentText(promise(changes), today)).toBe(words);
  });
});

describe('what a city has promised', () => {
  const graph = smallGraph(
    one('city', 'qui', { title: 'Qui' }),
    one('city', 'la', { title: 'Là' }),
    one('workshop', 'vecchio', {
      city: 'la',
      start: '2022-01-01',
      sources: [
        { id: 'a', publisher: 'Ente A' },
        { id: 'b', publisher: 'Ente B' },
      ] as never,
      commitments: [
        promise({ what: 'Senza data.', city: 'qui' }),
        promise({ what: 'Di un’altra.', city: 'la' }),
        promise({ what: 'Di nessuna.' }),
        promise({
          what: 'Tenuta.',
          city: 'qui',
          status: 'done',
          source: 'a',
          outcome: 'Sì.',
          outcomeSource: 'b',
        }),
      ],
    }),
    one('workshop', 'nuovo', {
      city: 'qui',
      start: '2026-01-01',
      sources: [],
      commitments: [
        promise({ what: 'Dopo.', city: 'qui', by: '2027' }),
        promise({ what: 'Scaduta.', city: 'qui', by: '2026-02' }),
        promise({ what: 'Lasciata.', city: 'qui', status: 'dropped' }),
      ],
    }),
    one('workshop', 'presente', {
      city: 'la',
      start: '2025-01-01',
      sources: [],
      participants: [{ city: 'qui' }],
      commitments: [],
    }),
  );

  test('is what a sheet lays on it: what is open by its term, then what is closed', () => {
    const { lines, total, closed, overdue } = commitmentsOf(graph, 'qui');
    expect(lines.map(({ what }) => what)).toEqual([
      'Scaduta.',
      'Dopo.',
      'Senza data.',
      'Lasciata.',
      'Tenuta.',
    ]);
    expect({ total, closed, overdue }).toEqual({ total: 5, closed: 2, overdue: 1 });
  });

  test('leads to the workshop, and to the sources in the list of that page', () => {
    const kept = commitmentsOf(graph, 'qui').lines.find(({ what }) => what === 'Tenuta.');
    expect(kept).toMatchObject({
      workshop: { label: 'vecchio', href: '/laboratori/vecchio/#promesso' },
      sources: [
        { label: 'Ente A', href: '/laboratori/vecchio/#fonte-1' },
        { label: 'Ente B', href: '/laboratori/vecchio/#fonte-2' },
      ],
    });
  });

  test('is cut where the page ends, and counted whole', () => {
    const { lines, total, closed } = commitmentsOf(graph, 'qui', 2);
    expect(lines).toHaveLength(2);
    expect({ total, closed }).toEqual({ total: 5, closed: 2 });
  });

  test('does not put it in the room', () => {
    expect(ids(workshopsOf(graph, 'qui'))).toEqual(['nuovo', 'presente']);
    expect(ids(workshopsOf(graph, 'la'))).toEqual(['presente', 'vecchio']);
  });
});
