import {
  COLLECTION_STYLE,
  constructFromEvents,
  CORE_SCHEMA,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import type { Place } from '../mdx/place.ts';
import { invisible } from '../schemas/invisible.ts';
import { shown } from '../schemas/italian.ts';

interface Told<Name> extends Place {
  name: Name;
  message: string;
  hint: string;
}
export type YamlFinding = Told<'yaml-syntax' | 'yaml-forbidden'>;
export interface YamlText {
  data: unknown;
  findings: YamlFinding[];
  /** What is read, but not as its writer meant. */
  warnings: Told<'curly-quotes' | 'value-cut'>[];
  /** Where a value stands; of a missing one, where its parent does; of an empty one, where its name does. */
  locate(path: readonly PropertyKey[]): Place;
  /** A value as it was typed: `1.200` is a number that reads 1.2. */
  written(path: readonly PropertyKey[]): string | undefined;
  /** Where a key stands inside the map at `path`. */
  locateKey(path: readonly PropertyKey[], key: string): Place;
}

/** A value of the text with its place; offsets count from 0. */
interface Node {
  start: number;
  scalar?: ScalarEvent;
  items?: Node[];
  entries?: Map<string, { key: number; value: Node }>;
}
/** Something wrong, before its line is known. */
type Unplaced<Kind extends Place> = Omit<Kind, keyof Place> & { offset: number };
type Fault = Unplaced<YamlFinding>;
type Warning = Unplaced<YamlText['warnings'][number]>;

/** The parser counts a level for each list, each map and the value itself. */
const maxDepth = 14;

/**
 * Reads YAML 1.2 (core schema) strictly: no anchors, aliases, tags, directives, second documents, repeated keys or
 * numbers in disguise, so that a file means what it shows.
 * @param firstLine line of the file on which the text starts
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const { root, data, faults, warnings } = read(text);
  const place = placer(text, firstLine);
  const locate = (path: readonly PropertyKey[]) => place(offsetOf(root, path));
  return {
    data,
    findings: faults.map(({ offset, ...fault }) => ({ ...place(offset), ...fault })),
    warnings: warnings.map(({ offset, ...warning }) => ({ ...place(offset), ...warning })),
    locate,
    written: (path) => {
      const scalar = nodeAt(root, path)?.scalar;
      return scalar && getScalarValue(text, scalar);
    },
    locateKey: (path, key) => {
      const entry = nodeAt(root, path)?.entries?.get(key);
      return entry ? place(entry.key) : locate(path);
    },
  };
}

/** The text whose places were asked last: problems and rules ask file by file. */
let lastAsked: { text: string; firstLine: number; yaml: YamlText } | undefined;

function readAgain(text: string, firstLine: number): YamlText {
  if (lastAsked?.text !== text || lastAsked.firstLine !== firstLine)
    lastAsked = { text, firstLine, yaml: readYaml(text, firstLine) };
  return lastAsked.yaml;
}

/**
 * The place of a value, read again only when somebody asks: a good sheet is seldom asked, and keeping the places of
 * ten thousand sheets would take gigabytes.
 */
export const laterPlace = (text: string, firstLine: number): Pick<YamlText, 'locate' | 'written'> => ({
  locate: (path) => readAgain(text, firstLine).locate(path),
  written: (path) => readAgain(text, firstLine).written(path),
});

interface Tree {
  root: Node | undefined;
  faults: Fault[];
  warnings: Warning[];
}

function read(text: string): Tree & { data: unknown } {
  const stopped = (fault: Fault) => ({ root: undefined, data: null, faults: [fault], warnings: [] });
  const directive = /^%/m.exec(text);
  if (directive) return stopped(forbidden(directive.index, 'directive'));
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return stopped(syntaxFault(text, error));
  }
  const { root, faults, warnings } = treeOf(text, events);
  const data =
    faults.length === 0
      ? (constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })[0] ?? null)
      : null;
  return { root, data, faults, warnings };
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** What is read as a number, written in any way; in a name, as a value that is no text. */
const number = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;
const notText = /^(?:~|null|true|false)?$/i;
/** A number as a person writes it; with more digits than this it would not stay as it was written. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const maxDigits = 15;

/** Builds the values with their places out of the parser's events, and finds what we do not admit in them. */
function treeOf(text: string, events: readonly Event[]): Tree {
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  let index = 0;
  let end = 0;
  const next = () => events[index++] as Event;

  const node = (event: Event, whenEmpty: number): Node => {
    if (event.type === EVENT_ID.ALIAS) {
      faults.push(forbidden(event.anchorStart - 1, 'anchor'));
      return { start: event.anchorStart - 1 };
    }
    if (event.type === EVENT_ID.SCALAR) return scalarNode(event, whenEmpty);
    if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return { start: whenEmpty };
    const result: Node = { start: event.start };
    checkProperties(event);
    end = Math.max(end, event.start);
    if (event.type === EVENT_ID.SEQUENCE) {
      result.items = [];
      for (let item = next(); item.type !== EVENT_ID.POP; item = next())
        result.items.push(node(item, event.start));
      return result;
    }
    result.entries = new Map();
    for (let item = next(); item.type !== EVENT_ID.POP; item = next()) {
      const key = node(item, event.start);
      const name = keyName(key);
      const value = node(next(), key.start);
      if (name === undefined) continue;
      if (result.entries.has(name)) faults.push(unreadable(key.start, 'repeated'));
      else result.entries.set(name, { key: key.start, value });
    }
    return result;
  };

  const scalarNode = (scalar: ScalarEvent, whenEmpty: number): Node => {
    checkProperties(scalar);
    if (scalar.valueStart < 0) return { start: whenEmpty, scalar };
    end = Math.max(end, scalar.valueEnd);
    if (scalar.style === SCALAR_STYLE.PLAIN) {
      const written = text.slice(scalar.valueStart, scalar.valueEnd);
      if (isOddNumber(written)) faults.push(forbidden(scalar.valueStart, 'number'));
      const warning = bareWarning(text, scalar);
      if (warning) warnings.push(warning);
    }
    // raw, such a character is refused before; a quoted text can spell it
    if (scalar.style === SCALAR_STYLE.DOUBLE_QUOTED && invisible.test(getScalarValue(text, scalar)))
      faults.push(unreadable(scalar.valueStart - 1, 'invisible'));
    return { start: startOf(text, scalar), scalar };
  };

  const keyName = ({ scalar, start }: Node): string | undefined => {
    const name = scalar && getScalarValue(text, scalar);
    const isText =
      name !== undefined &&
      (scalar?.style !== SCALAR_STYLE.PLAIN || !(notText.test(name) || number.test(name)));
    if (name?.startsWith('\u00a0')) faults.push(unreadable(start, 'unbreakable'));
    else if (!isText) faults.push(forbidden(start, 'key'));
    else if (forbiddenKeys.has(name)) faults.push(forbidden(start, 'prototype', name));
    return name;
  };

  const checkProperties = (event: { anchorStart: number; tagStart: number }): void => {
    if (event.anchorStart >= 0) faults.push(forbidden(event.anchorStart - 1, 'anchor'));
    if (event.tagStart >= 0) faults.push(forbidden(event.tagStart, 'tag'));
  };

  if (events.length === 0) return { root: undefined, faults, warnings };
  next();
  const root = node(next(), 0);
  next();
  if (index < events.length) {
    const marker = /^(?:---|\.\.\.)/gm;
    marker.lastIndex = end;
    faults.push(forbidden(marker.exec(text)?.index ?? end, 'document'));
  }
  return { root, faults, warnings };
}

