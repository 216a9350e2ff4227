/**
 * Reads source files as data and says where they break the layout of the project.
 * Pure: `{ path, text }[]` in, findings out. Paths are relative to the repository, with `/`.
 */
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

export interface SourceFile {
  path: string;
  text: string;
}

export interface Finding {
  file: string;
  line: number;
  message: string;
}

interface Import {
  specifier: string;
  line: number;
  /** Erased before anything runs. */
  typeOnly: boolean;
  /** Stands in a `<script>` of an .astro file, which runs in the reader's browser and not where the page is made. */
  mounted: boolean;
}

/** The floor of each folder of src/, and of the files beside them. */
const FLOORS: Record<string, number> = {
  pages: 6,
  cli: 6,
  'content.config.ts': 6,
  apps: 5,
  integrations: 5,
  catalogue: 4,
  authoring: 4,
  checks: 3,
  exports: 3,
  components: 3,
  mdx: 2,
  knowledge: 2,
  schemas: 1,
  'site.ts': 1,
  'security-policy.ts': 1,
  'base-path.ts': 0,
};

/** In src/, but not code: styles are imported by pages and components, content by nobody. */
const NOT_CODE = ['styles', 'content'];

/** May open raw HTML: what it prints was made by mdx/compile from a checked tree. */
const RAW_HTML_ALLOWED = ['src/components/sheet-body/Pieces.astro'];

export const BANNED_FOLDERS = ['util', 'utils', 'helper', 'helpers', 'common', 'lib', 'misc'];
const LONGEST_PAGE = 60;

/** Everything these reach must run in a browser. */
const BROWSER_ROOTS = ['src/apps/', 'src/exports/', 'src/schemas/', 'src/knowledge/', 'src/mdx/vocabulary'];

const CODE = /\.(ts|tsx|mts|js|mjs|jsx|astro|mdx)$/;

// ---------------------------------------------------------------- reading

interface Script {
  text: string;
  /** Lines of the file above this script. */
  above: number;
  name: string;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The parts of a file that are scripts: all of it, or the front matter and `<script>`s of an .astro page. */
function scriptsOf({ path, text }: SourceFile): Script[] {
  if (path.endsWith('.mdx')) return esmOfMdx(text);
  if (!path.endsWith('.astro')) return [{ text, above: 0, name: path }];
  const scripts: Script[] = [];
  const frontmatter = /^(\s*---\r?\n)([\s\S]*?)^---/m.exec(text);
  if (frontmatter?.index === 0) {
    scripts.push({
      text: frontmatter[2] ?? '',
      above: linesIn(frontmatter[1] ?? ''),
      name: 'frontmatter.ts',
    });
  }
  for (const match of templateOf(text).matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const above = linesIn(text.slice(0, match.index)) + linesIn(match[1] ?? '');
    scripts.push({ text: match[2] ?? '', above, name: 'script.ts' });
  }
  return scripts;
}

/** The lines of an .mdx page that MDX itself reads as a module. */
function esmOfMdx(text: string): Script[] {
  let fenced = false;
  const kept = text.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    return !fenced && /^(import|export)\b/.test(line) ? line : '';
  });
  return [{ text: kept.join('\n'), above: 0, name: 'page.ts' }];
}

/** The markup of an .astro file; front matter and comments are blanked, so that lines keep their number. */
function templateOf(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  return text
    .replace(/^\s*---\r?\n[\s\S]*?^---/m, (part, index: number) => (index === 0 ? blank(part) : part))
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\/\*[\s\S]*?\*\//g, blank);
}

function visit(script: Script, see: (node: ts.Node, line: number) => void): void {
  const kind = /\.[jt]sx$/.test(script.name) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(script.name, script.text, ts.ScriptTarget.Latest, true, kind);
  const walk = (node: ts.Node): void => {
    see(node, script.above + source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    ts.forEachChild(node, walk);
  };
  walk(source);
}

function isErased(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return node.isTypeOnly || (named.length > 0 && named.every((element) => element.isTypeOnly));
  }
  const clause = node.importClause;
  if (!clause) return false;
  const named =
    clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return (
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (!clause.name && named.length > 0 && named.every((element) => element.isTypeOnly))
  );
}

