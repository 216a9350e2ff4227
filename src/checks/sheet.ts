import type { Finding } from '../mdx/finding.ts';
import { isChangedBySanitizing } from '../mdx/render.ts';
import { vocabulary } from '../mdx/vocabulary.ts';
import { outlineOf, type EmptySection } from '../mdx/outline.ts';
import { frontMatterOf, parseSheet } from '../mdx/parse.ts';
import { anchorsOf } from '../mdx/anchors.ts';
import { figuresIn } from '../mdx/figures.ts';
import { checkTree, type ComponentUse } from '../mdx/policy.ts';
import { referencesIn } from '../knowledge/references.ts';
import type { BodyOutline } from '../knowledge/graph.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import { checkData, yamlWarnings, type CheckedData } from './data.ts';
import { besideOf } from './image.ts';
import { hasErrors, problem, problemOf, type Problem } from './problem.ts';
import type { ContentFile, ReadRecord } from './record.ts';
import { upsetsParser } from './rules/characters.ts';
import { sheetRules } from './rules/index.ts';
import { readYaml } from './yaml.ts';

/** Reads one `.mdx` file into a record, with all that is wrong in it. */
export function readSheet(
  kind: Collection,
  id: string,
  file: ContentFile,
): { record: ReadRecord | null; problems: Problem[] } {
  const asProblem = (finding: Finding): Problem => problemOf(file.path, finding);
  const parsed = upsetsParser(file.text)
    ? { sheet: null, frontMatter: frontMatterOf(file.text), findings: [] }
    : parseSheet(file.text);
  if (!parsed.sheet) {
    const { problems } = readData(kind, file.path, parsed.frontMatter);
    return { record: null, problems: [...problems, ...parsed.findings.map(asProblem)] };
  }
  const { frontMatter, tree } = parsed.sheet;
  const { checked, problems } = readData(kind, file.path, frontMatter);

  const { findings, uses, links } = checkTree(tree);
  // A tree nested without end is not walked any further: it would use up the stack.
  const isBottomless = findings.some(({ name }) => name === 'too-deep');
  const store = registry[kind].store;
  const outline = isBottomless
    ? { sections: [], findings: [], empty: [] }
    : outlineOf(tree, store.shape === 'sheet' ? store.sections : []);
  const ofText = [...findings, ...outline.findings].map(asProblem);
  if (!isBottomless)
    ofText.push(
      ...sheetRules.flatMap((rule) => rule.check({ file: file.path, text: file.text, tree, uses })),
    );
  if (!hasErrors(ofText) && isChangedBySanitizing(tree)) ofText.push(unsafe(file.path));
  problems.push(...ofText);
  if (!checked) return { record: null, problems };

  const { data, draft, valid } = checked;
  if (!draft) problems.push(...outline.empty.map((section) => emptySection(section, file.path)));
  const body: BodyOutline = {
    sections: outline.sections,
    mentions: mentionsOf(uses),
    pictures: picturesOf(file.path, uses),
  };
  const inText = isBottomless ? {} : { anchors: anchorsOf(tree), figures: figuresIn(tree, file.text) };
  const dotted = hasDots(frontMatter);
  return {
    record: {
      kind,
      id,
      file: file.path,
      prefix: [],
      data,
      draft,
      valid,
      dotted,
      body,
      uses,
      links,
      ...inText,
    },
    problems,
  };
}

/** The data of a sheet, as far as they can be read. */
function readData(
  kind: Collection,
  path: string,
  frontMatter: string | null,
): { checked: CheckedData | null; problems: Problem[] } {
  // what upsets the other parser has its own problem already
  if (frontMatter === null || upsetsParser(frontMatter)) return { checked: null, problems: [] };
  const yaml = readYaml(frontMatter, 2);
  if (yaml.findings.length > 0) {
    return { checked: null, problems: yaml.findings.map((finding) => problemOf(path, finding)) };
  }
  const checked = checkData(registry[kind].schema, path, yaml.data, yaml, []);
  return { checked, problems: [...checked.problems, ...yamlWarnings(path, yaml)] };
}

const unsafe = (path: string): Problem =>
  problem(
    'unsafe-html',
    path,
    { line: 1, column: 1 },
    'Dal testo verrebbe una pagina che il filtro di sicurezza cambierebbe.',
    'Togli il passo insolito aggiunto per ultimo, e segnala il caso a chi cura il codice.',
  );

/** A number with a dot and three digits after it, as Italians write thousands. */
const hasDots = (text: string): boolean => /\d\.\d{3}(?!\d)/.test(text);

const emptySection = ({ title, ...place }: EmptySection, path: string): Problem =>
  problem(
    'section-empty',
    path,
    place,
    `La sezione «${title}» è vuota.`,
    'Scrivi almeno una frase, anche «Non è documentato».',
  );

/** The pictures a sheet shows lie in its own folder. */
const picturesOf = (file: string, uses: readonly ComponentUse[]): string[] =>
  uses.filter(({ name }) => name === 'Figure').map(({ props }) => besideOf(file, props.src));

function mentionsOf(uses: readonly ComponentUse[]): BodyOutline['mentions'] {
  const mentions = uses.flatMap((use) => referencesIn(vocabulary[use.name].props, use.props));
  const unique = new Map<string, BodyOutline['mentions'][number]>();
  for (const { kind, id } of mentions) if (kind !== 'source') unique.set(`${kind} ${id}`, { kind, id });
  return [...unique.values()];
}
