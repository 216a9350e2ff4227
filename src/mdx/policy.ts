import type { Link, Nodes, Root } from 'mdast';
import { shown } from '../schemas/italian.ts';
import { longestAddress, webAddressProblem } from '../schemas/values.ts';
import { readAttributes, type JsxAttribute } from './attributes.ts';
import type { Finding, FindingName } from './finding.ts';
import { insteadOf } from './instead.ts';
import { plainText } from './outline.ts';
import { isComponent, vocabulary, type ComponentName } from './vocabulary.ts';
import { startOf } from './walk.ts';

/** Deny by default: a node type that is not here is refused. */
const allowed = new Set([
  'root',
  'yaml',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'thematicBreak',
  'link',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'footnoteReference',
  'footnoteDefinition',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);
/** Never inside a component that stands in a sentence. */
const blocks = new Set([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'table',
  'thematicBreak',
  'footnoteDefinition',
]);
/** What prints a link: one inside another is not HTML. */
const linked = new Set(['Term', 'Practice', 'Cite', 'Fact', 'Quote']);
const maxDepth = 20;
const maxNodes = 5000;

interface JsxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: JsxAttribute[];
  children: Nodes[];
}
type AnyNode = (Nodes | JsxNode) & { position?: { start: { line: number; column: number } } };

/** A use of a component that passed the policy, with its literal attributes. */
export interface ComponentUse {
  name: ComponentName;
  props: Record<string, string>;
  line: number;
  column: number;
}

/** A link to a page of this site, or to a point of its own, as it was written. */
export interface InternalLink {
  address: string;
  line: number;
  column: number;
}

