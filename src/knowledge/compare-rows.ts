import {
  conditionKinds,
  costKinds,
  difficultyKinds,
  documentKinds,
  organisationKinds,
  practiceStatuses,
  scales,
} from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import { aside, from, type ComparedSheet, type DraftLine, type LinesOf } from './compare-sheet.ts';
import { contrastMarks } from './conflicts.ts';
import { evidenceLevels } from './evidence.ts';
import { capital, formatDate, formatEuro, formatNumber, formatYears, plural, uncapital } from './format.ts';
import { componentColumns } from './sheet-parts.ts';
import { evaluationLabel, staffText } from './sheet-words.ts';

/** One question put to every sheet. */
export interface RowKind {
  id: string;
  /** The field of the sheet that answers, or what is computed from all of them. */
  field: keyof Practice | 'computed';
  label: string;
  linesOf: LinesOf;
}

export interface GroupKind {
  id: string;
  title: string;
  /** The rows of figures are those of the sheets: they are known only when these are. */
  rows: readonly RowKind[] | 'facts';
}

/**
 * What each field is called: the labels of the schema, which is too heavy for a browser. A test holds them to it.
 */
export const fieldLabels = {
  tagline: 'In una riga',
  summary: 'In breve',
  focusAreas: 'Aree di focus',
  needs: 'Bisogni',
  targetGroups: 'A chi si rivolge',
  city: 'Città',
  district: 'Luoghi',
  scale: 'Scala',
  period: 'Quando',
  status: 'Stato',
  lead: 'Chi guida',
  partners: 'Partner',
  contact: 'A chi chiedere',
  sources: 'Fonti',
  facts: 'Dati',
  differences: 'Valori che non coincidono',
  evaluation: 'Valutazioni',
  reviewedOn: 'Riletta il',
  funding: 'Finanziamenti',
  costs: 'Costi',
  mechanism: 'Perché dovrebbe funzionare',
  components: 'Parti della pratica',
  procedure: 'Percorso amministrativo',
  documents: 'Atti e documenti',
  staffing: 'Persone al lavoro',
  conditions: 'Condizioni',
  whenNotTo: 'Quando non usarla',
  difficulties: 'Difficoltà',
  lessons: 'Lezioni',
  adoptions: 'Chi l’ha ripresa',
  openQuestions: 'Che cosa non sappiamo',
} as const satisfies Partial<Record<keyof Practice, string>>;

/** The fields that no row shows, and why. */
export const leftOut = {
  title: 'stands at the head of the column',
  aliases: 'other spellings of the title, for who searches',
  hiddenLabels: 'words for the search, printed nowhere',
  proposedNeeds: 'a proposal to the editors of the list of needs',
  teaching: 'material for a room, no ground for a choice',
  related: 'a pointer of the editors to other sheets',
  draft: 'a draft is published nowhere',
  authors: 'who wrote the sheet says nothing of the practice',
  reviewBy: 'when it was last read is there',
  license: 'the same for all',
  redirects: 'old addresses of the page',
} as const satisfies Partial<Record<keyof Practice, string>>;

type Listed<Field extends keyof Practice> = NonNullable<Practice[Field]> extends (infer One)[] ? One : never;

const row = (
  field: keyof typeof fieldLabels,
  linesOf: (data: Practice, sheet: ComparedSheet) => readonly DraftLine[],
): RowKind => ({
  id: field,
  field,
  label: fieldLabels[field],
  linesOf: (sheet) => linesOf(sheet.data, sheet),
});

/** One row of a field that is divided in several. */
const part = (whole: RowKind, name: string, title: string): RowKind => ({
  ...whole,
  id: `${whole.id}-${name}`,
  label: `${whole.label}: ${title}`,
});

const line = (text: string | undefined | null): DraftLine[] => (text ? [[{ text }]] : []);
const titles = (
  { graph }: ComparedSheet,
  kind: 'focus-area' | 'need' | 'target-group',
  ids: readonly string[],
) => ids.map((id): DraftLine => [{ text: graph.get(kind, id).data.title }]);

const remark = ({ text, source }: Listed<'lessons'>): DraftLine => [{ text, ...from(source) }];

function costLine({ item, amount, year, kind, note, source }: Listed<'costs'>): DraftLine {
  return [
    { text: `${item}: ` },
    { text: formatEuro(amount), bold: true, sources: [source] },
    ...aside(costKinds[kind], year ? `prezzi del ${year}` : 'anno dei prezzi non documentato', note),
  ];
}

