import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../src/checks/read.ts';
import { checkBuiltSite } from '../../src/cli/output-gate.ts';
import { pageFiles, readSite } from '../built-site/read.ts';
import { projectRoot } from '../environment.ts';
import { site } from './site.ts';

const files = readSite(site.folder);

describe('every built page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const pages = pageFiles(files);
    expect(pages.length).toBeGreaterThan(5);
    const findings: string[] = [];
    for (const file of pages) {
      // Named as if it stood in the project, so that .htmlvalidate.mjs holds wherever the site was built.
      const report = await validator.validateString(files.get(file) ?? '', join(projectRoot, 'dist', file));
      for (const { messages } of report.results) {
        findings.push(
          ...messages.map(
            ({ line, column, message, ruleId }) => `${file}:${line}:${column} ${message} (${ruleId})`,
          ),
        );
      }
    }
    expect(findings).toEqual([]);
  });

  test('passes the output gate, without a warning', async () => {
    const content = join(projectRoot, 'src/content');
    const { records } = await checkFolder(content, projectRoot);
    const { problems, counts } = await checkBuiltSite(site.folder, content, records, {});
    expect(problems).toEqual([]);
    expect(counts.links).toBeGreaterThan(counts.pages);
  });
});
