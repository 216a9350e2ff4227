/**
 * The program that puts hostile inputs through the gate, one after the other, each answer on its own: the parent knows
 * which input ended the process or the time. It may do all that a build may, so that what runs leaves a trace.
 */
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import type { Root } from 'hast';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Problem } from '../../src/checks/problem.ts';
import { codes } from '../../src/checks/codes.ts';
import { readContentFile } from '../../src/checks/reading.ts';
import { compileBody, type Piece } from '../../src/mdx/compile.ts';
import { parseSheet } from '../../src/mdx/parse.ts';

export interface Answer {
  /** Milliseconds of processor, of all its threads: those that a busy machine makes one wait do not count. */
  processor: number;
  /** What the gate said against it; empty when it let it through. */
  errors: Problem[];
  /** What was let through, as a page would print it. */
  html: string;
  /** Why what was let through is not inert. */
  alive: string[];
}

/** All that may come out. Stricter than the compiler's own list where it can be: this is a second opinion. */
const inert: Schema = {
  tagNames: [
    ...[
      'p',
      'h2',
      'h3',
      'h4',
      'em',
      'strong',
      'del',
      'code',
      'br',
      'hr',
      'a',
      'blockquote',
      'ul',
      'ol',
      'li',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'span', 'sup'],
  ],
  attributes: {
    '*': ['id', 'className', 'ariaLabel', 'ariaDescribedBy', 'tabIndex', 'scope', 'start'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    section: ['dataFootnotes'],
    span: ['dataComponent', 'dataProps'],
  },
  protocols: { href: ['https', 'http'] },
  clobber: [],
};

/** Pieces as one HTML, each component as a mark that holds its attributes. */
const flat = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      'html' in piece
        ? piece.html
        : `<span data-component="${piece.component}" data-props="${attribute(JSON.stringify(piece.props))}">${flat(piece.children)}</span>`,
    )
    .join('');
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const withoutPlaces = (tree: Root) =>
  JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value)),
  ) as unknown;

function judge(text: string): { html: string; alive: string[] } {
  const alive: string[] = [];
  const { sheet } = parseSheet(text);
  if (!sheet) return { html: '', alive: ['accepted, yet it has no tree'] };
  const { sections, footnotes } = compileBody(sheet.tree);
  const html = flat([...sections.flatMap(({ pieces }) => pieces), ...footnotes]);
  const parsed = fromHtml(html, { fragment: true });
  if (!isDeepStrictEqual(withoutPlaces(parsed), withoutPlaces(sanitize(parsed, inert) as Root)))
    alive.push('another reader finds in its HTML what must not be there');
  return { html, alive };
}

function answer(text: string): Answer {
  const start = process.cpuUsage();
  const { problems, records } = readContentFile({ path: 'practices/prova.mdx', text });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const judged = errors.length === 0 ? judge(text) : { html: '', alive: [] };
  const { user, system } = process.cpuUsage(start);
  const processor = (user + system) / 1000;
  if (errors.length === 0) {
    const head = /^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? '';
    const other = parse(head, { version: '1.2', schema: 'core' }) as unknown;
    // zod trims paragraphs; nothing else may differ
    if (JSON.stringify(trimmed(records[0]?.data)) !== JSON.stringify(trimmed(other)))
      judged.alive.push('another reader of YAML finds other data in it');
  }
  // the lists of the policy are to be closed by themselves: the sanitizer is a second lock, not the first
  if (errors.some(({ code }) => code === codes['unsafe-html'].code))
    judged.alive.push('only the sanitizer saw it');
  if ('ran' in globalThis || 'ran' in {}) judged.alive.push('it ran, or changed every object');
  return { processor, errors, ...judged };
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, trimmed(item)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

process.on('message', (texts: string[]) => void answerAll(texts));

async function answerAll(texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    let result: Answer;
    try {
      result = answer(text);
    } catch (error) {
      result = {
        processor: 0,
        errors: [],
        html: '',
        alive: [`it threw: ${error instanceof Error ? String(error.stack) : String(error)}`],
      };
    }
    await new Promise((sent) => process.send?.(result, sent));
  }
}