function fundingLine(
  { graph }: ComparedSheet,
  { programme, name, amount, note, source }: Listed<'funding'>,
): DraftLine {
  const who = [programme && graph.get('programme', programme).data.title, name].filter(Boolean).join(', ');
  return [
    { text: `${who}: ` },
    {
      text: amount === undefined ? 'importo non documentato' : formatEuro(amount),
      bold: amount !== undefined,
      undocumented: amount === undefined,
      sources: [source],
    },
    ...aside(note),
  ];
}

function stepLine({ step, act, body, months, document, note, source }: Listed<'procedure'>): DraftLine {
  return [
    { text: step, bold: true, ...from(source) },
    ...(act || document ? [{ text: '. Atto: ' }, { text: act ?? 'documento', href: document }] : []),
    ...(body ? [{ text: `. Organo: ${body}` }] : []),
    ...(months === undefined ? [] : [{ text: `. Mesi: ${formatNumber(months)}` }]),
    ...aside(note),
  ];
}

function adoptionLine({ graph }: ComparedSheet, adoption: Listed<'adoptions'>): DraftLine {
  const { city, place, year, kept, changed, outcome, source } = adoption;
  const where = city ? graph.get('city', city).data.title : place;
  const told = [kept && `Uguale: ${kept}`, changed && `Cambiato: ${changed}`, outcome && `Esito: ${outcome}`];
  return [
    { text: [where, year].filter(Boolean).join(', '), bold: true, sources: [source] },
    { text: `. ${told.flatMap((text) => (text ? `${text.replace(/\.$/, '')}. ` : [])).join('')}` },
    ...(outcome ? [] : [{ text: 'Esito: ' }, { text: 'non documentato', undocumented: true }]),
  ];
}

/** How many documents, and whose: three pages of one body are one voice. */
function sourceLines({ sources }: Practice): DraftLine[] {
  const byPublisher = Map.groupBy(sources, ({ publisher }) => publisher);
  if (sources.length === 0) return [];
  const count = `${plural(sources.length, 'fonte', 'fonti')}, di ${plural(byPublisher.size, 'editore', 'editori')}`;
  return [
    [{ text: count, bold: true }],
    ...[...byPublisher]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([publisher, own]): DraftLine => [{ text: `${publisher}: ${own.length}` }]),
  ];
}

const components = row('components', () => []);
const componentRows = componentColumns.map(({ kind, title }) => ({
  ...part(components, kind, uncapital(title)),
  linesOf: ({ data }: ComparedSheet) =>
    (data.components ?? [])
      .filter((component) => component.kind === kind)
      .map(({ name, why, source }): DraftLine => [
        { text: name, bold: true, ...from(source) },
        { text: `. ${why}` },
      ]),
}));

const conditions = row('conditions', () => []);
const conditionRows = (Object.keys(conditionKinds) as (keyof typeof conditionKinds)[]).map((kind) => ({
  ...part(conditions, kind, conditionKinds[kind]),
  linesOf: ({ data }: ComparedSheet) =>
    (data.conditions ?? [])
      .filter((condition) => condition.kind === kind)
      .map(({ text, essential, source }): DraftLine => [
        ...(essential ? [{ text: 'Indispensabile: ', bold: true }] : []),
        { text, ...from(source) },
      ]),
}));

const procedure = row('procedure', ({ procedure: steps }) => (steps ?? []).map(stepLine));
const months: RowKind = {
  ...part(procedure, 'mesi', 'quanto è durato ogni passo'),
  linesOf: ({ data }) =>
    (data.procedure ?? []).flatMap(({ step, months: count, source }) =>
      count === undefined
        ? []
        : [
            [
              {
                text: `${formatNumber(count)} ${count === 1 ? 'mese' : 'mesi'}`,
                bold: true,
                ...from(source),
              },
              { text: `: ${step}` },
            ],
          ],
    ),
};

const evidence: RowKind = {
  id: 'prova',
  field: 'computed',
  label: 'Livello di prova della scheda',
  linesOf: ({ computed }) => {
    const { level, name, rule } = evidenceLevels[computed.evidence.level];
    return [[{ text: `${capital(name)}, ${level} su 4`, bold: true }, ...aside(rule)]];
  },
};

const completeness: RowKind = {
  id: 'completezza',
  field: 'computed',
  label: 'Completezza della scheda',
  linesOf: ({ computed: { completeness: whole } }) => [
    [{ text: `${whole.answered} voci su ${whole.total}`, bold: true }],
  ],
};

const missing: RowKind = {
  id: 'mancano',
  field: 'computed',
  label: 'Voci che mancano alla scheda',
  linesOf: ({ computed: { completeness: whole } }) =>
    whole.missing.length > 0
      ? whole.missing.map(({ label }): DraftLine => [{ text: label }])
      : [[{ text: 'Nessuna.' }]],
};

