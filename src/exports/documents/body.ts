import type { FootnoteDefinition, List, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { factText } from '../../knowledge/fact-text.ts';
import { findGroup } from '../../knowledge/facts.ts';
import { pageOf } from '../../knowledge/routes.ts';
import type { TextContext } from '../../knowledge/text-context.ts';
import { calloutKinds } from '../../schemas/labels.ts';
import { addressFrom, routeFrom } from './addresses.ts';
import { attributesOf, bodyTree, isJsx, unknownIn, type Jsx } from '../../mdx/body-tree.ts';
import type { Block, Run } from './document.ts';

export interface Body {
  sections: { title: string; blocks: Block[] }[];
  /** The glossary entries that the writers marked, in the order of reading. */
  terms: string[];
}

type Look = Extract<Block, { kind: 'paragraph' }>['look'];
type Style = Pick<Run, 'bold' | 'italic' | 'href'>;

/** Components that make paragraphs, also when they are written inside a line. */
const blockComponents = new Set(['Callout', 'Steps', 'Quote', 'Figure']);
/** What a paragraph is made of. */
const phrasing = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/**
 * The text of a sheet, section by section, ready to be printed away from the site: every component has become words.
 * @throws Error on anything that it does not know
 */
export function bodyOf({ text, page }: Pick<OpenedSheet, 'text' | 'page'>, context: TextContext): Body {
  const tree = bodyTree(text);
  const definitions = new Map(footnotesIn(tree).map((note) => [note.identifier, note]));
  const letters = new Map<string, string>();
  const terms = new Set<string>();
  /** Footnotes to print when the section ends. */
  let waiting: FootnoteDefinition[] = [];
  let tables = 0;

  const sections: { title: string; nodes: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2)
      sections.push({ title: wordsIn(runsOf(node.children)), nodes: [] });
    else if (sections.length > 0) sections.at(-1)?.nodes.push(node);
    else if (blockOf(node).length > 0) throw unknownIn('parole prima della prima sezione');
  }
  return { sections: sections.map(sectionOf), terms: [...terms] };

  function sectionOf({ title, nodes }: (typeof sections)[number]): Body['sections'][number] {
    const blocks = blocksOf(nodes);
    // a footnote may bring another
    for (let note = waiting.shift(); note; note = waiting.shift()) blocks.push(...footnote(note));
    return { title, blocks };
  }

  function footnote(note: FootnoteDefinition): Block[] {
    const sign: Run = { text: `${letters.get(note.identifier) ?? ''}. ` };
    return startedWith(sign, blocksOf(note.children, 'small'));
  }

  /** Words that stand beside blocks make a paragraph of their own. */
  function blocksOf(nodes: readonly Nodes[], look?: Look): Block[] {
    const blocks: Block[] = [];
    let line: PhrasingContent[] = [];
    const endLine = () => {
      if (line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
        blocks.push(...paragraphOf(line, look));
      line = [];
    };
    for (const node of nodes) {
      if (phrasing.has(node.type)) {
        line.push(node as PhrasingContent);
        continue;
      }
      endLine();
      blocks.push(...blockOf(node, look));
    }
    endLine();
    return blocks;
  }

  function blockOf(node: Nodes, look?: Look): Block[] {
    switch (node.type) {
      case 'paragraph':
        return paragraphOf(node.children, look);
      case 'heading':
        return [{ kind: 'heading', level: node.depth === 3 ? 2 : 3, text: wordsIn(runsOf(node.children)) }];
      case 'list':
        return [listOf(node, look)];
      case 'table':
        return [tableOf(node)];
      case 'blockquote':
        return blocksOf(node.children, 'quote');
      case 'mdxJsxFlowElement':
        return componentBlocks(node, look);
      case 'mdxFlowExpression':
        return commentOnly(node.value);
      case 'thematicBreak':
      // printed where the text refers to it
      case 'footnoteDefinition':
        return [];
      default:
        throw unknownIn(`«${node.type}»`);
    }
  }

  function paragraphOf(children: Paragraph['children'], look?: Look): Block[] {
    const worded = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const isBlock = (node: Nodes) => isJsx(node) && blockComponents.has(node.name ?? '');
    if (worded.some(isBlock) && worded.every((node) => isJsx(node)))
      return worded.flatMap((node) => componentBlocks(node as Jsx, look));
    const runs = runsOf(children);
    return runs.length > 0 ? [{ kind: 'paragraph', runs, look }] : [];
  }

  function listOf({ ordered, start, children }: List, look?: Look): Block {
    const items = children.map((item) => {
      const blocks = blocksOf(item.children, look);
      const mark = item.checked === true ? '☑ ' : '☐ ';
      return typeof item.checked === 'boolean' ? startedWith({ text: mark }, blocks) : blocks;
    });
    return { kind: 'list', ordered: ordered === true, items, ...(start && start > 1 ? { start } : {}) };
  }

  function tableOf({ children: [head, ...rows] }: Table): Block {
    tables += 1;
    return {
      kind: 'table',
      caption: `Tabella ${tables}`,
      head: (head?.children ?? []).map((cell) => wordsIn(runsOf(cell.children))),
      rows: rows.map((row) => row.children.map((cell) => runsOf(cell.children))),
    };
  }

  function componentBlocks(node: Jsx, look?: Look): Block[] {
    const given = attributesOf(node);
    switch (node.name) {
      case 'Steps':
        return blocksOf(node.children, look);
      case 'Callout': {
        const kind = given.kind as keyof typeof calloutKinds;
        if (!Object.hasOwn(calloutKinds, kind)) throw unknownIn('un riquadro di un tipo sconosciuto');
        const own = blocksOf(node.children, kind === 'warning' ? 'warning' : 'quote');
        return startedWith({ text: `${calloutKinds[kind]}. `, bold: true }, own);
      }
      case 'Quote': {
        const publisher = context.sources.find(({ id }) => id === given.source)?.publisher ?? '';
        return [
          ...blocksOf(node.children, 'quote'),
          { kind: 'paragraph', look: 'small', runs: [{ text: publisher, notes: [noteOf(given.source)] }] },
        ];
      }
      case 'Figure':
        return [
          {
            kind: 'paragraph',
            look: 'small',
            runs: [
              { text: `Figura: ${given.alt ?? ''} Crediti: ${given.credit ?? ''}. L’immagine è nella ` },
              { text: 'pagina della scheda', href: page },
              { text: '.' },
            ],
          },
        ];
      default:
        return [{ kind: 'paragraph', runs: joined(componentRuns(node, {})), look }];
    }
  }

  function runsOf(nodes: readonly Nodes[], style: Style = {}): Run[] {
    return joined(nodes.flatMap((node) => runOf(node, style)));
  }

  function runOf(node: Nodes, style: Style): Run[] {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replace(/[ \t]*\n[ \t]*/g, ' '), ...style }];
      case 'inlineCode':
        return [{ text: node.value, ...style }];
      case 'break':
        return [{ text: '\n', ...style }];
      case 'strong':
        return runsOf(node.children, { ...style, bold: true });
      case 'emphasis':
        return runsOf(node.children, { ...style, italic: true });
      case 'delete':
        return [...runsOf(node.children, style), { text: ' (testo barrato)', ...style }];
      case 'link':
        return runsOf(node.children, { ...style, href: wholeAddress(node.url) });
      case 'footnoteReference':
        return [{ text: ` (nota ${letterOf(node.identifier)})` }];
      case 'mdxTextExpression':
        commentOnly(node.value);
        return [];
      case 'mdxJsxTextElement':
        return componentRuns(node, style);
      default:
        throw unknownIn(`«${node.type}»`);
    }
  }

  function componentRuns(node: Jsx, style: Style): Run[] {
    const given = attributesOf(node);
    switch (node.name) {
      case 'Fact': {
        const { of = '', scope, source } = given;
        const group = findGroup(context.groups, of, { scope, source });
        if (!group) throw unknownIn(`il dato «${of}», che non ha`);
        const { text: value, isOpen, cited } = factText(group, source);
        const open = isOpen ? ' (le fonti non concordano)' : '';
        return [{ text: value + open, notes: cited.map((fact) => noteOf(fact.source)), ...style }];
      }
      case 'Cite':
        return [{ text: '', notes: [noteOf(given.source)] }];
      case 'Term':
        terms.add(given.id ?? '');
        return runsOf(node.children, style);
      case 'Practice': {
        const id = given.id ?? '';
        const href = routeFrom(page, pageOf('practice', id));
        return [{ text: context.graph.get('practice', id).data.title, ...style, href }];
      }
      case 'Quote':
        return [
          { text: '«', ...style },
          ...runsOf(node.children, style),
          { text: '»', ...style, notes: [noteOf(given.source)] },
        ];
      default:
        throw unknownIn(`<${node.name ?? ''}>`);
    }
  }

  function noteOf(source = ''): number {
    const number = context.numberOf(source);
    if (number === 0) throw unknownIn(`la fonte «${source}», che non ha`);
    return number;
  }

  /** Footnotes are lettered, because numbers mean sources: in the order in which the text first names them. */
  function letterOf(identifier: string): string {
    const known = letters.get(identifier);
    if (known) return known;
    const definition = definitions.get(identifier);
    if (!definition) throw unknownIn(`la nota «${identifier}», che non ha`);
    const sign = letterAt(letters.size);
    letters.set(identifier, sign);
    waiting = [...waiting, definition];
    return sign;
  }

  function wholeAddress(url: string): string {
    if (/^\/(?!\/)/.test(url)) return addressFrom(page, url as `/${string}`);
    if (url.startsWith('#')) return new URL(url, page).href;
    if (/^https?:\/\//i.test(url)) return url;
    throw unknownIn('un collegamento che non porta a una pagina');
  }
}