/** A note to the writer: braces around exactly one comment and nothing else. It is dropped, never read as code. */
export function isComment(node: { type: string; value?: unknown }): boolean {
  return (
    (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
    typeof node.value === 'string' &&
    /^\s*\/\*(?:(?!\*\/)[^])*\*\/\s*$/.test(node.value)
  );
}

/** Whether a link has something to read: words, or a component, which has its own problem. */
const isWorded = ({ children }: Link): boolean =>
  children.some((child) => child.type.startsWith('mdxJsx') || plainText(child).trim() !== '');

/** Https or a page of this site (`/pratiche/…/`), or an anchor of the page. */
export function addressProblem(address: string): string | null {
  if (
    /^(?:\/(?!\/)[A-Za-z0-9/_?=&.-]*|)(?:#[A-Za-z0-9/_?=&.-]*)?$/.test(address) &&
    address !== '' &&
    address.length <= longestAddress
  )
    return null;
  // the sanitizer reads schemes as they are written
  return webAddressProblem(address) ?? (/^https?:/.test(address) ? null : 'comincia in maiuscolo');
}

/** Checks a sheet's tree against the closed lists and collects the components it uses. */
export function checkTree(tree: Root): { findings: Finding[]; uses: ComponentUse[]; links: InternalLink[] } {
  const findings: Finding[] = [];
  const uses: ComponentUse[] = [];
  const links: InternalLink[] = [];
  let count = 0;

  const report = (node: AnyNode, name: FindingName, message: string, hint: string) => {
    const start = startOf(node);
    findings.push({ name, line: start.line, column: start.column, message, hint });
  };

  const visit = (node: AnyNode, depth: number, inLink = false): void => {
    count += 1;
    if (isComment(node)) return;
    if (depth > maxDepth)
      return report(
        node,
        'too-deep',
        'Elenchi, citazioni o riquadri sono uno dentro l’altro troppe volte.',
        'Togli qualche livello: di solito bastano due.',
      );
    if (!allowed.has(node.type)) return report(node, 'forbidden-node', ...refusal(node));
    const isLink =
      node.type === 'link' ||
      node.type === 'footnoteReference' ||
      ('name' in node && node.name !== null && linked.has(node.name));
    if (inLink && isLink) {
      return report(
        node,
        'link-in-link',
        'C’è un collegamento dentro un altro.',
        'Un collegamento, una nota o un componente non stanno dentro un collegamento o dentro <Term>: mettili accanto.',
      );
    }
    if (node.type === 'link') {
      const problem = addressProblem(node.url);
      if (problem)
        report(node, 'address', `L’indirizzo ${shown(node.url, 80)} ${problem}.`, publicAddress(node.url));
      else if (/^[/#]/.test(node.url)) {
        const start = startOf(node);
        links.push({ address: node.url, line: start.line, column: start.column });
      }
      if (!isWorded(node))
        report(
          node,
          'link-empty',
          `Il collegamento a ${shown(node.url)} non ha parole.`,
          'Scrivi fra le parentesi quadre che cosa si trova là, oppure togli il collegamento.',
        );
      if (node.title)
        report(
          node,
          'link-title',
          `Il collegamento ${shown(plainText(node))} ha un titolo fra virgolette, che chi legge con il telefono o con la tastiera non vede.`,
          `Scrivi: [${plainText(node)}](${node.url})`,
        );
    }
    const isNested = depth > 1;
    if (node.type === 'heading' && (node.depth < (isNested ? 3 : 2) || node.depth > 4)) {
      report(
        node,
        'heading-level',
        `Il titolo ${shown(plainText(node))} comincia con ${'#'.repeat(node.depth)}: in una scheda i titoli tuoi sono ### e ####, e ## è delle sezioni fisse, mai dentro un riquadro.`,
        `Scrivi: ${node.depth > 4 ? '####' : '###'} ${plainText(node)}`,
      );
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkComponent(node);
    const holdsLink = inLink || node.type === 'link' || ('name' in node && node.name === 'Term');
    if ('children' in node) for (const child of node.children) visit(child, depth + 1, holdsLink);
  };

  const checkComponent = (node: JsxNode & AnyNode): void => {
    if (!isComponent(node.name)) {
      const message = `<${node.name ?? ''}> non è fra i componenti di una scheda.`;
      report(node, 'unknown-component', message, insteadOf(node.name ?? ''));
      return;
    }
    const rule = vocabulary[node.name];
    const { props, wrong } = readAttributes(node.name, node.attributes);
    if (wrong.length > 0) {
      for (const words of wrong) report(node, 'attribute', ...words);
      return;
    }
    if (rule.place === 'block' && node.type === 'mdxJsxTextElement') {
      report(
        node,
        'component-place',
        `<${node.name}> è dentro un paragrafo.`,
        `Metti <${node.name}> su una riga sua, con una riga vuota prima e dopo.`,
      );
    }
    if (rule.children === 'none' && node.children.length > 0) {
      report(
        node,
        'component-children',
        `<${node.name}> non contiene testo.`,
        `Chiudilo subito: <${node.name} … />.`,
      );
    }
    if (rule.children === 'text' && node.children.some(({ type }) => blocks.has(type))) {
      report(
        node,
        'component-children',
        `<${node.name}> contiene solo parole.`,
        `Scrivilo dentro la frase, senza righe vuote: <${node.name} …>parole</${node.name}>.`,
      );
    }
    const start = startOf(node);
    uses.push({ name: node.name, props, line: start.line, column: start.column });
  };

  visit(tree, 0);
  if (count > maxNodes)
    report(
      tree,
      'too-long',
      'Il testo della scheda è troppo lungo.',
      'Accorcialo, o dividilo in due schede.',
    );
  return { findings, uses, links };
}

/** What to write in the place of an address: itself, when only its beginning is missing. */
function publicAddress(address: string): string {
  if (/^mailto:|^tel:/i.test(address))
    return 'Al posto di un indirizzo di posta o di un telefono metti la pagina dell’ufficio: [Ufficio casa](https://…).';
  const whole = `https://${address.replace(/^\/\//, '')}`;
  return webAddressProblem(whole) === null && !/\s/.test(address)
    ? `Scrivi: ${whole}`
    : 'Scrivi un indirizzo pubblico che cominci con https://.';
}

function refusal(node: AnyNode): [message: string, hint: string] {
  if (node.type.startsWith('mdx')) {
    const code =
      'value' in node && typeof node.value === 'string' ? shown(`{${node.value.trim()}}`) : '«{ }»';
    return [
      `${code} è codice fra parentesi graffe: in una scheda non si esegue nulla.`,
      'Scrivi il testo senza { }; per un dato usa <Fact of="…" />. Per una nota a chi scrive: {/* … */}.',
    ];
  }
  switch (node.type) {
    case 'image':
    case 'imageReference':
      return [
        'Le immagini si mettono con <Figure>.',
        `Su una riga sua scrivi: <Figure src="nome.jpg" alt="${node.alt || '…'}" credit="…" />`,
      ];
    case 'linkReference':
    case 'definition':
      return [
        'Un collegamento con l’indirizzo in un altro punto della scheda non è ammesso.',
        'Scrivi l’indirizzo subito dopo le parole: [parole](https://…).',
      ];
    case 'html':
      return ['Il codice HTML non è ammesso in una scheda.', 'Usa il testo semplice o uno dei componenti.'];
    case 'code':
      return [
        'I blocchi di codice non servono in una scheda.',
        'Togli le tre virgolette inverse, o i quattro spazi all’inizio della riga.',
      ];
    default:
      return [
        'Qui c’è qualcosa che non può stare in una scheda.',
        'Usa paragrafi, elenchi, tabelle, note e i componenti previsti.',
      ];
  }
}
