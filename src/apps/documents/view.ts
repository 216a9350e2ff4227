import {
  posterSizes,
  type Block,
  type Boxes,
  type Run,
  type Table,
  type TextDocument,
} from '../../exports/documents/document.ts';
import { el } from '../elements.ts';

interface Options {
  /** Level of the document's title in the page; its headings follow below it. */
  headingLevel?: 1 | 2 | 3 | undefined;
}

type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** Written out whole: a name put together would be taken for one that no page uses, and lose its style. */
const lookClasses = {
  read: 'look-read',
  small: 'look-small',
  warning: 'look-warning',
  quote: 'look-quote',
} as const;

/** Several documents may stand in one page: the notes of each lead to its own sources. */
let drawn = 0;

/** A document drawn in the page: the same words that go into its Word file. */
export function documentView(
  { title, kind, lead, blocks, footer, poster }: TextDocument,
  { headingLevel = 2 }: Options = {},
): HTMLElement {
  drawn += 1;
  const sourceId = (number: number): string => `fonte-${drawn}-${number}`;
  // a document whose headings begin at the second level skips none in the page
  const highest = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 3)));
  const tagAt = (level: number): HeadingTag => `h${Math.min(level, 6)}` as HeadingTag;
  const tagOf = (level: number): HeadingTag => tagAt(headingLevel + level - highest + 1);
  const article = el(
    'article',
    { class: poster ? 'document document-poster' : 'document' },
    el('header', { class: 'document-head' }, [
      el('p', { class: 'document-kind' }, kind),
      el(tagAt(headingLevel), {}, title),
      lead && el('p', { class: 'tagline' }, lead),
    ]),
    blocks.map((block) => blockView(block)),
    el('p', { class: 'document-foot' }, footer),
  );
  if (poster) {
    const { title: titlePoints, lead: leadPoints } = posterSizes(poster);
    article.style.setProperty('--letters', `${poster}pt`);
    article.style.setProperty('--letters-title', `${titlePoints}pt`);
    article.style.setProperty('--letters-lead', `${leadPoints}pt`);
  }
  return article;

  function blockView(block: Block): HTMLElement {
    switch (block.kind) {
      case 'heading':
        // one document of many: its parts have titles of their own
        return el(tagOf(block.level), { class: block.level === 1 && 'document-part' }, block.text);
      case 'paragraph':
        return el('p', { class: block.look && lookClasses[block.look] }, runsView(block.runs));
      case 'list':
        return el(
          block.ordered ? 'ol' : 'ul',
          { start: block.start?.toString(), class: block.items.every(isTicked) && 'document-ticks' },
          block.items.map((item) => el('li', {}, itemView(item))),
        );
      case 'table':
        return tableView(block);
      case 'sources':
        return el(
          'ol',
          { class: 'refs' },
          block.items.map((runs, index) => el('li', { id: sourceId(index + 1) }, runsView(runs))),
        );
      case 'blank':
        return el(
          'div',
          { class: 'document-lines' },
          Array.from({ length: block.lines }, () => el('i', { 'aria-hidden': 'true' })),
        );
      case 'boxes':
        return boxesView(block);
      case 'page-break':
        return el('div', { class: 'page-break' });
    }
  }

  /** An item that is one paragraph needs no paragraph of its own. */
  function itemView(item: readonly Block[]): (HTMLElement | string)[] {
    const [first] = item;
    return item.length === 1 && first?.kind === 'paragraph' && !first.look
      ? runsView(first.runs)
      : item.map(blockView);
  }

  function tableView({ caption, head, rows, widths, rowHeight }: Table): HTMLElement {
    const isNamed = (runs: readonly Run[]): boolean => runs.some(({ text }) => text !== '');
    const cell = (runs: readonly Run[], column: number) =>
      // a row to be filled in by hand has no name yet
      column === 0 && isNamed(runs)
        ? el('th', { scope: 'row' }, runsView(runs))
        : el(
            'td',
            {
              // beside one value, the name of its only column says nothing new
              'data-label': head.length > 2 && head[column],
            },
            runsView(runs),
          );
    return el(
      'table',
      { class: rowHeight ? 'table table-stack document-grid' : 'table table-stack' },
      el('caption', {}, caption),
      widths && el('colgroup', {}, widths.map(columnOf)),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head.map((text) => el('th', { scope: 'col' }, text)),
        ),
      ),
      groupsOf(rows).map((group) =>
        el(
          'tbody',
          {},
          group.map((row) =>
            row.length === 1
              ? el(
                  'tr',
                  { class: 'group' },
                  el('th', { colspan: String(head.length), scope: 'rowgroup' }, runsView(row[0] ?? [])),
                )
              : heightened(el('tr', {}, row.map(cell)), rowHeight),
          ),
        ),
      ),
    );
  }

  function runsView(runs: readonly Run[]): (HTMLElement | string)[] {
    return runs.flatMap((run) => [lookOf(run), ...noteView(run.notes ?? [])]);
  }

  /** As `Note.astro` prints it. */
  function noteView(numbers: readonly number[]): HTMLElement[] {
    if (numbers.length === 0) return [];
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    const links = sorted.flatMap((number, index) => [
      index > 0 && ' ',
      el(
        'a',
        { href: `#${sourceId(number)}` },
        el('span', { class: 'visually-hidden' }, ' fonte '),
        String(number),
      ),
    ]);
    return [el('sup', { class: 'note' }, links)];
  }
}

/** A box to tick is the sign of its item: it needs no other. */
const isTicked = ([first]: readonly Block[]): boolean =>
  first?.kind === 'paragraph' && /^[☐☑]/.test(first.runs[0]?.text ?? '');

/** Boxes to write in: on a narrow screen one below the other. */
function boxesView({ columns, items, height }: Boxes): HTMLElement {
  const list = el(
    'ul',
    { class: 'document-boxes' },
    items.map(({ title, hint, text }) =>
      heightened(
        el('li', {}, el('b', {}, title), hint && el('small', {}, hint), text && el('p', {}, text)),
        height,
      ),
    ),
  );
  list.style.setProperty('--columns', String(columns));
  return list;
}

function heightened(element: HTMLElement, millimetres: number | undefined): HTMLElement {
  if (millimetres) element.style.setProperty('--least', `${millimetres}mm`);
  return element;
}

function columnOf(width: number): HTMLElement {
  const column = el('col');
  column.style.width = `${width}%`;
  return column;
}

/** Each row of one cell begins a group: it is the title of those below it. */
function groupsOf(rows: Table['rows']): Table['rows'][number][][] {
  const groups: Table['rows'][number][][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.length > 1) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function lookOf({ text, bold, italic, href, undocumented }: Run): HTMLElement | string {
  if (undocumented) return el('span', { class: 'undocumented' }, text);
  // an address that is written out needs not be printed again beside itself
  const plain =
    href && isSafe(href) ? el('a', { href, class: text === href ? 'address' : false }, text) : text;
  const slanted = italic ? el('em', {}, plain) : plain;
  return bold ? el('strong', {}, slanted) : slanted;
}

/** An address that opens a page, and runs nothing. */
const isSafe = (href: string): boolean => /^(?:https?:\/\/|\/(?!\/)|#)/.test(href);
