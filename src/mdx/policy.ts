import type { Nodes, Root } from 'mdast';
import { webAddressProblem } from '../schemas/values.ts';
import type { Finding } from './finding.ts';
import { isComponent, vocabulary, type ComponentName } from './vocabulary.ts';

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
  attributes: { type: string; name?: string; value?: unknown }[];
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

/** A link to a page of this site, as it was written. */
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

/** Https or a page of this site (`/pratiche/…/`), or an anchor of the page. */
export function addressProblem(address: string): string | null {
  if (/^(\/(?!\/)|#)[A-Za-z0-9/_?=&.-]*$/.test(address)) return null;
  return webAddressProblem(address);
}

/** Checks a sheet's tree against the closed lists and collects the components it uses. */
export function checkTree(tree: Root): { findings: Finding[]; uses: ComponentUse[]; links: InternalLink[] } {
  const findings: Finding[] = [];
  const uses: ComponentUse[] = [];
  const links: InternalLink[] = [];
  let count = 0;

  const report = (node: AnyNode, code: string, message: string, hint: string) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    findings.push({ code, line: start.line, column: start.column, message, hint });
  };

  const visit = (node: AnyNode, depth: number, inLink = false): void => {
    count += 1;
    if (isComment(node)) return;
    if (depth > maxDepth)
      return report(
        node,
        'too-deep',
        'Elenchi o riquadri annidati troppe volte.',
        'Semplifica la struttura.',
      );
    if (!allowed.has(node.type)) return report(node, 'forbidden-node', ...refusal(node.type));
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
        report(
          node,
          'address',
          `L’indirizzo «${node.url.slice(0, 80)}» ${problem}.`,
          'Scrivi un indirizzo pubblico che cominci con https://.',
        );
      else if (node.url.startsWith('/')) {
        const start = node.position?.start ?? { line: 1, column: 1 };
        links.push({ address: node.url, line: start.line, column: start.column });
      }
    }
    const isNested = depth > 1;
    if (node.type === 'heading' && (node.depth < (isNested ? 3 : 2) || node.depth > 4)) {
      report(
        node,
        'heading-level',
        'Nel testo si usano solo titoli ## (le sezioni fisse, mai dentro un riquadro), ### e ####.',
        'Cambia il numero di # davanti al titolo.',
      );
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkComponent(node);
    const holdsLink = inLink || node.type === 'link' || ('name' in node && node.name === 'Term');
    if ('children' in node) for (const child of node.children) visit(child, depth + 1, holdsLink);
  };

  const checkComponent = (node: JsxNode & AnyNode): void => {
    if (!isComponent(node.name)) {
      report(
        node,
        'unknown-component',
        `<${node.name ?? ''}> non è fra i componenti di una scheda.`,
        `Usa ${Object.keys(vocabulary).join(', ')}, oppure scrivi &lt; al posto di <.`,
      );
      return;
    }
    const rule = vocabulary[node.name];
    const props: Record<string, string> = {};
    for (const attribute of node.attributes) {
      if (
        attribute.type !== 'mdxJsxAttribute' ||
        typeof attribute.name !== 'string' ||
        typeof attribute.value !== 'string' ||
        Object.hasOwn(props, attribute.name)
      ) {
        report(
          node,
          'attribute',
          `In <${node.name}> un attributo non è un testo fra virgolette, o è ripetuto.`,
          'Scrivi attributi come nome="valore", uno per nome.',
        );
        return;
      }
      Object.defineProperty(props, attribute.name, { value: attribute.value, enumerable: true });
    }
    const parsed = rule.props.safeParse(props);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const where = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
        report(
          node,
          'attribute',
          `In <${node.name}> l’attributo «${where}» manca, non è previsto o non va bene.`,
          `Attributi previsti: ${Object.keys(rule.props.shape).join(', ') || 'nessuno'}.`,
        );
      }
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
    const start = node.position?.start ?? { line: 1, column: 1 };
    uses.push({ name: node.name, props, line: start.line, column: start.column });
  };

  visit(tree, 0);
  if (count > maxNodes) report(tree, 'too-long', 'La scheda è troppo lunga.', 'Dividila o accorciala.');
  return { findings, uses, links };
}

function refusal(type: string): [message: string, hint: string] {
  if (type.startsWith('mdx')) {
    return [
      'Le parentesi graffe e il codice non sono ammessi in una scheda.',
      'Scrivi il testo senza { }; per un dato usa <Fact of="…"/>. Per una nota a chi scrive: {/* … */}.',
    ];
  }
  if (type === 'image' || type === 'imageReference') {
    return [
      'Le immagini si mettono con <Figure>.',
      'Scrivi <Figure src="nome.jpg" alt="…" credit="…"/> su una riga sua.',
    ];
  }
  if (type === 'html')
    return ['Il codice HTML non è ammesso in una scheda.', 'Usa il testo semplice o uno dei componenti.'];
  if (type === 'code')
    return [
      'I blocchi di codice non servono in una scheda.',
      'Togli le tre virgolette inverse, o i quattro spazi all’inizio della riga.',
    ];
  return [
    `Qui c’è un elemento (${type}) che non può stare in una scheda.`,
    'Usa paragrafi, elenchi, tabelle, note e i componenti previsti.',
  ];
}
