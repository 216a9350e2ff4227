import type { FormLists } from '../exports/form-lists.ts';
import type { FormKind } from '../knowledge/routes.ts';
import { nounOf } from '../knowledge/change-words.ts';
import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { registry } from '../schemas/registry.ts';
import type { AreaContent } from './area.ts';
import { valueAt } from './draft-edits.ts';
import { inForms } from './explain.ts';
import { formSteps } from './form-steps.ts';
import { promptsFor } from './prompts.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { templateKinds } from './template.ts';
import { wordsOf, type Names } from './typed-value.ts';

/** One question of the Word form, and what was answered. */
export interface WordRow {
  /** The field, with what it stands in: `title`, `period.start`, `facts.value`. Printed beside the question. */
  key: string;
  label: string;
  help: string;
  /** A paragraph each. */
  answer: readonly string[];
}

/** A piece of the Word form. */
export type WordPart =
  | { part: 'heading'; level: 1 | 2 | 3; text: string }
  | { part: 'guide'; text: string }
  /** Answers of one group of questions, or of one item of a list. */
  | { part: 'table'; rows: readonly WordRow[] }
  /** The text of a section, as Markdown. */
  | { part: 'section'; title: string; text: string };

interface Material {
  kind: FormKind;
  /** Null for a workshop. */
  area: AreaContent | null;
  lists: FormLists;
  names: Names;
  /** The answers that are there already. */
  draft?: SheetDraft | undefined;
}

/** Empty copies of what repeats. */
const copies = 2;

/** By this a form is known again; the kind and the area follow. */
export const formMark = 'Modulo Tra Pari:';

/** The whole form, in the order in which it is printed. */
export function wordParts({ kind, area, lists, names, draft }: Material): WordPart[] {
  const fields = new Map(fieldsOf(registry[kind].schema).map((field) => [field.key, field]));
  const guide = (text: string): WordPart => ({ part: 'guide', text });
  const isSource = (key: string): boolean => key === 'sources';
  const rowsOf = (models: readonly FieldModel[], prefix: string, value: unknown): WordRow[] =>
    models.flatMap((field): WordRow[] => {
      const key = prefix + field.key;
      const own = valueAt(value, [field.key]);
      if (field.shape.type === 'group') return rowsOf(field.shape.fields, `${key}.`, own);
      if (isItems(field.shape)) return [];
      return [{ key, label: labelOf(field, prefix, fields), help: helpOf(field, lists, area), answer: answerOf(field.shape, own, names) }]; // prettier-ignore
    });
  /** What repeats: a heading, a guide, a table for each item and some empty ones. */
  const itemsOf = (models: readonly FieldModel[], prefix: string, value: unknown): WordPart[] =>
    models.flatMap((field): WordPart[] => {
      const key = prefix + field.key;
      const own = valueAt(value, [field.key]);
      if (field.shape.type === 'group') return itemsOf(field.shape.fields, `${key}.`, own);
      if (!isItems(field.shape)) return [];
      const parts = field.shape.item.fields;
      const items: readonly unknown[] = Array.isArray(own) ? own : [];
      const noun = nounOf(field.key) ?? { one: 'una voce', bare: 'Voce' };
      const blank = Array.from({ length: copies }, () => ({}));
      return [
        { part: 'heading', level: 2, text: field.label },
        guide(`${field.description} Ogni tabella è ${noun.one}: se ne servono altre copia una tabella vuota e incollala sotto; quelle vuote lasciale.`), // prettier-ignore
        ...(isSource(key)
          ? [guide('La sigla la scegli tu, breve: è quella che poi scrivi accanto a ogni dato.')]
          : []),
        ...(field.key === 'facts' && area ? [guide(`Indicatori consigliati per quest’area: ${area.indicators.map(({ data }) => data.title).join('; ')}.`)] : []), // prettier-ignore
        ...[...items, ...blank].flatMap((item, index): WordPart[] => [
          { part: 'heading', level: 3, text: `${noun.bare} ${index + 1}` },
          { part: 'table', rows: rowsOf(parts, `${key}.`, item) },
          ...itemsOf(parts, `${key}.`, item),
        ]),
      ];
    });
  const steps = formSteps[kind].flatMap(({ title, lead, fields: keys, hasSections }): WordPart[] => {
    const models = keys.flatMap((key) => fields.get(key) ?? []);
    const rows = rowsOf(models, '', draft?.data);
    return [
      { part: 'heading', level: 1, text: title },
      guide(lead),
      ...(rows.length > 0 ? [{ part: 'table', rows } as const] : []),
      ...itemsOf(models, '', draft?.data),
      ...(hasSections ? sectionParts(kind, area, draft) : []),
    ];
  });
  const about = area ? `, ${area.id}` : '';
  return [
    guide(`${formMark} ${kind}${about}`),
    guide(`${templateKinds[kind]}${area ? `, area: ${area.data.title}` : ''}. Scrivi nella colonna di destra. Quello che non sai lascialo vuoto: nella pagina si leggerà «non documentato». Non cambiare le parole fra parentesi quadre: servono a ritrovare i campi.`), // prettier-ignore
    guide(
      'Ogni cifra vuole la sua fonte. Niente nomi, indirizzi di posta o telefoni di persone: solo uffici e ruoli.',
    ),
    ...steps,
  ];
}

