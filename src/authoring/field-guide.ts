import { fieldPlaces, guidedKinds, type GuidedKind } from '../knowledge/field-places.ts';
import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { registry } from '../schemas/registry.ts';
import { explainShape } from './explain.ts';

/** `docs/campi.md`: every field of every sheet, for who writes a file in an editor of text. */
export function fieldGuide(): string {
  return [
    introduction,
    ...guidedKinds.map((kind) => `- [${title(kind)}](#${title(kind).toLowerCase()})`),
    ...guidedKinds.flatMap((kind) => [
      `\n## ${title(kind)}`,
      ...fieldsOf(registry[kind].schema).map((field) => chapter(kind, field)),
    ]),
    '',
  ].join('\n');
}

const introduction = `<!-- Questa pagina è scritta da «npm run docs» a partire da src/schemas: non va corretta a mano. -->

# I campi delle schede

Che cosa va in ogni campo, con un esempio, e dove si vede. Le stesse cose si leggono nel sito, in «Contribuisci», «I campi», e accanto a ogni campo del modulo. Un editor di testo che conosce gli schemi (\`docs/schemi\`, o VS Code con le estensioni consigliate) le dice mentre si scrive.

Le raccolte:
`;

const title = (kind: GuidedKind): string => registry[kind].names.many;

function chapter(kind: GuidedKind, field: FieldModel): string {
  const { key, label, description, example, required, shape } = field;
  return [
    `\n### \`${key}\`: ${plain(label)}`,
    `${plain(description)} ${required ? '**Obbligatorio.**' : 'Facoltativo.'} ${plain(explainShape(shape))}`.trim(),
    ...(example ? [`Esempio: \`${example}\``] : []),
    `Dove si vede: ${plain(lower(fieldPlaces[kind][key] ?? ''))}`,
    ...parts(shape),
  ].join('\n\n');
}

/** What a group, or each item of a list, is made of. */
function parts(shape: Shape, depth = 0): string[] {
  const inner = shape.type === 'list' ? shape.item : shape;
  const groups = inner.type === 'group' ? [inner.fields] : inner.type === 'variants' ? inner.options : [];
  const lines = groups.flatMap((fields) =>
    fields.flatMap(({ key, label, description, example, required, shape: own }): string[] => [
      `${'  '.repeat(depth)}- \`${key}\` ${plain(label)}${required ? ' (serve)' : ''}: ${plain([description, explainShape(own)].filter(Boolean).join(' '))}${example ? ` Esempio: \`${example}\`` : ''}`,
      ...parts(own, depth + 1),
    ]),
  );
  return lines.length === 0 ? [] : depth === 0 ? [lines.join('\n')] : lines;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A text in which no sign means anything to Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').trim();