/** What happens to a text without quotation marks that its writer does not see. */
function bareWarning(text: string, { valueStart, valueEnd }: ScalarEvent): Warning | undefined {
  const written = text.slice(valueStart, valueEnd);
  const paste = (value: string) => `Scrivi: ${typedAt(text, valueStart)?.field ?? ''}${quoted(value)}`;
  const inner = /^“([^“”]*)”$|^‘([^‘]*)’$/.exec(written)?.slice(1).find(Boolean);
  if (inner)
    return {
      offset: valueStart,
      name: 'curly-quotes',
      message: 'Le virgolette tipografiche non delimitano il testo e si vedono nella pagina.',
      hint: paste(inner.replace(/\s+/g, ' ')),
    };
  const lost = /^ +(#[\p{L}\p{N}][^\n]*)/u.exec(text.slice(valueEnd, valueEnd + mostTyped))?.[1]?.trim();
  // a number or a code is whole: what follows it is a note
  if (lost === undefined || number.test(written) || /^[a-z0-9-]*$/.test(written)) return undefined;
  return {
    offset: text.indexOf('#', valueEnd),
    name: 'value-cut',
    message: `Da ${shown(lost)} in poi il testo va perduto: «#» dopo uno spazio comincia una nota.`,
    hint: paste(`${written.replace(/\s+/g, ' ')} ${lost}`),
  };
}

const isOddNumber = (written: string): boolean =>
  number.test(written) &&
  (!plainNumber.test(written) ||
    written.replace(/\D/g, '').length > maxDigits ||
    Object.is(Number(written), -0));

/** Where a person sees a value begin: at its quotation mark, or at the first word of a block of text. */
function startOf(text: string, { style, valueStart, valueEnd }: ScalarEvent): number {
  if (style === SCALAR_STYLE.PLAIN) return valueStart;
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
  const first = text.slice(valueStart, valueEnd).search(/\S/);
  return valueStart + Math.max(0, first);
}

function nodeAt(root: Node | undefined, path: readonly PropertyKey[]): Node | undefined {
  let current = root;
  for (const step of path)
    current = typeof step === 'number' ? current?.items?.[step] : current?.entries?.get(String(step))?.value;
  return current;
}

function offsetOf(root: Node | undefined, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const found = nodeAt(root, path.slice(0, length));
    if (found) return found.start;
  }
  return 0;
}

