import { z } from 'astro/zod';
import { field } from '../schemas/field.ts';
import { linkCheck, type LinkCheck } from '../schemas/link-check.ts';
import { checkData } from './data.ts';
import { problemOf, type Problem } from './problem.ts';
import type { ContentFile } from './record.ts';
import { readYaml } from './yaml.ts';

/** The list in the content folder of what was found at the addresses of the sources. A program writes it. */
export const linkChecksFile = 'link-checks.yaml';

/** Some eighty thousand addresses: those of more than ten thousand sheets. */
export const maxLinkChecksBytes = 12 * 1024 * 1024;

const wholeFile = z.strictObject({
  entries: field(z.array(z.unknown()), 'Voci', 'Le verifiche, una per indirizzo.', "url: 'https://…'"),
});

/** Reads the list of checks in the reading process, as every other file: a proposal may bring one. */
export function readLinkChecks(file: ContentFile): { checks: LinkCheck[]; problems: Problem[] } {
  const yaml = readYaml(file.text);
  const problems = yaml.findings.map((finding) => problemOf(file.path, finding));
  if (problems.length > 0) return { checks: [], problems };
  const whole = checkData(wholeFile, file.path, yaml.data ?? {}, yaml, []);
  if (!whole.valid) return { checks: [], problems: whole.problems };
  const checks = (whole.data as z.infer<typeof wholeFile>).entries.flatMap((entry, index) => {
    const checked = checkData(linkCheck, file.path, entry, yaml, ['entries', index]);
    problems.push(...checked.problems);
    return checked.valid ? [checked.data as LinkCheck] : [];
  });
  return { checks, problems };
}
