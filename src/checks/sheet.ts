import { vocabulary } from '../mdx/vocabulary.ts';
import { outlineOf } from '../mdx/outline.ts';
import { parseSheet } from '../mdx/parse.ts';
import { checkTree, type ComponentUse } from '../mdx/policy.ts';
import { referencesIn } from '../knowledge/references.ts';
import type { BodyOutline } from '../knowledge/graph.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import { checkData } from './data.ts';
import { besideOf } from './image.ts';
import type { Problem } from './problem.ts';
import type { ContentFile, ContentRecord } from './record.ts';
import { laterPlace, readYaml } from './yaml.ts';

type Finding = Pick<Problem, 'line' | 'column' | 'code' | 'message' | 'hint'>;

/** Reads one `.mdx` file into a record, with all that is wrong in it. */
export function readSheet(
  kind: Collection,
  id: string,
  file: ContentFile,
): { record: ContentRecord | null; problems: Problem[] } {
  const asProblem = (finding: Finding): Problem => ({ ...finding, file: file.path, severity: 'error' });
  const parsed = parseSheet(file.text);
  if (!parsed.sheet) return { record: null, problems: parsed.findings.map(asProblem) };

  const yaml = readYaml(parsed.sheet.frontMatter, 2);
  if (yaml.findings.length > 0) return { record: null, problems: yaml.findings.map(asProblem) };

  const { data, draft, valid, problems } = checkData(registry[kind].schema, file.path, yaml.data, yaml, []);
  const { findings, uses, links } = checkTree(parsed.sheet.tree);
  const store = registry[kind].store;
  // A tree nested without end is not walked any further: it would use up the stack.
  const outline = findings.some(({ code }) => code === 'too-deep')
    ? { sections: [], findings: [] }
    : outlineOf(parsed.sheet.tree, store.shape === 'sheet' ? store.sections : []);
  problems.push(...findings.map(asProblem), ...outline.findings.map(asProblem));
  if (!draft)
    problems.push(
      ...emptySections(outline.sections).map((title): Problem =>
        asProblem({
          ...yaml.locate([]),
          code: 'section-empty',
          message: `La sezione «${title}» è vuota.`,
          hint: 'Scrivi almeno una frase, anche «Non è documentato».',
        }),
      ),
    );

  const body: BodyOutline = {
    sections: outline.sections,
    mentions: mentionsOf(uses),
    pictures: picturesOf(file.path, uses),
  };
  return {
    record: {
      kind,
      id,
      file: file.path,
      data,
      draft,
      valid,
      body,
      uses,
      links,
      ...laterPlace(parsed.sheet.frontMatter, 2),
    },
    problems,
  };
}

const emptySections = (sections: BodyOutline['sections']) =>
  sections.filter((section) => section.words === 0).map((section) => section.title);

/** The pictures a sheet shows lie in its own folder. */
const picturesOf = (file: string, uses: readonly ComponentUse[]): string[] =>
  uses.filter(({ name }) => name === 'Figure').map(({ props }) => besideOf(file, props.src));

function mentionsOf(uses: readonly ComponentUse[]): BodyOutline['mentions'] {
  const mentions = uses.flatMap((use) => referencesIn(vocabulary[use.name].props, use.props));
  const unique = new Map<string, BodyOutline['mentions'][number]>();
  for (const { kind, id } of mentions) if (kind !== 'source') unique.set(`${kind} ${id}`, { kind, id });
  return [...unique.values()];
}