/** Turns offsets into lines and columns; the lines are counted at the first question. */
function placer(text: string, firstLine: number): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + firstLine, column: offset - (starts[low] as number) + 1 };
  };
}

const refusals = {
  anchor: [
    'Richiami con & o * non sono ammessi.',
    'Riscrivi il valore per intero; se il testo comincia con & o *, mettilo fra virgolette.',
  ],
  tag: [
    'Le etichette con ! non sono ammesse.',
    'Toglila; se il testo comincia con !, mettilo fra virgolette.',
  ],
  key: ['Il nome di un campo deve essere una parola.', 'Controlla i due punti e i rientri di questa riga.'],
  prototype: ['Il campo «$» non è ammesso.', 'Toglilo.'],
  number: [
    'Questo numero non è scritto per intero, o ha troppe cifre.',
    'Scrivi il numero per intero, come 1285000 o 0.5; se è una sigla o un codice, mettilo fra virgolette.',
  ],
  depth: ['I dati sono annidati troppe volte.', 'Semplifica la struttura.'],
  directive: ['Una riga non può cominciare con %.', 'Togli la riga.'],
  document: [
    'Qui comincia un secondo blocco di dati.',
    'Tieni un blocco solo: togli la riga «---» o «...» e ciò che non serve.',
  ],
} as const;

function forbidden(offset: number, what: keyof typeof refusals, field = ''): Fault {
  const [message, hint] = refusals[what];
  return { offset, name: 'yaml-forbidden', message: message.replace('$', () => field), hint };
}

const syntax = {
  repeated: ['Lo stesso campo è scritto due volte.', 'Tieni una sola delle due righe.'],
  tab: ['C’è una tabulazione al posto degli spazi.', 'Usa due spazi per ogni rientro.'],
  indent: [
    'Il rientro di questa riga non torna.',
    'Allinea la riga con le altre dello stesso elenco, con spazi e non tabulazioni.',
  ],
  open: [
    'Manca una virgoletta o una parentesi.',
    'Chiudi ciò che comincia qui; se il testo va a capo, rientra le righe che seguono.',
  ],
  colon: [
    'Manca un «:» dopo il nome del campo.',
    'Scrivi «campo: valore»; se la riga continua il testo di sopra, rientrala.',
  ],
  unbreakable: [
    'C’è uno spazio unificatore, di quelli che Word mette da solo.',
    'Cancellalo e batti uno spazio.',
  ],
  invisible: ['C’è un carattere invisibile che non può stare nei dati.', 'Cancella e riscrivi questa riga.'],
  escape: [
    'Fra virgolette doppie, dopo «\\» c’è un segno che non ci va.',
    'Scrivi «\\\\» al posto di «\\», oppure metti il testo fra apici semplici.',
  ],
  sign: [
    'Qui c’è un segno che non ci si aspetta.',
    'Metti il testo fra virgolette se contiene «: », « #», virgolette o parentesi, o se comincia con un segno.',
  ],
} as const;

function unreadable(offset: number, what: keyof typeof syntax): Fault {
  const [message, hint] = syntax[what];
  return { offset, name: 'yaml-syntax', message, hint };
}

/** Longer lines are not given back to be pasted. */
const mostTyped = 400;