/** A list whose items have parts. */
export const isItems = (shape: Shape): shape is Extract<Shape, { type: 'list' }> & { item: Extract<Shape, { type: 'group' }> } =>
  shape.type === 'list' && shape.item.type === 'group'; // prettier-ignore

function sectionParts(kind: FormKind, area: AreaContent | null, draft: SheetDraft | undefined): WordPart[] {
  const titles: readonly string[] = registry[kind].store.sections;
  return titles.flatMap((title): WordPart[] => {
    const questions =
      area?.data.guidance.find(({ section }) => section === title)?.questions ?? promptsFor(title);
    return [
      { part: 'heading', level: 2, text: title },
      { part: 'guide', text: `Scrivi qui sotto, con i titoli, gli elenchi e le tabelle di Word. Domande guida: ${questions.join(' ')}` },
      { part: 'section', title, text: draft?.sections[title] ?? '' },
    ]; // prettier-ignore
  });
}

/** A part of a group is called with the group: «Quando: inizio». */
function labelOf(
  { label, required }: FieldModel,
  prefix: string,
  fields: ReadonlyMap<string, FieldModel>,
): string {
  const group = fields.get(prefix.split('.')[0] ?? '');
  const name = group && !isItems(group.shape) ? `${group.label}: ${label.toLowerCase()}` : label;
  return required ? `${name} (serve)` : name;
}

/** A list as long as this is printed whole. */
const mostNames = 40;

function helpOf(
  { description, example, shape }: FieldModel,
  lists: FormLists,
  area: AreaContent | null,
): string {
  const isNamed = shape.type === 'choice' || shape.type === 'reference' || (shape.type === 'list' && shape.item.type === 'reference'); // prettier-ignore
  return [
    inForms(description),
    accepts(shape, lists, area),
    example && !isNamed ? `Per esempio: ${example.replaceAll("'", '')}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function accepts(shape: Shape, lists: FormLists, area: AreaContent | null): string {
  switch (shape.type) {
    case 'choice':
      return `Una di queste voci: ${shape.values.map(({ value, label }) => label ?? value).join('; ')}.`;
    case 'boolean':
      return 'Scrivi sì oppure no.';
    case 'list':
      return `Una voce per riga. ${accepts(shape.item, lists, area)}`.trim();
    case 'reference': {
      if (shape.to === 'source') return 'La sigla della fonte.';
      const own = shape.to === 'need' && area ? area.needs.map(({ data }) => data.title) : lists[shape.to].map(({ data }) => data.title); // prettier-ignore
      return own.length <= mostNames ? `Fra queste voci: ${own.join('; ')}.` : 'Scrivi il nome.';
    }
    default:
      return '';
  }
}

function answerOf(shape: Shape, value: unknown, names: Names): readonly string[] {
  if (value === undefined) return [];
  if (shape.type === 'list')
    return (value as readonly unknown[]).map((item) =>
      wordsOf(shape.item, item, names).replaceAll('\n', ' '),
    );
  return wordsOf(shape, value, names).split('\n');
}