/** Every way a file names another: import, export from, import(), import type, require, import.meta.glob. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  for (const script of scriptsOf(file)) {
    visit(script, (node, line) => {
      const add = (named: ts.Node | undefined, typeOnly = false): void => {
        if (named && ts.isStringLiteralLike(named))
          found.push({ specifier: named.text, line, typeOnly, mounted: script.name === 'script.ts' });
        else if (named && ts.isArrayLiteralExpression(named))
          named.elements.forEach((element) => {
            add(element, typeOnly);
          });
      };
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
        add(node.moduleSpecifier, isErased(node));
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        add(node.argument.literal, true);
      else if (ts.isCallExpression(node)) {
        const called = node.expression;
        const isImport = called.kind === ts.SyntaxKind.ImportKeyword;
        const isNamed = /^(require|import\.meta\.(glob|resolve))$/.test(called.getText());
        if (isImport || isNamed) add(node.arguments[0]);
      }
    });
  }
  return found;
}

// ---------------------------------------------------------------- the graph

/** The folder of src/ a file lives in, or its own name when it stands in src/ itself. */
const placeOf = (path: string): string => path.split('/')[1] ?? '';
const inSrc = (path: string): boolean => path.startsWith('src/');
const isCode = (path: string): boolean => CODE.test(path) && !path.endsWith('.d.ts');

/** The `imports` of package.json, as a browser gets them: what it may not load is found by following them. */
const SUBPATHS: Record<string, string> = { '#mdx-parser': 'src/mdx/portable-parser.ts' };

