import '../plain-zod.ts';
import { personalEmail } from '../../checks/rules/personal-email.ts';
import { personalPhone } from '../../checks/rules/personal-phone.ts';
import { personalTaxCode } from '../../checks/rules/personal-tax-code.ts';
import { italian } from '../../schemas/italian.ts';
import { source } from '../../schemas/source.ts';
import { writtenFields, type Written, type WrittenField } from './kept.ts';

const rules = [personalEmail, personalPhone, personalTaxCode];

/** What the check of the base would say of each field, in its own words. A source may be left out. */
export function troublesOf(written: Written): Partial<Record<WrittenField, string>> {
  return Object.fromEntries(
    writtenFields.flatMap((field) => {
      const trouble = personalIn(written[field]) ?? ofSource(field, written[field]);
      return trouble === undefined ? [] : [[field, trouble]];
    }),
  );
}

function personalIn(text: string): string | undefined {
  for (const rule of rules) {
    const [found] = rule.find(text);
    if (found) return `${rule.message(found.shown)} ${rule.hint}`;
  }
  return undefined;
}

function ofSource(field: WrittenField, text: string): string | undefined {
  if (field === 'page' || field === 'wrong' || field === 'right' || text.trim() === '') return undefined;
  const result = source.shape[field].safeParse(text.trim(), { error: italian });
  return result.error?.issues[0]?.message;
}
