import { registry } from '../schemas/registry.ts';
import type { ReferenceKind } from '../schemas/values.ts';
import type { FieldModel, Shape } from '../schemas/field-model.ts';

/** What the comment above a field says: name, meaning, allowed values, limits and an example. */
export function explain({ label, required, description, example, shape }: FieldModel): string {
  const parts = [required ? `${label}.` : `${label} (facoltativo).`, description, accepts(shape)];
  const limit = limitOf(shape);
  if (limit && !description.includes(String(limit.most))) parts.push(`Fino a ${limit.most} ${limit.what}.`);
  if (required && shape.type === 'list' && shape.least === 0)
    parts.push('Se non ce ne sono, scrivi [] dopo i due punti.');
  if (example && shape.type !== 'choice') parts.push(`Per esempio: ${example}`);
  return parts.filter(Boolean).join(' ');
}

/** What may be written, and how much: the values of a closed list, where codes are, the limits. */
export function explainShape(shape: Shape): string {
  const limit = limitOf(shape);
  return [accepts(shape), limit ? `Fino a ${limit.most} ${limit.what}.` : ''].filter(Boolean).join(' ');
}

function accepts(shape: Shape): string {
  switch (shape.type) {
    case 'choice':
      return `Valori: ${shape.values.map(({ value, label }) => (label ? `${value} (${label})` : `«${value}»`)).join(', ')}.`;
    case 'boolean':
      return 'Valori: true, false.';
    case 'reference':
      return codesIn(shape.to);
    case 'list':
      return accepts(shape.item);
    default:
      return '';
  }
}

/** Where the codes of a reference are found; a source's are in the very file. */
function codesIn(kind: ReferenceKind): string {
  if (kind === 'source') return '';
  const { store } = registry[kind];
  return store.shape === 'list'
    ? `I codici sono in ${store.file}.`
    : `Il codice è il nome di un file di ${store.folder}, senza .mdx.`;
}

function limitOf(shape: Shape): { most: number; what: string } | null {
  if (shape.type === 'text' && shape.longest !== undefined) return { most: shape.longest, what: 'caratteri' };
  if (shape.type === 'list' && shape.most !== undefined) return { most: shape.most, what: 'voci' };
  return null;
}

/**
 * What a field is for, said to who fills in a form: codes, quotation marks and «true» are the business of who writes a
 * file.
 */
export const inForms = (description: string): string =>
  description
    .replace(/\b([Uu])n codice dell’elenco/, '$1na voce dell’elenco')
    .replace(/^Codice dell’elenco/, 'Dall’elenco')
    .replace(/^Sigla di una delle fonti elencate in questo file/, 'Una delle fonti che hai scritto')
    .replace(/^Sigla della fonte/, 'La fonte')
    .replace(/,? fra apici/, '')
    .replace(/\btrue\b/, 'Sì');
