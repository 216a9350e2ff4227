import { describe, expect, test } from 'vitest';
import { costBlocks } from '../../../src/exports/documents/costs.ts';
import { plainTextOf, type Block } from '../../../src/exports/documents/document.ts';
import type { OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import { emptyCosts, type CostsState } from '../../../src/knowledge/rescale.ts';
import type { Practice } from '../../../src/schemas/practice.ts';
import { fixtureGraph } from '../../fixture-content.ts';
import { practiceWith } from '../../knowledge/entries.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const source = (id: string) => ({
  id,
  title: `Titolo ${id}`,
  publisher: `Editore ${id}`,
  accessed: '2026-11-22',
});

function sheetWith(changes: Partial<Practice> = {}): OpenedSheet {
  return {
    practice: practiceWith({
      scale: 'city',
      facts: [],
      differences: [],
      funding: [],
      sources: [source('a'), source('b')],
      costs: [{ item: 'Lavori', amount: 1_000_000, year: 2020, kind: 'oneOff', source: 'b' }],
      ...changes,
    }),
    page: 'https://esempio.it/pratiche/case-aperte/',
    computed: {
      evidence: { level: 2, name: 'riscontrata' },
      completeness: {} as OpenedSheet['computed']['completeness'],
    },
    graph: fixtureGraph(),
    text: '',
  };
}

const typed = (fields: Record<string, string>): CostsState => ({ version: 1, typed: fields });
const textOf = (blocks: readonly Block[]): string => plainTextOf({ kind: '', title: '', footer: '', blocks });
// the city of the fixture has 12,345 inhabitants: a city of twice as many
const ours = { 'ours.city': '24.690' };

describe('what is printed', () => {
  test('nothing, as long as nobody has typed anything', () => {
    expect(costBlocks(sheetWith(), emptyCosts())).toEqual([]);
  });

  test('the range with its prices, what it starts from, every assumption and the steps', () => {
    const blocks = costBlocks(sheetWith(), typed(ours));
    const text = textOf(blocks);
    // 1,000,000 × (0.5 + 0.5 × 2) = 1,500,000; 1,000,000 × 2 = 2,000,000
    expect(text).toContain(
      'Una volta sola: da 1.500.000\u00a0€ a 2.000.000\u00a0€, a prezzi del 2020, non rivalutati. Partendo da «Lavori».',
    );
    expect(text).toContain('Lavori\t1.000.000\u00a0€[2]\tDalla scheda.');
    expect(text).toContain('Anno dei prezzi di «Lavori»\t2020\tAnno dei prezzi, secondo la scheda.');
    expect(text).toContain('Crescita dei prezzi in un anno\tda 0% a 0%');
    expect(text).toContain('Da loro: Abitanti di Borgo Prova\t12.345\tDato del 2011');
    expect(text).toContain('Da noi: abitanti della nostra città\t24.690\tScritto a mano.');
    expect(text).toContain('da 50% a 100%\tIpotesi nostra, non un risultato');
    expect(text).toContain('moltiplica per da 1,5 a 2.');
    expect(text).toContain(
      'Lavori[2]\t1.000.000\u00a0€\t1\tda 1,5 a 2\tda 1.500.000\u00a0€ a 2.000.000\u00a0€',
    );
  });

  test('what was typed over the sheet is told from it', () => {
    const text = textOf(
      costBlocks(
        sheetWith(),
        typed({ ...ours, 'year.costs-lavori': '2016', 'theirs.city': '13.000', shareLow: '20' }),
      ),
    );
    expect(text).toContain('Anno dei prezzi di «Lavori»\t2016\tScritto a mano.');
    expect(text).toContain('Da loro: Abitanti di Borgo Prova\t13.000\tScritto a mano: non ha una fonte.');
    expect(text).toContain('da 20% a 100%\tScritta a mano.');
  });

  test('in prices of another year, where they grow', () => {
    const text = textOf(costBlocks(sheetWith(), typed({ ...ours, prices: '2026', growthHigh: '3' })));
    expect(text).toMatch(/, a prezzi del 2026\. Partendo/);
    expect(text).not.toContain('non rivalutati. Partendo');
  });

  test('what was refused, and why; nothing is made up in its place', () => {
    const text = textOf(costBlocks(sheetWith({ costs: [] }), typed(ours)));
    expect(text).toContain('non si può ancora dire. Manca:');
    expect(text).toContain('Un importo da cui partire: nella scheda non è documentato.');
    expect(text).not.toContain('I passaggi');
    expect(textOf(costBlocks(sheetWith(), typed({ prices: '2026' })))).toContain(
      'Da noi: abitanti della nostra città\tda scrivere',
    );
  });

  test('what to know before using the numbers', () => {
    const text = textOf(costBlocks(sheetWith(), typed({ 'ours.city': '1000' })));
    expect(text).toContain('Prima di usare queste cifre');
    expect(text).toContain('oltre 10 volte');
  });

  test('notes are the numbers of the sheet’s sources, headings are of the second level', () => {
    const blocks = costBlocks(sheetWith(), typed(ours));
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []));
    expect(new Set(levels)).toEqual(new Set([2]));
    const notes = JSON.stringify(blocks).match(/"notes":\[\d[^\]]*\]/g) ?? [];
    expect(new Set(notes)).toEqual(new Set(['"notes":[2]']));
  });

  test('whatever somebody types is printed as it is', () => {
    for (const words of naughtyStrings.filter((text) => text.trim() !== '').slice(0, 60)) {
      const state = typed({
        ...ours,
        'own.name': words,
        'own.amount': '5.000',
        'year.own': '2020',
        'kind.own': 'oneOff',
      });
      expect(textOf(costBlocks(sheetWith(), state))).toContain(words.trim());
    }
  });
});
