import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';

export interface Place {
  line: number;
  column: number;
}
export interface YamlFinding extends Place {
  code: string;
  message: string;
  hint: string;
}
export interface YamlText {
  data: unknown;
  findings: YamlFinding[];
  /** Where a value stands; of a missing one, where its parent does. */
  locate(path: readonly PropertyKey[]): Place;
  /** A value as it was typed: `1.200` is a number that reads 1.2. */
  written(path: readonly PropertyKey[]): string | undefined;
  /** Where a key stands inside the map at `path`. */
  locateKey(path: readonly PropertyKey[], key: string): Place;
}

const maxDepth = 12;

/**
 * Reads YAML 1.2 strictly: no anchors, aliases, tags, merge keys or repeated keys, so that a file means what it shows.
 * @param firstLine line of the file on which the text starts
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    merge: false,
    lineCounter: counter,
    prettyErrors: false,
  });
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const findings: YamlFinding[] = [...document.errors, ...document.warnings].map((error) => ({
    ...place(error.pos[0]),
    code: 'yaml-syntax',
    ...syntaxText(error.code),
  }));
  if (findings.length === 0) findings.push(...forbidden(document, place));
  const data: unknown = findings.length === 0 ? document.toJS() : null;
  const locate = (path: readonly PropertyKey[]) => place(offsetOf(document, path));
  return {
    data,
    findings,
    locate,
    written: (path) => {
      const node = document.getIn(path as (string | number)[], true);
      return isScalar(node) ? node.source : undefined;
    },
    locateKey: (path, key) => {
      const map = path.length === 0 ? document.contents : document.getIn(path as (string | number)[], true);
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      return pair && isNode(pair.key) && pair.key.range ? place(pair.key.range[0]) : locate(path);
    },
  };
}

/**
 * The place of a value, read again only when somebody asks: a good sheet is never asked, and keeping the parsed
 * document of ten thousand sheets would take gigabytes.
 */
export const laterPlace = (text: string, firstLine: number): Pick<YamlText, 'locate' | 'written'> => ({
  locate: (path) => readYaml(text, firstLine).locate(path),
  written: (path) => readYaml(text, firstLine).written(path),
});

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length) as (string | number)[], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function forbidden(document: Document, place: (offset: number) => Place): YamlFinding[] {
  const found: YamlFinding[] = [];
  const add = (offset: number, what: string, hint: string) =>
    found.push({ ...place(offset), code: 'yaml-forbidden', message: what, hint });
  visit(document, (key, node, path) => {
    if (!isNode(node)) {
      if (
        isPair(node) &&
        isScalar(node.key) &&
        ['__proto__', 'constructor', 'prototype'].includes(String(node.key.value))
      ) {
        add(node.key.range?.[0] ?? 0, `Il campo «${String(node.key.value)}» non è ammesso.`, 'Toglilo.');
      }
      return undefined;
    }
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node) || ('anchor' in node && node.anchor))
      add(
        offset,
        'Richiami con & o * non sono ammessi.',
        'Riscrivi il valore per intero; se il testo comincia con & o *, mettilo fra virgolette.',
      );
    if (node.tag)
      add(
        offset,
        'Le etichette con ! non sono ammesse.',
        'Toglila; se il testo comincia con !, mettilo fra virgolette.',
      );
    if (key === 'key' && !(isScalar(node) && typeof node.value === 'string'))
      add(
        offset,
        'Il nome di un campo deve essere una parola.',
        'Controlla i due punti e i rientri di questa riga.',
      );
    if (path.length > maxDepth * 2) {
      add(offset, 'I dati sono annidati troppe volte.', 'Semplifica la struttura.');
      return visit.BREAK;
    }
    return undefined;
  });
  return found;
}

function syntaxText(code: string): { message: string; hint: string } {
  const texts: Record<string, [string, string]> = {
    DUPLICATE_KEY: ['Lo stesso campo è scritto due volte.', 'Tieni una sola delle due righe.'],
    BAD_INDENT: [
      'Il rientro di questa riga non torna.',
      'Allinea la riga con le altre dello stesso elenco, con spazi e non tabulazioni.',
    ],
    TAB_AS_INDENT: ['C’è una tabulazione al posto degli spazi.', 'Usa due spazi per ogni rientro.'],
    MISSING_CHAR: [
      'Manca una virgoletta o una parentesi.',
      'Controlla che ogni virgoletta aperta sia chiusa.',
    ],
    UNEXPECTED_TOKEN: [
      'Qui c’è un segno che non ci si aspetta.',
      'Metti il testo fra virgolette se contiene : # { } [ ] o comincia con un segno.',
    ],
    BLOCK_AS_IMPLICIT_KEY: [
      'Qui c’è un segno che non ci si aspetta.',
      'Metti il testo fra virgolette se contiene due punti seguiti da uno spazio.',
    ],
    MULTILINE_IMPLICIT_KEY: ['Manca un «:» dopo il nome del campo.', 'Scrivi «campo: valore».'],
  };
  const [message, hint] = texts[code] ?? [
    'I dati di questa riga non si riescono a leggere.',
    'Controlla due punti, rientri e virgolette; un testo con «: » va fra virgolette.',
  ];
  return { message, hint };
}
