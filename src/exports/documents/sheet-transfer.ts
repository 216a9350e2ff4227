import { isAnswered } from '../../knowledge/answered.ts';
import { fieldPage } from '../../knowledge/routes.ts';
import { componentColumns, partTitles } from '../../knowledge/sheet-parts.ts';
import { conditionKinds, difficultyKinds } from '../../schemas/labels.ts';
import { routeFrom } from './addresses.ts';
import { heading, paragraph, runOf, undocumented, type Block } from './document.ts';
import { lineOf, listOf, notesOf, part, remarks, subpart, type SheetContext } from './sheet-blocks.ts';

/** What another city needs in order to decide: parts, conditions, limits, troubles and gaps. */
export const transferBlocks = (sheet: SheetContext): Block[] => {
  const { data, context } = sheet;
  return [
    ...part(partTitles.parti, [
      ...(data.mechanism ? [paragraph(data.mechanism, 'read')] : []),
      ...componentLists(sheet),
    ]),
    ...part(partTitles.condizioni, conditions(sheet)),
    ...part(partTitles['quando-no'], remarks(data.whenNotTo ?? [], context)),
    ...part(partTitles.difficolta, [
      ...difficulties(sheet),
      ...subpart('Lezioni', remarks(data.lessons ?? [], context)),
    ]),
    ...(isAnswered(data.adoptions) ? part(partTitles.riprese, adoptions(sheet)) : []),
    ...part(partTitles['non-sappiamo'], unknowns(sheet)),
  ];
};

function componentLists({ data, context }: SheetContext): Block[] {
  const components = data.components ?? [];
  if (components.length === 0) return [];
  return componentColumns.flatMap(({ kind, title, caption }) => {
    const own = components.filter((component) => component.kind === kind);
    const items = own.map(({ name, why, source }) => [
      lineOf([{ text: name, bold: true, notes: notesOf(context, source) }]),
      lineOf([{ text: why }]),
    ]);
    return [
      heading(2, title),
      lineOf([{ text: `${caption}.` }], 'small'),
      ...(items.length > 0 ? listOf(items) : [lineOf([undocumented])]),
    ];
  });
}

const conditions = ({ data, context }: SheetContext): Block[] =>
  remarks(
    (data.conditions ?? []).map(({ text, kind, essential, source }) => ({
      text,
      source,
      label: `${conditionKinds[kind]}${essential ? ', indispensabile' : ''}`,
    })),
    context,
  );

const difficulties = ({ data, context }: SheetContext): Block[] =>
  remarks(
    (data.difficulties ?? []).map(({ text, kind, response, source }) => ({
      text,
      source,
      label: difficultyKinds[kind],
      more: response && `Risposta: ${response}`,
    })),
    context,
  );

const adoptions = ({ data, context }: SheetContext): Block[] =>
  listOf(
    (data.adoptions ?? []).map(({ city, place, year, kept, changed, outcome, source }) => {
      const where = city ? context.graph.get('city', city).data.title : (place ?? '');
      const parts = { Uguale: kept, Cambiato: changed, Esito: outcome };
      return [
        lineOf([
          { text: where, bold: true },
          { text: year ? `, ${year}` : '', notes: notesOf(context, source) },
          { text: '.' },
          ...Object.entries(parts).flatMap(([label, text]) => [
            { text: ` ${label}: ` },
            runOf(text?.replace(/\.$/, '')),
            { text: '.' },
          ]),
        ]),
      ];
    }),
  );

function unknowns({ sheet, data }: SheetContext): Block[] {
  const { missing } = sheet.computed.completeness;
  const gaps = missing.map(({ field, label }) => [
    lineOf([{ text: label, href: routeFrom(sheet.page, fieldPage(field)) }]),
  ]);
  return [
    ...listOf((data.openQuestions ?? []).map((question) => [paragraph(question)])),
    ...(gaps.length > 0
      ? [
          paragraph(
            'Mancano ancora queste voci. Se ne conosci una, aprila: c’è scritto che cosa serve e dove mandarlo.',
          ),
          ...listOf(gaps),
        ]
      : [paragraph('Tutte le voci che si chiedono a una scheda hanno una risposta.')]),
  ];
}
