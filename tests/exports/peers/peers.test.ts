import { describe, expect, test } from 'vitest';
import { givenFields } from '../../../src/exports/peers/field-names.ts';
import { peerPlainText } from '../../../src/exports/peers/document.ts';
import type { Paragraph } from '../../../src/exports/peers/form.ts';
import { plainText, shortened } from '../../../src/exports/peers/shorten.ts';
import { peerForms, peerTexts } from '../../../src/exports/peers/texts.ts';
import { peerView } from '../../../src/exports/peers/view.ts';
import { sheetDocument } from '../../../src/exports/documents/sheet.ts';
import { plainTextOf } from '../../../src/exports/documents/document.ts';
import type { OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import { textOf } from '../../../src/schemas/field.ts';
import { practice } from '../../../src/schemas/practice.ts';
import { practiceSections } from '../../../src/schemas/practice-sections.ts';
import { realSheets, sheetOf } from '../documents/real-sheets.ts';

const forms = Object.values(peerForms);
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** A sheet with some of its data changed. */
function changed(data: Record<string, unknown>, text?: string): OpenedSheet {
  const { sheet } = sheetOf('tonite');
  return {
    ...sheet,
    text: text ?? sheet.text,
    practice: { ...sheet.practice, data: { ...sheet.practice.data, ...data } },
  };
}
const textIn = (sheet: OpenedSheet, form: keyof typeof peerForms, field: string) => {
  const found = peerTexts(peerForms[form], peerView(sheet)).texts.find((text) => text.field.id === field);
  if (!found) throw new Error(`no field ${field}`);
  return found;
};

describe('the three forms', () => {
  test.each(forms)('$id names every field once, in English and in Italian', ({ fields }) => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { name, gloss } of fields) expect([name, gloss]).not.toContain('');
  });

  test('have the limits that their sources give, and no other', () => {
    const limits = forms.map(({ fields }) => fields.flatMap(({ id, limit }) => (limit ? [[id, limit]] : [])));
    expect(limits).toEqual([
      [
        ['short', 500],
        ['overview', 5000],
        ['innovative', 1000],
        ['status-text', 1000],
        ['partners', 500],
        ['beneficiaries', 500],
        ['results', 1000],
        ['challenges', 1000],
        ['conditions', 1000],
        ['replication', 1000],
        ['lessons', 2000],
        ['else', 1000],
      ],
      [['title', 100]],
      [],
    ]);
  });

  test('are fed by parts that a sheet has', () => {
    const known = new Set<string>([...Object.keys(practice.shape), ...practiceSections]);
    for (const { fields } of forms)
      for (const { from } of fields) expect(from.filter((feed) => !known.has(feed))).toEqual([]);
  });

  test('name the parts of a sheet as the schema does', () => {
    for (const [key, label] of Object.entries(givenFields))
      expect(textOf(practice.shape[key as keyof typeof givenFields])?.label).toBe(label);
  });

  test('leave out no part of a sheet without saying so', () => {
    const editors = ['title', 'hiddenLabels', 'summary', 'focusAreas', 'city', 'sources', 'related', 'draft'];
    const more = ['authors', 'reviewedOn', 'reviewBy', 'license', 'redirects'];
    const named = [...Object.keys(givenFields), ...editors, ...more].toSorted();
    expect(named).toEqual(Object.keys(practice.shape).toSorted());
  });
});

describe('the texts of every sheet', () => {
  const ownWords = new Set(
    words('Risposta Uguale Cambiato Esito indispensabile Quando non usarla Che cosa non sappiamo'),
  );

  test.each(realSheets)('$id: no word that the sheet does not print, no figure without its source', ({ sheet }) => {
    const view = peerView(sheet);
    const known = new Set(words(JSON.stringify(sheet.practice.data) + plainTextOf(sheetDocument(sheet))));
    for (const id of sheet.practice.data.targetGroups) for (const word of words(sheet.graph.get('target-group', id).data.title)) known.add(word);
    const city = JSON.stringify(sheet.graph.get('city', sheet.practice.data.city).data);
    for (const word of words(city)) known.add(word);
    for (const form of forms) {
      const { texts, sources } = peerTexts(form, view);
      const numbers = new Set(sources.map(({ number }) => number));
      for (const { field, whole, short } of texts) {
        // what the population counts is printed in the Italian way
        const strange = words(whole.replace(/(\d)\.(?=\d{3})/g, '$1')).filter(
          (word) => !known.has(word) && !ownWords.has(word) && !words(plainTextOf(sheetDocument(sheet)).replace(/(\d)\.(?=\d{3})/g, '$1')).includes(word),
        );
        expect([form.id, field.id, strange]).toEqual([form.id, field.id, []]);
        for (const text of [whole, short?.text ?? ''])
          for (const [, number] of text.matchAll(/\[(\d+)\]/g)) expect(numbers).toContain(Number(number));
      }
    }
  }); // prettier-ignore

  test.each(realSheets)('$id: fit, or say by how much they do not and offer whole sentences that do', ({ sheet }) => {
    const view = peerView(sheet);
    for (const { texts } of forms.map((form) => peerTexts(form, view)))
      for (const { field, whole, over, short } of texts) {
        expect(over).toBe(field.limit === null ? 0 : Math.max(0, whole.length - field.limit));
        if (over === 0) expect(short).toBe(null);
        if (short === null) continue;
        expect(short.text.length).toBeLessThanOrEqual(field.limit ?? 0);
        expect(short.kept).toBeLessThan(short.of);
        // all that is kept stands in the whole, word for word
        const bare = (text: string): string => text.replace(/\[\d+\]/g, '').replace(/\s+/g, ' ');
        for (const line of short.text.split('\n').filter(Boolean)) expect(bare(whole)).toContain(bare(line).trim());
      }
  }); // prettier-ignore

  test('are too long somewhere, or the test before would prove nothing', () => {
    const { short } = textIn(sheetOf('tonite').sheet, 'opsi', 'results');
    expect(short?.kept).toBeGreaterThan(3);
  });
});

