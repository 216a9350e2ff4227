import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixedAnchors } from '../../src/checks/rules/anchors.ts';
import { projectRoot } from '../environment.ts';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const withLink = (address: string) =>
  edited(sheet, '## Come funziona\n', `## Come funziona\n\nVedi [qui](${address}).\n`);

describe('a link to a point of a page', () => {
  test.each([
    ['a section', '#che-cosa-e-cambiato'],
    ['a title', '#in-tre-passi'],
    ['a fact', '#dato-applications-received'],
    ['a fact of a part', '#dato-people-supported-area-nord'],
    ['a source', '#fonte-3'],
    ['a part of the page', '#non-sappiamo'],
    ['another sheet', '/pratiche/officina-vuota/#come-funziona'],
    ['another kind', '/laboratori/borgo-2023/#dati'],
    ['a word', '/glossario/#patto-di-collaborazione'],
    ['a letter', '/glossario/#lettera-p'],
    ['a city', '/citta/borgo-prova/#schede'],
    ['a page that no entry makes', '/metodo/#chissa'],
    ['a list', '/bisogni/#disagio-abitativo'],
  ])('may lead to %s', (_, address) => {
    expect(told(withLink(address), 'anchor-missing')).toEqual([]);
  });

  test.each([
    ['#in-tre-pasi', '', '#in-tre-passi'],
    ['#dato-applications-recieved', '', '#dato-applications-received'],
    [
      '/pratiche/officina-vuota/#come-funzionava',
      '/pratiche/officina-vuota/',
      '/pratiche/officina-vuota/#come-funziona',
    ],
    ['/glossario/#patto-di-colaborazione', '/glossario/', '/glossario/#patto-di-collaborazione'],
  ])('that leads nowhere (%s) is told with the nearest', (address, page, near) => {
    const files = withLink(address);
    const [line = ''] = told(files, 'anchor-missing');
    expect(line.split(' ')[0]).toBe(placeOf(files, '[qui]'));
    expect(line).toContain(
      `Nella pagina${page && ` «${page}»`} non c’è il punto «#${address.split('#')[1]}».`,
    );
    expect(line).toMatch(/→ Forse volevi scrivere: /);
    expect(line.split('scrivere: ')[1]?.split(/, |\.$/)[0]).toBe(near);
  });

  test('does not lead to a source that the page does not have', () => {
    expect(told(withLink('#fonte-4'), 'anchor-missing')).toHaveLength(1);
  });

  test('to a page that is not there has its own problem', () => {
    expect(told(withLink('/pratiche/nessuna/#x'), 'anchor-missing')).toEqual([]);
    expect(told(withLink('/pratiche/nessuna/#x'), 'page-missing')).toHaveLength(1);
  });

  test('may lead into a box, where a title of the same words has another anchor', () => {
    const files = edited(sheet, '- Prima la visita.', '### In tre passi\n\n- Prima la visita.').map((file) =>
      file.path === sheet ? { ...file, text: `${file.text}\nVedi [qui](#in-tre-passi-2).\n` } : file,
    );
    expect(told(files, 'anchor-missing')).toEqual([]);
  });
});

describe('the points of the pages of each kind are those of its components', () => {
  const folders = {
    ...Object.fromEntries(Object.keys(fixedAnchors).map((kind) => [kind, kind])),
    'focus-area': 'area',
  };
  /** Those of the components that only lists and other pages of the section use. */
  const elsewhere: Partial<Record<string, readonly string[]>> = {
    practice: ['ordina'],
    need: ['proposti'],
    activity: [
      ...['activity-chips', 'activity-count', 'activity-filter', 'activity-none'],
      ...['worksheet', 'worksheet-empty', 'worksheet-kept', 'worksheet-told', 'worksheet-word'],
    ],
    city: [
      ...['carta-italia', 'carta-sud', 'chi-ha-raccontato', 'citta', 'citta-con-schede', 'per-citta'],
      ...['per-tratti', 'segno-tutte', 'stato', 'tratti', 'tutte'],
    ],
  };
  test.each(Object.entries(fixedAnchors))('%s', (kind, anchors) => {
    const folder = join(projectRoot, 'src/components', (folders as Record<string, string>)[kind] as string);
    const text = readdirSync(folder)
      .filter((name) => name.endsWith('.astro'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const written = [...text.matchAll(/\bid(?:="|: ')([a-z-]+)["']/g)].map(([, id]) => id);
    const contents = /<Toc\b/.test(text) ? ['indice'] : [];
    const others = elsewhere[kind] ?? [];
    expect(written).toEqual(expect.arrayContaining([...others]));
    expect([...anchors].sort()).toEqual(
      [...new Set([...written, ...contents])].filter((id) => !others.includes(id ?? '')).sort(),
    );
  });
});
