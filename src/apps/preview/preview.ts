import '../plain-zod.ts';
import PracticeArticle from '../../components/practice/PracticeArticle.astro';
import WorkshopArticle from '../../components/workshop/WorkshopArticle.astro';
import type { FormLists } from '../../exports/form-lists.ts';
import type { Graph } from '../../knowledge/graph.ts';
import { noHistory } from '../../knowledge/history.ts';
import { practiceViewOf } from '../../knowledge/practice-view.ts';
import { formListsFile, pageOf, type FormKind } from '../../knowledge/routes.ts';
import { workshopViewOf } from '../../knowledge/workshop-view.ts';
import type { CompiledBody } from '../../mdx/compile.ts';
import { el } from '../elements.ts';
import { draw, type Component } from './draw.ts';
import { markupOf, nodesOf } from './markup.ts';
import { readSheet, type PreviewedSheet } from './sheet.ts';
import { unchosen } from './unfinished.ts';

/**
 * What the page of a sheet will show, made of the text of its file by what makes the pages: the content of its `<main>`.
 * A draft has words in the place of what it lacks, and begins with a list of it; of a text that the checks refuse only
 * what is wrong is said. What only the whole base knows is said in a sentence.
 * @param id name of the file without `.mdx`
 * @param given the lists of the site, where they are at hand already
 */
export async function previewOf(
  kind: FormKind,
  id: string,
  text: string,
  given?: FormLists,
): Promise<DocumentFragment> {
  const lists = given ?? (await listsOfSite());
  const read = readSheet(kind, id, text, lists);
  if (!read.sheet) return refusal(read.errors);
  const page = await pageOfSheet(kind, id, read.sheet).catch((error: unknown) => {
    // what a draft lacks may be what its text speaks of
    if (read.missing.length > 0) return refusal(read.missing);
    throw error;
  });
  tellUnknown(
    page,
    lists[kind].some((entry) => entry.id === id),
  );
  if (read.missing.length > 0 && page.querySelector('article')) {
    for (const link of page.querySelectorAll(`a[href$="/${unchosen}/"]`))
      link.replaceWith(...link.childNodes);
    page.prepend(unfinished(read.missing));
  }
  return page;
}

const pageOfSheet = async (kind: FormKind, id: string, { graph, body }: PreviewedSheet) =>
  nodesOf(markupOf(await draw(...articleOf(kind, id, graph, body))));

function articleOf(
  kind: FormKind,
  id: string,
  graph: Graph,
  body: CompiledBody,
): [component: Component, props: Record<string, unknown>] {
  const address = new URL(pageOf(kind, id), import.meta.env.SITE).href;
  const rest = { body, address, history: noHistory() };
  return kind === 'practice'
    ? [PracticeArticle as Component, { view: practiceViewOf(graph, graph.get('practice', id)), ...rest }]
    : [WorkshopArticle as Component, { view: workshopViewOf(graph, graph.get('workshop', id)), ...rest }];
}

let asked: Promise<FormLists> | undefined;

/** Asked once for a visit; after a failure it is asked again. */
function listsOfSite(): Promise<FormLists> {
  asked ??= fetch(formListsFile).then(async (answer) => {
    if (!answer.ok) throw new Error(`${formListsFile} answers ${answer.status}`);
    return (await answer.json()) as FormLists;
  });
  asked.catch(() => (asked = undefined));
  return asked;
}

/** What stands in the place of the parts that are made from all sheets together. */
function tellUnknown(page: DocumentFragment, isPublished: boolean): void {
  const tell = (part: string, sentence: string): void => {
    const section = page.querySelector(`section[aria-labelledby="${part}"]`);
    const title = section?.querySelector('h2');
    if (title) section?.replaceChildren(title, el('p', {}, sentence));
  };
  tell('vicine', 'Le schede vicine si scelgono da sole quando la scheda è pubblicata.');
  if (isPublished) {
    tell(
      'presentata',
      'I laboratori e le sessioni che ne parlano, con le domande nate lì, restano quelli della pagina pubblicata.',
    );
    tell('storia', 'La storia resta quella della pagina pubblicata, con queste modifiche in cima.');
  }
  // how many sheets answer a need that came up is counted on the day of publication
  const needs = page.querySelector('#bisogni-emersi')?.parentElement;
  for (const count of needs?.querySelectorAll('.left-list small') ?? []) count.remove();
}

function refusal(errors: readonly string[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(
    el(
      'div',
      { class: 'wrap page-body' },
      el('p', {}, 'La pagina non si può ancora mostrare: mancano o non vanno bene queste cose.'),
      el('ul', { class: 'remarks' }, ...errors.map((message) => el('li', {}, message))),
    ),
  );
  return fragment;
}

/** Says of a draft what it lacks: the page below has words in its place. */
const unfinished = (missing: readonly string[]): HTMLElement =>
  el(
    'div',
    { class: 'wrap preview-draft' },
    el(
      'details',
      {},
      el('summary', {}, `È una bozza: per pubblicarla ${missing.length === 1 ? 'manca una cosa' : `mancano ${missing.length} cose`}`),
      el('ul', { class: 'remarks' }, ...missing.map((message) => el('li', {}, message))),
    ),
  ); // prettier-ignore
