import { checkFiles } from '../../src/checks/content.ts';
import type { CodeName } from '../../src/checks/codes.ts';
import type { ContentFile } from '../../src/checks/record.ts';
import { around, named } from '../fixture-content.ts';

export const sheet = 'practices/case-aperte.mdx';

/** What one check says of a content folder on a given day: `line:column message`, and the remedies apart. */
export function told(
  files: readonly ContentFile[],
  code: CodeName,
  { path = sheet, today = '2026-11-22' }: { path?: string; today?: string } = {},
): string[] {
  const { problems } = checkFiles(files, { ...around, today });
  const own = problems.map(named).filter((found) => found.file === path && found.code === code);
  return own.map(({ line, column, message, hint }) => `${line}:${column} ${message} → ${hint}`);
}

/** The place of the first letter of a passage, as `line:column`. */
export function placeOf(files: readonly ContentFile[], passage: string, path = sheet): string {
  const text = files.find((file) => file.path === path)?.text ?? '';
  if (!text.includes(passage)) throw new Error(`${path} has no «${passage}»`);
  const before = text.slice(0, text.indexOf(passage)).split('\n');
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}
