import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dataFile, dataNameOf } from '../../knowledge/data-files.ts';
import { collections, type Collection } from '../../schemas/registry.ts';
import type { CodeName } from '../codes.ts';
import type { Problem } from '../problem.ts';
import { machinePathIn } from './machine-path.ts';
import { readMarkup, readPage } from './page.ts';
import { csvIdsIn, isSameEntry, rowsIn } from './open-data.ts';
import { addressInFragment, contentOf, languagesIn, namesIn } from './search-index.ts';
import { addressesInSitemap, addressesInStyles } from './addresses-in.ts';
import {
  fault,
  type BuiltPage,
  type BuiltSite,
  type CollectionData,
  type Expected,
  type Markup,
} from './site.ts';

const textFile = /\.(?:css|csv|html|js|json|md|mdx|svg|txt|webmanifest|xml)$|(?:^|\/)_[a-z]+$/;
const again = 'Costruisci di nuovo; se non basta, segnalalo a chi cura il codice.';

/** Reads a built site, each file once, and keeps only what the rules ask for: never a tree, never a text. */
export function readSite(folder: string, expected: Expected): BuiltSite {
  const source = openFolder(folder, expected.root);
  const pages = new Map<string, BuiltPage>();
  const drawings = new Map<string, Markup>();
  const stylesheets = new Map<string, readonly string[]>();
  const { origin } = new URL(expected.site);

  const data = new Map(collections.map((kind) => [kind, readData(source, kind, expected.parseOpenData)]));
  const sitemap = readSitemap(source, expected.site);
  const indexed = readSearchIndex(source);
  for (const file of source.files.keys()) {
    if (!textFile.test(file) || source.wasRead(file)) continue;
    const text = source.text(file);
    if (text === null) continue;
    if (file.endsWith('.html')) pages.set(file, readPage(file, text, origin));
    else if (file.endsWith('.svg')) drawings.set(file, readMarkup(text, origin));
    else if (file.endsWith('.css')) stylesheets.set(file, addressesInStyles(text));
  }
  return {
    files: source.files,
    pages,
    drawings,
    stylesheets,
    sitemap,
    indexed,
    data,
    problems: source.problems,
  };
}

interface Source {
  /** Size of each file, in the order of their names. */
  files: ReadonlyMap<string, number>;
  problems: Problem[];
  report(code: CodeName, file: string, message: string, hint?: string): void;
  bytes(file: string): Buffer;
  /** Null, and complained of, when it is not text. */
  text(file: string): string | null;
  wasRead(file: string): boolean;
}

function openFolder(folder: string, root: string): Source {
  const problems: Problem[] = [];
  const report: Source['report'] = (code, file, message, hint = again) =>
    problems.push(fault(code, file, message, hint));
  const found: [string, number][] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = join(entry.parentPath, entry.name);
    const file = relative(folder, full).split(sep).join('/');
    if (entry.isFile()) found.push([file, statSync(full).size]);
    else report('file-unreadable', file, 'È un collegamento o un file speciale.');
  }
  const seen = new Set<string>();
  const bytes = (file: string) => readFileSync(join(folder, file));
  return {
    files: new Map(found.sort(([a], [b]) => (a < b ? -1 : 1))),
    problems,
    report,
    bytes,
    wasRead: (file) => seen.has(file),
    text(file) {
      seen.add(file);
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes(file));
        const path = machinePathIn(text, root);
        if (path !== null)
          report('file-machine-path', file, `Nel testo c’è una cartella di questo computer: ${path}.`);
        return text;
      } catch {
        report('file-unreadable', file, 'Il file non si può leggere come testo.');
        return null;
      }
    },
  };
}

function readData(source: Source, kind: Collection, parse: Expected['parseOpenData']): CollectionData {
  const broken = (file: string, message: string) => source.report('data-broken', file, message);
  /** What `read` makes of a text; null, and complained of, where it cannot. */
  const attempt = <T>(file: string, read: (text: string) => T): T | null => {
    const text = source.files.has(file) ? source.text(file) : null;
    if (text === null) return null;
    try {
      return read(text);
    } catch {
      broken(file, 'Il file di dati è tagliato o non è nel suo formato.');
      return null;
    }
  };
  const file = dataFile(kind, 'json').slice(1);
  const collection = attempt(file, (text) => JSON.parse(text) as unknown);
  if (collection !== null)
    for (const said of parse(kind, collection))
      broken(file, `Il file di dati non segue il suo schema: ${said}`);
  const rows = rowsIn(collection);

  const own = new RegExp(`^dati/${dataNameOf(kind)}/([^/]+)\\.json$`);
  const ownFiles = [...source.files.keys()].flatMap((name) => own.exec(name)?.[1] ?? []);
  for (const id of ownFiles) {
    const ownFile = `dati/${dataNameOf(kind)}/${id}.json`;
    const isSame = attempt(ownFile, (text) => isSameEntry(JSON.parse(text), collection, rows?.texts.get(id)));
    if (isSame === false) broken(ownFile, `Il file di dati non dice ciò che dice ${file}.`);
  }
  return { rows: rows?.ids ?? null, csvRows: attempt(dataFile(kind, 'csv').slice(1), csvIdsIn), ownFiles };
}

function readSitemap(source: Source, site: string): string[] {
  const index = 'sitemap-index.xml';
  if (!source.files.has(index)) {
    source.report('sitemap-extra', index, 'Manca la mappa del sito.');
    return [];
  }
  return addressesInSitemap(source.text(index) ?? '').flatMap((address) => {
    const file = new URL(address, site).pathname.split('/').at(-1) ?? '';
    if (source.files.has(file)) return addressesInSitemap(source.text(file) ?? '');
    source.report('sitemap-extra', index, `La mappa del sito manda a ${address}, che non c’è.`);
    return [];
  });
}

/** The pages of the index; every file that it asks for must be there, because a search without one finds less and says nothing. */
function readSearchIndex(source: Source): Map<string, string> {
  const folder = 'pagefind';
  const entry = `${folder}/pagefind-entry.json`;
  const pages = new Map<string, string>();
  const broken = (file: string, message: string) => source.report('search-broken', file, message);
  const attempt = (file: string, read: () => void) => {
    try {
      if (source.files.has(file)) read();
      else broken(file, 'Manca un file dell’indice della ricerca.');
    } catch {
      broken(file, 'Un file dell’indice della ricerca non si può leggere.');
    }
  };
  const unpack = (file: string) => contentOf(gunzipSync(source.bytes(file)));

  attempt(`${folder}/pagefind.js`, () => undefined);
  attempt(entry, () => {
    for (const { language, hash, wasm, pages: wanted } of languagesIn(source.text(entry) ?? '')) {
      attempt(`${folder}/wasm.${wasm}.pagefind`, () => undefined);
      const meta = `${folder}/pagefind.${hash}.pf_meta`;
      let fragments = 0;
      attempt(meta, () => {
        for (const name of namesIn(unpack(meta), language)) {
          const file = ['filter', 'index', 'fragment']
            .map((kind) => `${folder}/${kind}/${name}.pf_${kind}`)
            .find((path) => source.files.has(path));
          if (!file) {
            broken(meta, `Manca «${name}», un pezzo dell’indice della ricerca.`);
            continue;
          }
          attempt(file, () => {
            const content = unpack(file);
            if (!file.endsWith('fragment')) return;
            pages.set(addressInFragment(content), file);
            fragments += 1;
          });
        }
      });
      if (fragments !== wanted)
        broken(entry, `L’indice della ricerca dice ${wanted} pagine e ne ha ${fragments}.`);
    }
  });
  return pages;
}