/** The field and the text on the line at an offset, as they were typed; nothing for a list or group in brackets. */
function typedAt(text: string, offset: number): { field: string; value: string; start: number } | undefined {
  // only what is near is looked at: a line may be the whole file
  const before = text.slice(Math.max(0, offset - mostTyped), offset);
  const [after = ''] = text.slice(offset, offset + mostTyped).split('\n', 1);
  const lineStart = offset - before.length + before.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart, offset) + after;
  if (line.length >= mostTyped) return undefined;
  const [, indent = '', field = '', value = ''] =
    /^( *)((?:- +)*(?:[a-z][a-zA-Z0-9]*: +)?)(\S.*)$/.exec(line.trimEnd()) ?? [];
  return value === '' || field === '' || /^[[{>|]/.test(value)
    ? undefined
    : { field, value, start: lineStart + indent.length + field.length };
}

/** A text between the marks that let it be what it is. */
const quoted = (text: string): string =>
  /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

/** What people type most that stops the parser, with the very line to write. */
function typedFault(text: string, offset: number): Fault | undefined {
  const typed = typedAt(text, offset);
  // of a note on the same line nobody knows whether it is one
  if (!typed || offset < typed.start || / #/.test(typed.value)) return undefined;
  const { field, value, start } = typed;
  const mark = value.charAt(0);
  const fault = (message: string, meant: string): Fault => ({
    offset,
    name: 'yaml-syntax',
    message,
    hint: `Scrivi: ${field}${quoted(meant)}`,
  });
  if (mark === '"' || mark === "'") {
    if (offset === start || value.includes('\\')) return undefined;
    const isApostrophe = mark === "'" && text[offset - 1] === mark && /\p{L}/u.test(text.charAt(offset));
    const isWhole = value.endsWith(mark);
    const meant = isWhole || isApostrophe ? value.slice(1, isWhole ? -1 : undefined) : value;
    return fault('Le virgolette si chiudono prima della fine del testo.', meant);
  }
  if (offset > start) return fault(syntax.sign[0], value);
  return /[\p{L}\p{N}]/u.test(mark)
    ? undefined
    : fault(`Un testo che comincia con ${mark} va fra virgolette.`, value);
}

/** Says in Italian what stopped the parser, and where the writer has to look. */
function syntaxFault(text: string, { reason, mark }: YAMLException): Fault {
  const offset = mark?.position ?? 0;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (reason.startsWith('nesting exceeded')) return forbidden(offset, 'depth');
  const unbreakable = /^(?: *(?:- +)*(?:[a-z][a-zA-Z0-9]*:)?)\u00a0/m.exec(text.slice(0, offset));
  if (unbreakable) return unreadable(unbreakable.index + unbreakable[0].length - 1, 'unbreakable');
  if (reason.endsWith('must contain at least one character')) {
    const fault = typedFault(text, offset - 1);
    if (fault) return fault;
  }
  if (/\b(?:anchor|alias)\b/.test(reason)) return forbidden(offset - 1, 'anchor');
  if (/\btag\b/.test(reason)) return forbidden(offset, 'tag');
  if (reason.startsWith('tab characters')) return unreadable(offset, 'tab');
  if (/^(?:unexpected end|deficient indentation)/.test(reason))
    return unreadable(openedAt(text.slice(0, offset)) ?? offset, 'open');
  if (/multiline key|expected ':'|^end of the stream/.test(reason)) {
    const spoiled = spoiledAt(text, offset);
    return unreadable(spoiled, /^-|^[^\n]*:(?:\s|$)/.test(text.slice(spoiled)) ? 'indent' : 'colon');
  }
  if (/non-printable|null byte|valid JSON character/.test(reason)) return unreadable(offset, 'invisible');
  if (/escape sequence|hexadecimal/.test(reason)) return unreadable(offset, 'escape');
  // a field too far to the right is taken for more of the value above it, up to its colon
  if (text[offset] === ':' && /^ +\w+$/.test(before))
    return unreadable(lineStart + before.search(/\S/), 'indent');
  if (reason.startsWith('bad indentation') && before.trim() === '') return unreadable(offset, 'indent');
  return typedFault(text, offset) ?? unreadable(offset, 'sign');
}

function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth });
  } catch {
    return [];
  }
}

/** Where the quotation mark or bracket stands that is still open at the end of a text: closes it and looks. */
function openedAt(cut: string): number | undefined {
  const text = cut.trimEnd();
  for (const mark of ['"', "'"]) {
    const last = eventsOf(text + mark).findLast((event) => event.type === EVENT_ID.SCALAR);
    if (last?.valueEnd === text.length && text[last.valueStart - 1] === mark) return last.valueStart - 1;
  }
  for (const bracket of [']', '}']) {
    const open: Event[] = [];
    let closed: number | undefined;
    for (const event of eventsOf(text + bracket)) {
      const ended = event.type === EVENT_ID.POP ? open.pop() : undefined;
      if (ended && 'start' in ended && ended.style === COLLECTION_STYLE.FLOW) closed = ended.start;
      if (event.type === EVENT_ID.DOCUMENT || 'start' in event) open.push(event);
    }
    if (closed !== undefined) return closed;
  }
  return undefined;
}

/** The first line that spoils what stands above it, going up a few lines from where the parser noticed. */
function spoiledAt(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  for (let tries = 0; tries < (offset < 100_000 ? 8 : 2) && start > 0; tries += 1) {
    const first = eventsOf(text.slice(0, start))[1];
    if (first && first.type !== EVENT_ID.SCALAR) break;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return start + (/^ */.exec(text.slice(start, offset))?.[0].length ?? 0);
}