/** The path a relative specifier names, `null` for a package. */
function targetOf(from: string, specifier: string): string | null {
  if (specifier in SUBPATHS) return SUBPATHS[specifier] ?? null;
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return null;
  return normalize(join(dirname(from), specifier.replace(/[?#].*$/, '')));
}

function findingsOf(
  files: readonly SourceFile[],
  judge: (file: SourceFile, found: Import) => string | null,
): Finding[] {
  return files
    .filter(({ path }) => isCode(path))
    .flatMap((file) =>
      importsOf(file).flatMap((found) => {
        const message = judge(file, found);
        return message === null ? [] : [{ file: file.path, line: found.line, message }];
      }),
    );
}

// ---------------------------------------------------------------- the rules

/** Imports go down the floors or stay in their folder. */
export function checkFloors(files: readonly SourceFile[]): Finding[] {
  const strangers = files
    .filter(({ path }) => inSrc(path) && isCode(path) && !NOT_CODE.includes(placeOf(path)))
    .filter(({ path }) => !(placeOf(path) in FLOORS))
    .map(({ path }) => ({
      file: path,
      line: 1,
      message: `src/${placeOf(path)} has no floor: put the file in one of ${Object.keys(FLOORS).join(', ')}.`,
    }));
  const crossings = findingsOf(
    files.filter(({ path }) => inSrc(path)),
    ({ path }, { specifier, mounted }) => {
      const target = targetOf(path, specifier);
      if (target === null) return null;
      // a control brings along what it does
      if (mounted && placeOf(path) === 'components' && placeOf(target) === 'apps') return null;
      if (!inSrc(target))
        return /^(package\.json|node_modules\/.*)$/.test(target) ? null : `${specifier} is outside src/.`;
      const [from, to] = [placeOf(path), placeOf(target)];
      if (from === to || to === 'styles') return null;
      if (to === 'content')
        return `src/content is data: it is read through the catalogue, never imported (${specifier}).`;
      if (from === 'styles') return `src/styles stands alone and imports nothing of the site (${specifier}).`;
      const [here, there] = [FLOORS[from], FLOORS[to]];
      if (here === undefined || there === undefined || there < here) return null;
      const why = there === here ? 'stands on the same floor' : `stands above it, on floor ${String(there)}`;
      return `${from} (floor ${String(here)}) imports ${specifier}: ${to} ${why}. Move what they share to a lower floor.`;
    },
  );
  return [...strangers, ...crossings];
}

/** A relative import names a file that is there; any other names a package the project declares. */
export function checkTargets(files: readonly SourceFile[], packages: readonly string[]): Finding[] {
  const paths = new Set(files.map(({ path }) => path));
  const virtual = ['astro:', 'virtual:', 'node:'];
  return findingsOf(files, ({ path }, { specifier, typeOnly }) => {
    if (specifier.includes('*') || virtual.some((prefix) => specifier.startsWith(prefix))) return null;
    const target = targetOf(path, specifier);
    if (target !== null) {
      return paths.has(target) || target.startsWith('node_modules/')
        ? null
        : `${specifier} names no file: write the path with its extension.`;
    }
    const parts = specifier.split('/');
    const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
    if (isBuiltin(name)) return `${specifier}: write node:${specifier}.`;
    const declared = packages.includes(name) || (typeOnly && packages.includes(`@types/${name}`));
    return declared ? null : `${specifier} is neither a relative path nor a package of package.json.`;
  });
}

/** No file reaches itself. */
export function checkCycles(files: readonly SourceFile[]): Finding[] {
  const edges = edgesOf(files, () => true);
  const findings: Finding[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const enter = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const { to, line } of edges.get(path) ?? []) {
      if (state.get(to) === 'open') {
        const circle = [...trail.slice(trail.indexOf(to)), to].join(' → ');
        findings.push({ file: path, line, message: `imports in a circle: ${circle}.` });
      } else if (!state.has(to)) enter(to);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of edges.keys()) if (!state.has(path)) enter(path);
  return findings;
}

type Edges = Map<string, { to: string; line: number }[]>;

function edgesOf(files: readonly SourceFile[], follow: (found: Import) => boolean): Edges {
  const code = files.filter(({ path }) => isCode(path));
  const paths = new Set(code.map(({ path }) => path));
  return new Map(
    code.map((file) => [
      file.path,
      importsOf(file)
        .filter(follow)
        .map(({ specifier, line }) => ({ to: targetOf(file.path, specifier) ?? '', line }))
        .filter(({ to }) => paths.has(to)),
    ]),
  );
}

/** What runs in a browser reaches no Node API. */
export function checkBrowserSafety(files: readonly SourceFile[]): Finding[] {
  const edges = edgesOf(files, ({ typeOnly }) => !typeOnly);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const cameFrom = new Map<string, string | null>();
  const queue = [...edges.keys()].filter((path) => BROWSER_ROOTS.some((start) => path.startsWith(start)));
  for (const path of queue) cameFrom.set(path, null);
  for (const path of queue) {
    for (const { to } of edges.get(path) ?? []) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, path);
      queue.push(to);
    }
  }
  return queue.flatMap((path) => {
    const file = byPath.get(path);
    return (file ? importsOf(file) : [])
      .filter(({ specifier, typeOnly }) => !typeOnly && isBuiltin(specifier))
      .map(({ specifier, line }) => {
        const route: string[] = [];
        for (let step: string | null = path; step !== null; step = cameFrom.get(step) ?? null)
          route.unshift(step);
        return {
          file: path,
          line,
          message: `${specifier} does not exist in a browser, and ${route.join(' → ')} must run there.`,
        };
      });
  });
}

/** Modules that only some may import. */
export function checkReserved(files: readonly SourceFile[]): Finding[] {
  return findingsOf(files, ({ path }, { specifier }) => {
    const place = inSrc(path) ? placeOf(path) : '';
    if (/^astro:content(\/|$)/.test(specifier) && !['catalogue', 'content.config.ts'].includes(place)) {
      return 'astro:content is read by the catalogue alone: ask it through src/catalogue.';
    }
    if (specifier.startsWith('@mdx-js/'))
      return `${specifier} compiles MDX to code; contributed MDX is data (src/mdx).`;
    if (/^@astrojs\/mdx(\/|$)/.test(specifier) && path !== 'astro.config.mjs') {
      return '@astrojs/mdx is set up in astro.config.mjs, for the pages of maintainers, and nowhere else.';
    }
    const target = targetOf(path, specifier) ?? '';
    if (['components', 'apps'].includes(place) && inSrc(target) && placeOf(target) === 'catalogue') {
      return `${place} take props: the page asks the catalogue, and hands over what it got.`;
    }
    return null;
  });
}

const RAW_PROPERTIES = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
];
const RAW_DIRECTIVES =
  /set:html|define:vars|\b(?:innerHTML|dangerouslySetInnerHTML)\b|(?<![.\w$])eval\s*\(|\bnew\s+Function\b/g;

/** Text becomes markup or code in one file only. */
export function checkRawHtml(
  files: readonly SourceFile[],
  allowed: readonly string[] = RAW_HTML_ALLOWED,
): Finding[] {
  const findings: Finding[] = [];
  const used = new Set<string>();
  for (const file of files.filter(({ path }) => inSrc(path) && isCode(path))) {
    const add = (line: number, what: string): void => {
      if (allowed.includes(file.path)) used.add(file.path);
      else
        findings.push({
          file: file.path,
          line,
          message: `${what} turns text into markup or code: only ${allowed.join(', ') || 'no file'} may.`,
        });
    };
    for (const script of scriptsOf(file))
      visit(script, (node, line) => {
        const what = rawIn(node);
        if (what !== null) add(line, what);
      });
    if (!file.path.endsWith('.astro')) continue;
    const template = templateOf(file.text).replace(
      /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/g,
      (_, open: string, body: string, close: string) => open + body.replace(/[^\n]/g, ' ') + close,
    );
    for (const match of template.matchAll(RAW_DIRECTIVES))
      add(linesIn(template.slice(0, match.index)) + 1, match[0].replace(/\($/, ''));
  }
  const present = new Set(files.map(({ path }) => path));
  const unneeded = allowed.filter((path) => present.has(path) && !used.has(path));
  return [
    ...findings,
    ...unneeded.map((file) => ({
      file,
      line: 1,
      message: 'is allowed raw HTML and does not use it: take it off the list.',
    })),
  ];
}

function rawIn(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && node.expression.getText() === 'eval') return 'eval';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Function') return 'new Function';
  if (ts.isIdentifier(node) && RAW_PROPERTIES.includes(node.text)) return node.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return RAW_PROPERTIES.includes(node.argumentExpression.text) ? node.argumentExpression.text : null;
  }
  return null;
}

/** No drawer for leftovers. */
export function checkFolders(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path }) => {
    const banned = path
      .split('/')
      .slice(0, -1)
      .find((folder) => BANNED_FOLDERS.includes(folder));
    return banned
      ? [
          {
            file: path,
            line: 1,
            message: `a folder called ${banned} says nothing: name it by what it holds.`,
          },
        ]
      : [];
  });
}

/** A page asks, calls and hands over. Prose pages (.mdx) are as long as their text. */
export function checkPageLength(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => path.startsWith('src/pages/') && isCode(path) && !path.endsWith('.mdx'))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_PAGE)
    .map(({ path, lines }) => ({
      file: path,
      line: LONGEST_PAGE + 1,
      message: `${String(lines)} lines; a page has ${String(LONGEST_PAGE)} at most: move logic to knowledge/, markup to components/.`,
    }));
}

export const format = (findings: readonly Finding[]): string =>
  findings.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n');
