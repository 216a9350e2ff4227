import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { code, sheet } from './inputs.ts';
import { tryInputs } from './try-inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-fuzz-'));
const canary = join(folder, 'canary');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As many as a test may take; a night may take more: FUZZ=200000 npm run test:unit -- tests/corpora/fuzz.test.ts */
const runs = Number(process.env.FUZZ ?? 20_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);

/** What Markdown, MDX and JavaScript are made of. */
const inText = [
  ...['a', ' ', '  ', '    ', '\n', '\n\n', '\n\n\n', '\t', '\\', '\\\n', '&', '&lt;', '&#x6a;', 'è', '😀'],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```\n',
    '~~~\n',
    '#',
    '## ',
    '### ',
    '> ',
    '- ',
    '1. ',
    '- [x] ',
  ],
  ...[
    '---\n',
    '***\n',
    '===\n',
    '|',
    '| a | b |\n| --- | --- |\n',
    '|-',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<',
    '>',
  ],
  ...[
    '[a](',
    '[a]: ',
    '[^1]',
    '[^1]: ',
    '<https://',
    'https://comune.it',
    'www.a.it',
    'a@b.it',
    'javascript:',
    '//',
  ],
  ...[
    '{',
    '}',
    '{/*',
    '*/',
    '*/}',
    '`{',
    '}`',
    '${',
    '"',
    "'",
    '=',
    '={',
    '/>',
    '</',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
  ],
  ...[
    '<Fact of="a"/>',
    '<Term id="a">',
    '</Term>',
    '<Callout kind="note">',
    '</Callout>',
    '<Steps>',
    '</Steps>',
  ],
  ...[
    '<Quote source="a">',
    '</Quote>',
    '<Cite source="a"/>',
    '<script>',
    '</script>',
    '<img src=x onerror=',
    '<a href=',
  ],
  ...[
    'import ',
    'export ',
    'const x = ',
    'alert(1)',
    'class',
    'constructor',
    '__proto__',
    '\u00a0',
    '\u2028',
  ],
  ...code.slice(0, 1),
];
/** What YAML is made of. */
const inData = [
  ...[
    'a',
    'title',
    'draft',
    'sources',
    'id',
    ' ',
    '  ',
    '    ',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\t',
  ],
  ...[
    ':',
    ': ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '- ',
    '? ',
    '"',
    "'",
    '|',
    '|-\n',
    '>\n',
    '#',
    ' # ',
    '&a',
    '*a',
    '!',
    '!!str ',
  ],
  ...[
    '<<',
    '<<: *a',
    '~',
    'null',
    'true',
    'no',
    '1',
    '-',
    '0',
    '.5',
    '1e3',
    '0x1',
    '.inf',
    '2023-01-01',
    '\\',
    '\\n',
  ],
  ...['%YAML 1.2\n', '---', '...', '@', '`', '=', '__proto__', 'constructor', 'è', '\u2028', '\ufeff'],
];
const strings = (tokens: readonly string[], count: number): string[] =>
  fc
    .sample(fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 18 }), { numRuns: count, seed })
    .map((parts) => parts.join(''));

test.each([
  ['text', strings(inText, runs), (made: string) => sheet('draft: true\ntitle: a', made)],
  ['data', strings(inData, runs / 4), (made: string) => sheet(`draft: true\ntitle: b\n${made}`)],
  ['whole data', strings(inData, runs / 4), (made: string) => sheet(made)],
])(
  'strings of tokens as %s: each is refused in clear words or comes out inert',
  { timeout: 3_600_000 },
  async (name, made, put) => {
    const inputs = made.map((text) => ({ name: JSON.stringify(text), text: put(text) }));
    const { refused, accepted, slowest, failures } = await tryInputs(inputs, canary);
    console.log(
      `fuzz, ${name}: ${inputs.length} inputs of seed ${seed}, ${refused} refused, ${accepted} let through and inert, ` +
        `${failures.length} failures; slowest ${Math.round(slowest.processor)} ms of processor (${slowest.name})`,
    );
    expect(failures).toEqual([]);
    expect(existsSync(canary)).toBe(false);
  },
);
