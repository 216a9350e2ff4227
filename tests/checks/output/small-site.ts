/** A whole site of a few entries, as files: what every rule of the output gate accepts, to be spoilt one piece at a time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { codes } from '../../../src/checks/codes.ts';
import { checkOutput } from '../../../src/checks/output/index.ts';
import { fileAt, type Expected } from '../../../src/checks/output/site.ts';
import { pageAddresses } from '../../../src/checks/rules/links.ts';
import { dataNameOf } from '../../../src/knowledge/data-files.ts';
import { pageOf, sections } from '../../../src/knowledge/routes.ts';
import { collections, type Collection } from '../../../src/schemas/registry.ts';

export type Files = Map<string, string | Buffer>;

const entry = (kind: Collection, id: string, more = {}): Expected['records'][number] => ({
  kind,
  id,
  file: `${kind}/${id}.mdx`,
  data: {},
  draft: false,
  ...more,
});

export const expected: Expected = {
  records: [
    entry('practice', 'orto', { data: { redirects: ['/pratiche/vecchio-orto/'] } }),
    entry('practice', 'bozza', { draft: true }),
    entry('activity', 'mappa'),
    entry('city', 'torino'),
    entry('indicator', 'ore'),
    entry('term', 'rete'),
  ],
  site: 'https://esempio.it',
  base: '/',
  addresses: ['/', '/pratiche/orto/', '/pratiche/vecchio-orto/'],
  policy: "default-src 'none'",
  root: '/chi/costruisce',
  parseOpenData: (_, json) => (JSON.stringify(json).includes('"schemaVersion":1') ? [] : ['schemaVersion']),
};

const published = expected.records.filter(({ draft }) => !draft);
const searched = published.flatMap(({ kind, id }) =>
  kind in sections ? [pageOf(kind as keyof typeof sections, id)] : [],
);

interface PageParts {
  head?: string;
  body?: string;
  noindex?: boolean;
  base?: string;
}

export function page(
  address: string,
  { head = '', body = '', noindex = false, base = '' }: PageParts = {},
): string {
  const own = noindex
    ? '<meta name="robots" content="noindex">'
    : `<link rel="canonical" href="https://esempio.it${base}${address}">`;
  return `<!DOCTYPE html><html lang="it"><head><meta http-equiv="content-security-policy" content="default-src 'none'">
<meta charset="utf-8"><title>Pagina ${address}</title><meta name="description" content="La pagina ${address}">${own}
<link rel="stylesheet" href="${base}/_astro/Stile.BxY1.css">${head}</head>
<body><a href="${base}/">Casa</a><main${searched.includes(address) ? ' data-pagefind-body' : ''}><h1>${address}</h1>${body}</main></body></html>`;
}

export const packed = (text: string | Buffer): Buffer =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(text)]));

/** A name as the index of Pagefind holds it: a CBOR text of less than 24 bytes. */
const cborText = (name: string) => Buffer.concat([Buffer.from([0x60 + name.length]), Buffer.from(name)]);

export function smallSite(base = ''): Files {
  const files: Files = new Map();
  const addresses = [...pageAddresses({ all: published })];
  const isWorksheet = (address: string) => address.endsWith('/scheda/');
  for (const address of addresses)
    files.set(fileAt(address), page(address, { noindex: isWorksheet(address), base }));
  const links = addresses.map((address) => `<a href="${base}${address}">${address}</a>`).join(' ');
  files.set('index.html', page('/', { body: links, base }));
  files.set('glossario/index.html', page('/glossario/', { body: '<p id="rete">Rete</p>', base }));
  files.set('404.html', page('/404.html', { noindex: true, base }));
  const refresh = `<meta http-equiv="refresh" content="0; url=${base}/pratiche/orto/">`;
  files.set(
    'pratiche/vecchio-orto/index.html',
    page('/pratiche/vecchio-orto/', { noindex: true, base, head: refresh }),
  );
  files.set('_astro/Stile.BxY1.css', `body{background:url("${base}/_astro/carta.svg")}`);
  files.set(
    '_astro/carta.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="casa"><path d="M0 0"/></symbol></svg>',
  );

  const mapped = addresses.filter((address) => !isWorksheet(address));
  const loc = (address: string) => `<url><loc>https://esempio.it${base}${address}</loc></url>`;
  files.set('sitemap-0.xml', `<urlset>${mapped.map(loc).join('')}</urlset>`);
  files.set('sitemap-index.xml', `<sitemapindex>${loc('/sitemap-0.xml')}</sitemapindex>`);

  const fragments = searched.map((url, index) => ({ name: `it_a${index}`, url }));
  for (const { name, url } of fragments)
    files.set(`pagefind/fragment/${name}.pf_fragment`, packed(JSON.stringify({ url })));
  files.set('pagefind/index/it_b0.pf_index', packed('parole'));
  files.set(
    'pagefind/pagefind.it_c0.pf_meta',
    packed(Buffer.concat([...fragments.map(({ name }) => name), 'it_b0'].map(cborText))),
  );
  const languages = { it: { hash: 'it_c0', wasm: 'it', page_count: fragments.length } };
  files.set('pagefind/pagefind-entry.json', JSON.stringify({ version: '1.6.0', languages }));
  files.set('pagefind/pagefind.js', 'export {};');
  files.set('pagefind/wasm.it.pagefind', 'wasm');

  for (const kind of collections) {
    const name = dataNameOf(kind);
    const about = { schemaVersion: 1, collection: name };
    const entries = published
      .filter((record) => record.kind === kind)
      .map(({ id }) => ({ id, title: `«${id}», ecc.` }));
    files.set(`dati/${name}.json`, JSON.stringify({ ...about, entries }, null, 2));
    files.set(
      `dati/${name}.csv`,
      ['id,title', ...entries.map(({ id, title }) => `${id},"${title}"`)].join('\r\n') + '\r\n',
    );
    for (const own of entries)
      files.set(`dati/${name}/${own.id}.json`, JSON.stringify({ ...about, entry: own }, null, 2));
  }
  return files;
}

/** Writes the files, passes them through the gate and throws them away. */
export function gate(files: Files, changes: Partial<Expected> = {}): ReturnType<typeof checkOutput> {
  const folder = mkdtempSync(join(tmpdir(), 'tra-pari-output-'));
  try {
    for (const [file, content] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return checkOutput(folder, { ...expected, ...changes });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = new Map<string, string>(Object.entries(codes).map(([name, { code }]) => [code, name]));

/** What the gate says of a site: one `name-of-problem file` for each problem. */
export const found = (files: Files, changes: Partial<Expected> = {}): string[] =>
  gate(files, changes).problems.map(({ code, file }) => `${nameOf.get(code) ?? '?'} ${file}`);

/** The small site with some files changed: null takes one away, a function makes its text anew. */
export function spoilt(changes: Record<string, string | Buffer | null | ((text: string) => string)>): Files {
  const files = smallSite();
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) files.delete(file);
    else if (typeof change !== 'function') files.set(file, change);
    else files.set(file, change(String(files.get(file))));
  }
  return files;
}

/** A page of the small site with something more in its main content. */
export const withBody = (file: string, body: string): Files =>
  spoilt({ [file]: (text) => text.replace('</main>', `${body}</main>`) });
