import type { Nodes, Root } from 'mdast';
import { parseMdx } from '#mdx-parser';
import { invisible } from '../schemas/invisible.ts';
import { shown } from '../schemas/italian.ts';
import { collections, registry } from '../schemas/registry.ts';
import type { Finding, FindingName } from './finding.ts';
import { insteadOf } from './instead.ts';
import { isComponent, vocabulary } from './vocabulary.ts';
import { startOf } from './walk.ts';

export interface ParsedSheet {
  /** The YAML between the two `---` lines, without them; its first line is line 2 of the file. */
  frontMatter: string;
  /** The whole file as a tree, with positions in the file. Nothing in it has run. */
  tree: Root;
}

const finding = (
  name: FindingName,
  line: number,
  column: number,
  message: string,
  hint: string,
): Finding => ({
  name,
  line,
  column,
  message,
  hint,
});

/** The parser takes minutes over tens of thousands of these; a sheet needs tens. */
const most = [
  [
    '{',
    500,
    'Ci sono troppe parentesi graffe.',
    'Togli le parentesi graffe: servono solo alle note {/* … */}.',
  ],
  [
    '<',
    1000,
    'Ci sono troppi segni «<».',
    'Togli i componenti di troppo; per il simbolo «minore» scrivi &lt;.',
  ],
  ['&', 1000, 'Ci sono troppi segni «&».', 'Scrivi le lettere come sono, senza &.'],
] as const;

const codeLine = /^[^\S\n]*(?:import|export)\b/m;

/** What may not even reach the parser: it is native code, and some of these end the whole process. */
function lexicalFindings(text: string): Finding[] {
  const found: Finding[] = [];
  for (const [sign, limit, message, hint] of most)
    if (text.split(sign).length > limit) found.push(finding('too-many-braces', 1, 1, message, hint));
  if (!codeLine.test(text)) return found;
  text.split('\n').forEach((content, index) => {
    const at = index + 1;
    if (codeLine.test(content))
      found.push(
        finding(
          'code',
          at,
          1,
          `La riga ${shown(content)} comincia come un programma, con «import» o «export»: in un file MDX sarebbe codice.`,
          'Cambia l’inizio della frase, o togli la riga.',
        ),
      );
  });
  return found;
}

const sectionLine = new RegExp(
  `^## (?:${collections
    .flatMap((kind) => {
      const { store } = registry[kind];
      return store.shape === 'sheet' ? store.sections : [];
    })
    .join('|')})$`,
  'm',
);
/** A line that was meant to be «---»: an editor made a dash of it, or it has signs or spaces too many. */
const almostMarks = /^[^\S\n]*[-–—]+[^\S\n]*$/gm;

/** Which of the two lines around the data is missing, and where it goes. */
function unbounded(text: string): Finding {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  if (!text.startsWith('---\n'))
    return finding(
      'front-matter-missing',
      1,
      1,
      'La scheda non comincia con il blocco dei dati fra due righe «---».',
      'La prima riga deve essere «---»; dopo i dati, un’altra riga «---».',
    );
  const section = sectionLine.exec(text);
  const almost = [...text.slice(0, section?.index).matchAll(almostMarks)].find(
    ({ 0: marks }) => marks !== '---' && marks.trim() !== '-',
  );
  if (almost)
    return finding(
      'front-matter-missing',
      lineAt(almost.index),
      1,
      `La riga ${shown(almost[0])} non chiude i dati: lì vanno tre trattini e nient’altro, nemmeno spazi.`,
      'Riscrivila: ---',
    );
  return finding(
    'front-matter-missing',
    section ? lineAt(section.index) : 1,
    1,
    'Manca la seconda riga «---», che chiude i dati.',
    section
      ? `Mettila su una riga sua prima di «${section[0]}».`
      : 'Mettila su una riga sua fra i dati e il testo.',
  );
}

/** What stands between the two fences, unread; null where there are no fences. */
export const frontMatterOf = (text: string): string | null => /^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? null;

/** What a writer wrote below the data. */
export const textBelow = (text: string): string =>
  text.slice(4 + (frontMatterOf(text) ?? '').length + 4).trim();

/**
 * Reads a sheet into front matter and tree, or says why it cannot. A last line without its end is read all the same.
 * What is wrong with a text does not hide what is wrong with its data: they are given where they can be told apart.
 */