/** The rows in the order of the page. */
export const compareGroups: readonly GroupKind[] = [
  {
    id: 'identita',
    title: 'Che cos’è',
    rows: [
      row('tagline', ({ tagline }) => line(tagline)),
      row('summary', ({ summary }) => line(summary)),
      row('focusAreas', ({ focusAreas }, sheet) => titles(sheet, 'focus-area', focusAreas)),
      row('needs', ({ needs }, sheet) => titles(sheet, 'need', needs)),
      row('targetGroups', ({ targetGroups }, sheet) => titles(sheet, 'target-group', targetGroups)),
      row('city', ({ city }, { graph }) => line(graph.get('city', city).data.title)),
      row('district', ({ district }) => line(district)),
      row('scale', ({ scale }) => line(scale && capital(scales[scale]))),
      row('period', ({ period }) => {
        const years = formatYears(period);
        return years ? [[{ text: years, bold: true, sources: period.sources }, ...aside(period.note)]] : [];
      }),
      row('status', ({ status }) => line(capital(practiceStatuses[status]))),
      row('lead', ({ lead }) => [[{ text: lead.name }, ...aside(organisationKinds[lead.kind])]]),
      row('partners', ({ partners }) =>
        (partners ?? []).map(({ name, role, source }) => [
          { text: [name, role].filter(Boolean).join(': '), ...from(source) },
        ]),
      ),
      row('contact', ({ contact }) => (contact ? [[{ text: contact.office, href: contact.url }]] : [])),
    ],
  },
  {
    id: 'prove',
    title: 'Su che cosa si regge',
    rows: [
      evidence,
      row('evaluation', ({ evaluation }) =>
        (evaluation ?? []).map((one) => [
          { text: capital(evaluationLabel(one)), bold: true, sources: [one.source] },
          ...(one.text ? [{ text: `. ${one.text}` }] : []),
        ]),
      ),
      row('sources', sourceLines),
      row('differences', (_, { context: { contrasts } }) =>
        contrasts.length > 0
          ? contrasts.map(({ title, kind, sentences }): DraftLine => [
              { text: `${title}: ${contrastMarks[kind]}` },
              ...aside(...sentences.map(({ text }) => text)),
            ])
          : [[{ text: 'Nessuno, fra i dati della scheda.' }]],
      ),
      completeness,
      row('reviewedOn', ({ reviewedOn }) => line(formatDate(reviewedOn))),
    ],
  },
  {
    id: 'soldi',
    title: 'Quanto è costata e chi ha pagato',
    rows: [
      row('funding', ({ funding }, sheet) => (funding ?? []).map((one) => fundingLine(sheet, one))),
      row('costs', ({ costs }) => (costs ?? []).map(costLine)),
    ],
  },
  { id: 'numeri', title: 'I numeri', rows: 'facts' },
  {
    id: 'come',
    title: 'Come si fa',
    rows: [
      row('mechanism', ({ mechanism }) => line(mechanism)),
      ...componentRows,
      procedure,
      months,
      row('staffing', ({ staffing }) =>
        (staffing ?? []).map((staff) => [{ text: staffText(staff), ...from(staff.source) }]),
      ),
      row('documents', ({ documents }) =>
        (documents ?? []).map(({ title, kind, url, reusable, source }) => [
          { text: title, href: url, ...from(source) },
          ...aside(documentKinds[kind], reusable && 'altri Comuni possono partire da qui'),
        ]),
      ),
    ],
  },
  {
    id: 'portarla',
    title: 'Portarla altrove',
    rows: [
      ...conditionRows,
      row('whenNotTo', ({ whenNotTo }) => (whenNotTo ?? []).map(remark)),
      row('difficulties', ({ difficulties }) =>
        (difficulties ?? []).map(({ kind, text, response, source }) => [
          { text: `${capital(difficultyKinds[kind])}: `, bold: true },
          { text, ...from(source) },
          ...(response ? [{ text: ` Risposta: ${response}` }] : []),
        ]),
      ),
      row('lessons', ({ lessons }) => (lessons ?? []).map(remark)),
      row('adoptions', ({ adoptions }, sheet) => (adoptions ?? []).map((one) => adoptionLine(sheet, one))),
    ],
  },
  {
    id: 'non-sappiamo',
    title: 'Che cosa non si sa',
    rows: [
      row('openQuestions', ({ openQuestions }) => (openQuestions ?? []).flatMap((text) => line(text))),
      missing,
    ],
  },
];

/** What is compared, group by group, for who has not chosen anything yet. */
export const comparedRows = compareGroups.map(({ title, rows }) => ({
  title,
  labels: rows === 'facts' ? ['ogni dato che almeno una scheda misura'] : rows.map(({ label }) => label),
}));