const footnotesIn = (node: Nodes): FootnoteDefinition[] => [
  ...(node.type === 'footnoteDefinition' ? [node] : []),
  ...('children' in node ? node.children.flatMap((child) => footnotesIn(child)) : []),
];

/** A note stands against the word before it, however the writer spaced it. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const isNote = run.text === '' && run.notes !== undefined;
    // two notes apart would read as one number
    if (isNote && out.at(-1)?.text.trim() === '' && out.at(-2)?.notes) out.pop();
    const last = out.at(-1);
    if (isNote && last)
      out[out.length - 1] = {
        ...last,
        text: last.text.trimEnd(),
        notes: [...(last.notes ?? []), ...(run.notes ?? [])],
      };
    else if (run.text !== '' || run.notes) out.push(run);
  }
  return out;
}

/** The blocks with a few words before the first paragraph; in one of their own where there is none. */
function startedWith(run: Run, [first, ...rest]: readonly Block[]): Block[] {
  if (first?.kind === 'paragraph') return [{ ...first, runs: [run, ...first.runs] }, ...rest];
  const own: Block = { kind: 'paragraph', runs: [{ ...run, text: run.text.trimEnd() }] };
  return first ? [own, first, ...rest] : [own];
}

/** For what can hold words alone: a heading, the head of a table. */
const wordsIn = (runs: readonly Run[]): string =>
  runs
    .map(({ text, notes = [] }) => text + (notes.length > 0 ? ` (fonte ${notes.join(', ')})` : ''))
    .join('')
    .trim();

/** A note to the writer is dropped; anything else between braces would be code. */
function commentOnly(value: string): [] {
  if (!/^\/\*(?:(?!\*\/)[^])*\*\/$/.test(value.trim())) throw unknownIn('codice fra graffe');
  return [];
}

/** a … z, aa, ab … */
function letterAt(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? letterAt(before - 1) : '') + String.fromCharCode(97 + (index % 26));
}
