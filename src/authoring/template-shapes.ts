import { docxOf } from '../exports/docx.ts';
import { formLists } from '../exports/form-lists.ts';
import { fixedZip } from '../exports/fixed-zip.ts';
import type { Graph } from '../knowledge/graph.ts';
import { formPage, interviewPage, templateFile } from '../knowledge/routes.ts';
import { sizeWords, type TemplateOffer, type TemplateShape } from '../knowledge/template-offer.ts';
import { areaContent, areaIn } from './area.ts';
import { interviewsOf } from './interview.ts';
import { wordForm } from './word-form.ts';
import { otherTemplate, practiceTemplate, templateKinds, type TemplateKind } from './template.ts';

/** Files of text by name: a practice for each area, and the other kinds. `day` is that on which they are begun. */
export function textTemplates(graph: Pick<Graph, 'all'>, day: string): { name: string; text: string }[] {
  const beginning = { title: '', day };
  const lists = {
    areas: graph.all('focus-area'),
    indicators: graph.all('indicator'),
    needs: graph.all('need'),
    programmes: graph.all('programme'),
  };
  const ofAreas = lists.areas.flatMap(({ id }) => {
    const area = areaContent(id, lists);
    return area ? [{ name: `pratica-${id}.mdx`, text: practiceTemplate(beginning, area) }] : [];
  });
  return [
    ...ofAreas,
    { name: 'laboratorio.mdx', text: otherTemplate('workshop', beginning, null) },
    { name: 'attivita.mdx', text: otherTemplate('activity', beginning, null) },
    { name: 'sessione.mdx', text: otherTemplate('session', beginning, null) },
  ];
}

/** The Word files of the papers for an interview, by name. The same bytes for the same content. */
export async function interviewFiles(
  graph: Pick<Graph, 'all'>,
): Promise<{ name: string; bytes: ArrayBuffer }[]> {
  const papers = interviewsOf(graph);
  return Promise.all(
    papers.map(async ({ name, document }) => ({
      name: `${name}.docx`,
      bytes: fixedZip(await docxOf(document)),
    })),
  );
}

/** The Word forms, by name: a practice for each area, and a workshop. The same bytes for the same content. */
export function wordForms(graph: Graph): Promise<{ name: string; bytes: ArrayBuffer }[]> {
  const lists = formLists(graph);
  const areas = lists['focus-area'].map(({ id }) => ({
    name: `pratica-${id}.docx`,
    area: areaIn(id, lists),
  }));
  return Promise.all([
    ...areas.map(async ({ name, area }) => ({
      name,
      bytes: await wordForm({ kind: 'practice', area, lists }),
    })),
    wordForm({ kind: 'workshop', area: null, lists }).then((bytes) => ({ name: 'laboratorio.docx', bytes })),
  ]);
}

/** All that can be begun, areas first. `sizes` gives the bytes of the files there are, by name. */
export function templateOffers(
  graph: Pick<Graph, 'all'>,
  sizes: ReadonlyMap<string, number>,
): TemplateOffer[] {
  const areas = graph.all('focus-area').toSorted((a, b) => a.data.order - b.data.order);
  const file = (label: string, name: string, note: string): TemplateShape[] => {
    const size = sizes.get(name);
    return size === undefined
      ? []
      : [{ label, href: templateFile(name), note: `${note}, ${sizeWords(size)}`, isFile: true }];
  };
  const shapesOf = (name: string, form: string | null, interview: string | null): TemplateShape[] => [
    ...(form
      ? [{ label: 'Modulo in rete', href: form, note: 'si riempie qui, a passi', isFile: false }]
      : []),
    ...file('Modulo Word', `${name}.docx`, 'file .docx'),
    ...(interview
      ? [{ label: 'Scheda da intervista', href: interview, note: 'fogli A4 da stampare', isFile: false }]
      : []),
    ...file('Testo', `${name}.mdx`, 'file .mdx'),
  ];
  const other = (kind: Exclude<TemplateKind, 'practice'>, name: string, more: [string, string] | null) => ({
    title: templateKinds[kind],
    area: null,
    shapes: shapesOf(name, more?.[0] ?? null, more?.[1] ?? null),
  });
  return [
    ...areas.map((area) => ({
      title: area.data.title,
      area,
      shapes: shapesOf(`pratica-${area.id}`, formPage('practice', { area: area.id }), interviewPage(area.id)),
    })),
    other('workshop', 'laboratorio', [formPage('workshop'), interviewPage(null)]),
    other('activity', 'attivita', null),
    other('session', 'sessione', null),
  ];
}