describe('what is not there', () => {
  const empty = changed({ conditions: [], lessons: undefined, contact: undefined }, '');

  test('stays empty and is called not documented', () => {
    expect(textIn(empty, 'opsi', 'conditions').whole).toBe('');
    expect(textIn(empty, 'interreg', 'contact').whole).toBe('');
    const file = peerPlainText(peerTexts(peerForms.opsi, peerView(empty)));
    expect(file).toMatch(/## Conditions for Success \(Condizioni di riuscita\)\nnon documentato\n/);
    expect(file).toMatch(
      /## What Makes Your Project Innovative\?.*\nLe schede non hanno questa voce: scrivila tu\./,
    );
  });

  test('in the form is named, and only when the sheet has it', () => {
    const of = (data: Record<string, unknown>) => peerTexts(peerForms.opsi, peerView(changed(data))).leftOut;
    const costs = [{ item: 'Affitto', amount: 1000, kind: 'oneOff', source: 'tonite-nuoviservizi' }];
    expect(of({ costs })).toContain('Costi');
    expect(of({ costs: [] })).not.toContain('Costi');
    expect(of({ costs })).not.toContain('Partner');
  });
});

describe('shortening', () => {
  const story = (...texts: string[]): Paragraph[] => texts.map((text) => ({ runs: [{ text }] }));
  const list = (...texts: string[]): Paragraph[] => story(...texts).map(({ runs }) => ({ runs, item: true }));

  test('keeps a story from its beginning, and leaves nothing out in the middle', () => {
    const made = shortened(story('Prima frase. Seconda frase molto più lunga.', 'Breve.'), 30);
    expect(made && plainText(made.paragraphs)).toBe('Prima frase.');
    expect(made).toMatchObject({ kept: 1, of: 3 });
  });

  test('of a list takes the first sentence of every item before the second of any', () => {
    const made = shortened(list('Primo punto. Altro ancora.', 'Secondo punto. E altro.', 'Terzo punto.'), 48);
    expect(made && plainText(made.paragraphs)).toBe('– Primo punto.\n– Secondo punto.\n– Terzo punto.');
  });

  test('cuts no sentence: where none fits there is no shorter text', () => {
    expect(shortened(story('Una frase sola che non ci sta.'), 10)).toBe(null);
  });

  test('brings along the source that is named after the sentences left out', () => {
    const runs = [{ text: 'Sono state 40 persone. Erano quasi tutte giovani.', notes: [3] }];
    const two = [{ text: 'Sono state 40 persone. ' }, { text: 'Erano quasi tutte giovani.', notes: [3] }];
    const made = shortened([{ runs: two }], 30);
    expect(made && plainText(made.paragraphs)).toBe('Sono state 40 persone.[3]');
    expect(shortened([{ runs }], 30)).toBe(null);
  });

  test('loses no note that stands alone between two words', () => {
    const runs = [
      { text: 'Un rapporto' },
      { text: '', notes: [23] },
      { text: ', non letto. Poi altro ancora.' },
    ];
    const made = shortened([{ runs }], 28);
    expect(made && plainText(made.paragraphs)).toBe('Un rapporto[23], non letto.');
  });

  test('counts the dash of an item and the number of a source', () => {
    const item: Paragraph = { item: true, runs: [{ text: 'Dieci.', notes: [12] }] };
    expect(plainText([item])).toBe('– Dieci.[12]');
    expect(shortened([item], 11)).toBe(null);
    expect(shortened([item], 12)).toMatchObject({ kept: 1 });
  });
});