export function parseSheet(
  written: string,
): { sheet: ParsedSheet; findings: [] } | { sheet: null; frontMatter: string | null; findings: Finding[] } {
  const text = written.endsWith('\n') ? written : `${written}\n`;
  const findings = lexicalFindings(text);
  const between = frontMatterOf(text);
  // a line of the text that looks like the missing one does not make data of the text above it
  const frontMatter = between === null || sectionLine.test(between) ? null : between;
  if (frontMatter === null) findings.unshift(unbounded(text));
  if (frontMatter === null || findings.length > 0) return { sheet: null, frontMatter, findings };
  try {
    const tree = plain(parseMdx(text));
    const stray = strayIn(tree, text);
    if (stray) return { sheet: null, frontMatter, findings: [stray] };
    return { sheet: { frontMatter, tree }, findings: [] };
  } catch (error) {
    return { sheet: null, frontMatter, findings: [parserFinding(error, text)] };
  }
}

/**
 * The parser's nodes read their children anew each time they are asked, and a dozen checks ask. Below the depth that a
 * text may have they stay as they are: following a hostile one to its end would use up the stack.
 */
function plain<N extends Nodes>(node: N, depth = 0): N {
  if (!('children' in node) || depth > 30) return node;
  return { ...node, children: node.children.map((child) => plain(child, depth + 1)) };
}

/** What a table, a row and a list hold, and nothing else does. */
const held = new Map([
  ['table', 'tableRow'],
  ['tableRow', 'tableCell'],
  ['list', 'listItem'],
]);
const heldOnly = new Set(held.values());

/**
 * What no text can be made of: a component opened in a cell and closed below makes the parser build tables of
 * paragraphs, and a reference can hide a character that turns the words around.
 */
function strayIn(tree: Root, written: string): Finding | undefined {
  const waiting: Nodes[] = [tree];
  const mayHide = written.includes('&');
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { line, column } = startOf(node);
    const hidden = mayHide ? wordsOf(node).map((words) => invisible.exec(words)?.[0]) : [];
    // one that stands in the text as it is has its own problem
    if (hidden.some((sign) => sign && !written.includes(sign))) {
      const message = 'Un segno scritto con & diventa un carattere invisibile.';
      return finding(
        'mdx-syntax',
        line,
        column,
        message,
        'Togli il segno che comincia con & e finisce con ;.',
      );
    }
    if (!('children' in node)) continue;
    const expected = held.get(node.type);
    for (const child of node.children) {
      if (expected ? child.type !== expected : heldOnly.has(child.type)) {
        const { line, column } = (child.position ?? node.position)?.start ?? { line: 1, column: 1 };
        const message =
          'Qui una tabella o un elenco si mescola con un componente che comincia o finisce altrove.';
        return finding(
          'mdx-syntax',
          line,
          column,
          message,
          'Apri e chiudi il componente nella stessa cella o voce.',
        );
      }
      waiting.push(child);
    }
  }
  return undefined;
}

/** All that a node may print or ask for; raw, such a character is refused before, but `&#x202e;` is plain to see. */
function wordsOf(node: Nodes): string[] {
  const { value, url, title, attributes } = node as unknown as Record<string, unknown>;
  const given = Array.isArray(attributes)
    ? attributes.map((attribute: { value?: unknown }) => attribute.value)
    : [];
  return [value, url, title, ...given].filter((words) => typeof words === 'string');
}

function parserFinding(error: unknown, written: string): Finding {
  const text = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1'] = /^(\d+):(\d+)/.exec(text) ?? [];
  const tag = /closing tag for `<([^>`]*)>`/.exec(text)?.[1];
  const stopped = written.split('\n')[Number(line) - 1] ?? '';
  const words = tag === undefined ? unreadable(stopped, Number(column)) : unclosed(tag);
  return finding('mdx-syntax', Number(line), Number(column), ...words);
}

function unclosed(tag: string): [message: string, hint: string] {
  if (!isComponent(tag))
    return [`<${tag}> non viene chiuso e non è fra i componenti di una scheda.`, insteadOf(tag)];
  const message = `Il componente <${tag}> non viene chiuso.`;
  return vocabulary[tag].children === 'none'
    ? [message, `Chiudilo subito: <${tag} … />.`]
    : [message, `Aggiungi </${tag}> dove finisce.`];
}

function unreadable(line: string, column: number): [message: string, hint: string] {
  // the parser stops at the sign or just after it
  const sign = /^.{0,2}?<(!--|[\d=,.])/.exec(line.slice(Math.max(0, column - 3)))?.[1];
  if (sign === '!--')
    return ['Le note <!-- … --> non sono ammesse in una scheda.', 'Per una nota a chi scrive usa {/* … */}.'];
  if (sign)
    return [
      `Qui «<${sign}» sembra l’inizio di un componente.`,
      'Se è il simbolo «minore», metti uno spazio dopo <.',
    ];
  const stop = line.slice(column - 1).trim();
  return [
    stop
      ? `Da ${shown(stop)} in poi il testo non si riesce a leggere.`
      : 'Qui il testo non si riesce a leggere.',
    'Controlla i simboli < e { in questa riga: se non sono componenti, scrivili &lt; e &#123;.',
  ];
}
