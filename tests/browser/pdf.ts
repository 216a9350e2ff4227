/** What Chromium prints, read from the file itself: its sheets, the letters on them and where they stand. */
import { inflateSync } from 'node:zlib';

export interface Sheet {
  /** In millimetres, as the other measures here. */
  width: number;
  height: number;
  /** All its letters in the order of painting, without spaces. */
  letters: string;
  /** Where letters begin and filled stretches (lines, borders) lie, from the upper left corner. */
  marks: readonly Mark[];
}

export interface Mark {
  what: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const millimetres = (points: number): number => (points / 72) * 25.4;

interface PdfObject {
  /** What it says of itself. */
  head: string;
  stream: string;
}

/** Every object of the file by its number. */
function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const begin = /stream\r?\n/.exec(body);
    if (!begin) {
      objects.set(number, { head: body, stream: '' });
      continue;
    }
    const head = body.slice(0, begin.index);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const bytes = Buffer.from(body.slice(begin.index + begin[0].length).slice(0, length), 'latin1');
    const stream = head.includes('/FlateDecode')
      ? inflateSync(bytes).toString('latin1')
      : bytes.toString('latin1');
    objects.set(number, { head, stream });
  }
  return objects;
}

/** The letters that the numbers of a font stand for. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const written = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g))
      letters.set(parseInt(code, 16), written(hex));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of block.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    ))
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
        letters.set(code, String.fromCodePoint(parseInt(hex, 16) + code - parseInt(from, 16)));
  return letters;
}

function fontOf(objects: ReadonlyMap<string, PdfObject>, number = ''): ReadonlyMap<number, string> {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
  return lettersOf(objects.get(map)?.stream ?? '');
}

const times = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[1] * other[2],
  one[0] * other[1] + one[1] * other[3],
  one[2] * other[0] + one[3] * other[2],
  one[2] * other[1] + one[3] * other[3],
  one[4] * other[0] + one[5] * other[2] + other[4],
  one[4] * other[1] + one[5] * other[3] + other[5],
];

/** @throws Error when the file has no sheets, which would prove nothing */
export function sheetsOf(pdf: Buffer): Sheet[] {
  const objects = objectsOf(pdf);
  const sheets = [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const [width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [])
        .slice(1)
        .map(Number);
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
      const { letters, marks } = painted({ head, stream: content }, objects, height, [1, 0, 0, 1, 0, 0]);
      return {
        width: millimetres(width),
        height: millimetres(height),
        letters: withoutSpaces(letters),
        marks,
      };
    });
  if (sheets.length === 0) throw new Error('no sheet in the file');
  return sheets;
}

/** The fonts, or the drawings within the drawing, that an object calls by a name. */
const calledBy = (head: string, sort: 'F' | 'X'): Map<string, string> =>
  new Map(
    [...head.matchAll(new RegExp(`/(${sort}\\d+) (\\d+) 0 R`, 'g'))].map(([, name = '', number = '']) => [
      name,
      number,
    ]),
  );

const tokens = /<([0-9A-Fa-f]*)>|\[|\]|\/([^\s/[\]<>()]+)|[-+.\d]+|[A-Za-z*']+/g;

/** Runs the drawing orders of a sheet, or of a drawing within it, as far as letters and boxes go. */
function painted(
  { head, stream }: PdfObject,
  objects: ReadonlyMap<string, PdfObject>,
  height: number,
  from: Matrix,
): { letters: string; marks: Mark[] } {
  const fonts = calledBy(head, 'F');
  const drawings = calledBy(head, 'X');
  let place: Matrix = from;
  let line: Matrix = place;
  let font: ReadonlyMap<number, string> | undefined;
  let letters = '';
  let boxes: Mark[] = [];
  const stack: Matrix[] = [];
  const marks: Mark[] = [];
  let operands: (string | number)[] = [];
  const numbers = (): number[] => operands.filter((operand) => typeof operand === 'number');
  const markOf = (what: string, corners: readonly (readonly [number, number])[], by: Matrix): Mark => {
    const points = corners.map(([x, y]): [number, number] => [
      millimetres(x * by[0] + y * by[2] + by[4]),
      millimetres(height - (x * by[1] + y * by[3] + by[5])),
    ]);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return {
      what,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  };
  const orders: Record<string, () => void> = {
    q: () => void stack.push(place),
    Q: () => {
      place = stack.pop() ?? place;
    },
    cm: () => {
      place = times(numbers() as unknown as Matrix, place);
    },
    Tm: () => {
      line = numbers() as unknown as Matrix;
    },
    Td: () => {
      const [x = 0, y = 0] = numbers();
      line = times([1, 0, 0, 1, x, y], line);
    },
    Tf: () => {
      font = fontOf(objects, fonts.get(String(operands[0])));
    },
    Tj: () => show(),
    TJ: () => show(),
    re: () => {
      const [x = 0, y = 0, width = 0, tall = 0] = numbers();
      boxes.push(
        markOf(
          'a line or a box',
          [
            [x, y],
            [x + width, y + tall],
          ],
          place,
        ),
      );
    },
    // a box that only says where to paint is none to be seen
    n: () => {
      boxes = [];
    },
    Do: () => {
      const drawing = objects.get(drawings.get(String(operands[0])) ?? '');
      if (!drawing) return;
      const own = /\/Matrix \[([^\]]*)\]/.exec(drawing.head)?.[1]?.trim().split(/\s+/).map(Number);
      const inner = painted(drawing, objects, height, own ? times(own as unknown as Matrix, place) : place);
      letters += inner.letters;
      marks.push(...inner.marks);
    },
    f: () => paint(),
    S: () => paint(),
  };
  function paint(): void {
    marks.push(...boxes);
    boxes = [];
  }
  function show(): void {
    const words = operands
      .filter((operand) => typeof operand === 'string')
      .flatMap((hex) => hex.match(/.{4}/g) ?? [])
      .map((code) => font?.get(parseInt(code, 16)) ?? '')
      .join('');
    letters += words;
    if (words.trim() !== '') marks.push(markOf(words, [[0, 0]], times(line, place)));
  }
  for (const [token, hex, name] of stream.matchAll(tokens)) {
    if (hex !== undefined) operands.push(hex);
    else if (name !== undefined) operands.push(name);
    else if (/^[-+.\d]+$/.test(token)) operands.push(Number(token));
    else if (token !== '[' && token !== ']') {
      orders[token.replace('*', '')]?.();
      operands = [];
    }
  }
  return { letters, marks };
}

/** How words are compared with letters: paper knows no spaces. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');
