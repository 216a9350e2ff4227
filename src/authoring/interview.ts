import {
  heading,
  paragraph,
  type Block,
  type Boxes,
  type Run,
  type Table,
  type TextDocument,
} from '../exports/documents/document.ts';
import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { practiceSections } from '../schemas/practice-sections.ts';
import { practice, type Practice } from '../schemas/practice.ts';
import { workshop, workshopSections, type Workshop } from '../schemas/workshop.ts';
import { interviewName } from '../knowledge/routes.ts';
import type { Graph } from '../knowledge/graph.ts';
import { areaContent, type AreaContent } from './area.ts';
import { promptsFor } from './prompts.ts';

/** What a person asks and writes down by hand, in one hour: the paper, and the fields of the schema that it asks. */
export interface Interview {
  document: TextDocument;
  /** Top-level keys of the schema. */
  asked: readonly string[];
}

/** Fields that no interview asks, with the reason. */
export const leftOut = {
  practice: {
    focusAreas: 'è quella di questo foglio',
    tagline: 'si scrive dopo, quando si sa che cosa si racconta',
    summary: 'si scrive dopo, quando si sa che cosa si racconta',
    aliases: 'si cercano nei documenti',
    hiddenLabels: 'li pensa chi cura la ricerca',
    differences: 'si vedono quando i dati sono sulla scheda',
    teaching: 'lo scrive chi prepara l’aula',
    related: 'le accosta chi cura la base',
    draft: 'non è una cosa da chiedere',
    authors: 'chi scrive la scheda firma dopo',
    reviewedOn: 'si scrive dopo la rilettura',
    reviewBy: 'si scrive dopo la rilettura',
    license: 'è una sola per tutti i contenuti',
    redirects: 'li tiene chi cura la base',
  },
  workshop: {
    tagline: 'si scrive dopo, quando si sa che cosa si racconta',
    summary: 'si scrive dopo, quando si sa che cosa si racconta',
    aliases: 'si cercano nei documenti',
    hiddenLabels: 'li pensa chi cura la ricerca',
    dateNote: 'si scrive se i documenti non concordano',
    eventSources: 'si ricavano dalle fonti, che qui si chiedono',
    needsRaised: 'li riconosce chi cura la base, da ciò che è stato detto',
    results: 'si sanno mesi dopo, da un documento',
    differences: 'si vedono quando i dati sono sulla scheda',
    timing: 'lo scrive il piano della sessione, minuto per minuto',
    draft: 'non è una cosa da chiedere',
    authors: 'chi scrive la scheda firma dopo',
    reviewedOn: 'si scrive dopo la rilettura',
    reviewBy: 'si scrive dopo la rilettura',
    license: 'è una sola per tutti i contenuti',
    redirects: 'li tiene chi cura la base',
  },
} as const satisfies {
  practice: Partial<Record<keyof Practice, string>>;
  workshop: Partial<Record<keyof Workshop, string>>;
};

interface Named {
  id: string;
  data: { title: string };
}

/** A stretch of the paper, and the fields it asks. */
interface Part {
  asks: readonly string[];
  blocks: readonly Block[];
}

const advice =
  'Non scrivere nomi di persone, indirizzi di posta o numeri di telefono: solo uffici e ruoli. Dove nessuno sa, scrivi «non si sa»: è una risposta. Di ogni cifra segna la lettera del documento che la dice.';
const hands = 'Nella colonna «Fonte» scrivi la lettera del documento, e la pagina se la sai.';
/** Room for a hand in a row of a table, in millimetres. */
const rowHeight = 9;

/** Every paper of the base: one for each area in their order, and one for a workshop, whose area is null. */
export function interviewsOf(
  graph: Pick<Graph, 'all'>,
): (Interview & { area: string | null; name: string })[] {
  const areas = graph.all('focus-area').toSorted((a, b) => a.data.order - b.data.order);
  const groups = graph.all('target-group');
  const lists = {
    areas,
    indicators: graph.all('indicator'),
    needs: graph.all('need'),
    programmes: graph.all('programme'),
  };
  const ofAreas = areas.flatMap(({ id }) => {
    const area = areaContent(id, lists);
    return area ? [{ area: id, name: interviewName(id), ...practiceInterview(area, groups) }] : [];
  });
  return [...ofAreas, { area: null, name: interviewName(null), ...workshopInterview(areas) }];
}

/** The paper for who asks about a practice of an area. */
function practiceInterview(area: AreaContent, groups: readonly Named[]): Interview {
  const form = asking(fieldsOf(practice));
  const questions = (title: string) =>
    area.data.guidance.find(({ section }) => section === title)?.questions ?? [];
  const parts: Part[] = [
    form.boxes(['title', 'city', 'district', 'period', 'lead', 'contact'], 14),
    opening,
    titled('A che punto è', [form.ticks('status'), form.ticks('scale')]),
    titled('Per chi', [
      form.named('needs', area.needs),
      { asks: ['proposedNeeds'], blocks: [...form.label('proposedNeeds'), lines(1)] },
      form.named('targetGroups', groups),
    ]),
    form.documents(['title', 'publisher', 'date', 'url']),
    titled(
      'I dati',
      [
        form.table('facts', {
          cells: { indicator: 35, value: 20, asOf: 15, scope: 15, source: 15 },
          rows: [...area.indicators.map(({ data }) => measured(data)), '', ''],
        }),
        form.ticks('evaluation', 'kind'),
        { asks: ['evaluation'], blocks: [paragraph(yesNo('Indipendente'), 'small'), lines(2)] },
      ],
      hands,
    ),
    titled(
      'Il racconto',
      practiceSections.map((title) => told(title, questions(title), 5)),
    ),
    titled('I soldi', [
      form.table('costs', { cells: { item: 35, amount: 15, year: 15, kind: 20, source: 15 }, rows: 4 }),
      form.table('funding', { cells: { name: 60, amount: 25, source: 15 }, rows: 3 }),
      fundsOf(area),
    ]),
    titled('Atti e passi', [
      form.table('procedure', { cells: { step: 30, act: 25, body: 20, months: 10, source: 15 }, rows: 6 }),
      form.table('documents', { cells: { title: 45, kind: 30, reusable: 25 }, rows: 2 }),
    ]),
    titled('Le persone', [
      form.table('staffing', { cells: { role: 55, fte: 25, months: 20 }, rows: 3 }),
      form.table('partners', { cells: { name: 40, kind: 25, role: 35 }, rows: 4 }),
      {
        asks: [],
        blocks: [paragraph(`Di solito si coinvolgono: ${area.data.stakeholders.join('; ')}.`, 'small')],
      },
    ]),
    titled('Che cosa serve', [
      form.table('conditions', { cells: { kind: 25, text: 55, essential: 20 }, each: 'kind' }),
      form.table('components', { cells: { kind: 35, name: 30, why: 35 }, each: 'kind' }),
      form.lines('mechanism', 2),
      form.lines('whenNotTo', 2),
    ]),
    titled('Che cosa è andato storto', [
      form.ticks('difficulties', 'kind'),
      form.table('difficulties', { cells: { text: 50, response: 50 }, rows: 3, height: 14 }),
      form.lines('lessons', 2),
      form.table('adoptions', { cells: { place: 30, year: 15, changed: 55 }, rows: 2 }),
      form.lines('openQuestions', 2),
    ]),
  ];
  return interviewOf(
    { title: area.data.title, kind: 'Scheda da intervista: una pratica' },
    'Un’ora con chi ha seguito la pratica, con i documenti sul tavolo.',
    parts,
  );
}

/** The paper for who asks about a workshop. */
function workshopInterview(areas: readonly Named[]): Interview {
  const form = asking(fieldsOf(workshop));
  const parts: Part[] = [
    form.boxes(['title', 'start', 'end', 'city', 'venue', 'organisers', 'programme', 'contact'], 14),
    opening,
    titled('Che incontro è', [form.ticks('kinds'), form.named('focusAreas', areas)]),
    form.documents(['title', 'publisher', 'date', 'url']),
    titled('Di che cosa', [form.lines('purpose', 2), form.lines('questions', 3)]),
    titled(
      'Chi c’era',
      [form.table('participants', { cells: { city: 35, note: 50, source: 15 }, rows: 6 })],
      hands,
    ),
    titled('Come si è svolto', [
      form.table('agenda', { cells: { part: 20, time: 20, items: 60 }, rows: 5, height: 12 }),
      form.table('presented', { cells: { name: 80, source: 20 }, rows: 4 }),
      form.table('visits', { cells: { place: 40, note: 45, source: 15 }, rows: 2 }),
      form.lines('activities', 1),
      form.lines('session', 1),
      form.lines('method', 2),
      form.table('tables', {
        cells: { focusArea: 40, text: 60 },
        rows: areas.map(({ data }) => data.title),
        height: 16,
      }),
    ]),
    titled(
      'Il racconto',
      workshopSections.map((title) => told(title, promptsFor(title), 5)),
    ),
    titled('Che cosa ne è uscito', [
      form.lines('insights', 4),
      form.lines('decisions', 3),
      form.table('commitments', { cells: { who: 25, what: 40, by: 15, status: 20 }, rows: 4, height: 14 }),
      form.lines('openQuestions', 3),
      form.table('facts', { cells: { indicator: 45, value: 20, asOf: 20, source: 15 }, rows: 4 }),
      form.lines('nextTime', 2),
    ]),
  ];
  return interviewOf(
    { title: 'Un laboratorio', kind: 'Scheda da intervista: un laboratorio' },
    'Un’ora con chi ha organizzato l’incontro, con i documenti sul tavolo.',
    parts,
  );
}

/** Who asks and who answers, never by name. */
const opening: Part = {
  asks: [],
  blocks: [
    {
      kind: 'boxes',
      columns: 2,
      height: 14,
      items: [
        { title: 'Chi risponde', hint: 'Ufficio e ruolo, senza nome.' },
        { title: 'Giorno del colloquio', hint: 'E ufficio di chi domanda.' },
      ],
    },
  ],
};

function interviewOf(
  head: Pick<TextDocument, 'title' | 'kind'>,
  lead: string,
  parts: readonly Part[],
): Interview {
  return {
    document: {
      ...head,
      lead,
      blocks: [paragraph(advice, 'small'), ...parts.flatMap(({ blocks }) => blocks)],
      footer: `${head.kind}. ${head.title}.`,
    },
    asked: [...new Set(parts.flatMap(({ asks }) => asks))],
  };
}

function titled(title: string, parts: readonly Part[], note?: string): Part {
  return {
    asks: parts.flatMap(({ asks }) => asks),
    blocks: [
      heading(1, title),
      ...(note ? [paragraph(note, 'small')] : []),
      ...parts.flatMap(({ blocks }) => blocks),
    ],
  };
}

const lines = (count: number): Block => ({ kind: 'blank', lines: count });
const box = (label: string): string => `☐\u00a0${label}`;
const yesNo = (label: string): string => `${label}: ${box('sì')}\u2003${box('no')}`;

function told(title: string, questions: readonly string[], room: number): Part {
  return {
    asks: [],
    blocks: [heading(2, title), paragraph(questions.join(' '), 'small'), lines(room)],
  };
}

function fundsOf(area: AreaContent): Part {
  const names = area.data.funds.flatMap(({ programme, name }) => {
    const title = area.programmes.find(({ id }) => id === programme)?.data.title ?? name;
    return title ? [box(title)] : [];
  });
  return {
    asks: [],
    blocks: names.length > 0 ? [paragraph(`Fondi tipici: ${names.join('\u2003')}`, 'small')] : [],
  };
}

const measured = ({ title, unit }: { title: string; unit?: { many: string } | undefined }): string =>
  unit ? `${title} (${unit.many})` : title;

interface TableAsked {
  /** Keys of the fields, each with the share of the width of its column. */
  cells: Readonly<Record<string, number>>;
  /** What stands in the first cell of each row, or how many rows are empty. */
  rows?: number | readonly string[];
  /** One row for each value of a choice, which stands in its first cell. */
  each?: string;
  height?: number;
}

/** Ways to ask for the fields of a schema on paper, in the words of the schema. */
function asking(fields: readonly FieldModel[]) {
  const fieldAt = (key: string, among: readonly FieldModel[] = fields): FieldModel => {
    const found = among.find((field) => field.key === key);
    if (!found) throw new Error(`no field ${key}`);
    return found;
  };
  const label = (key: string): Block[] => {
    const { label: name, description } = fieldAt(key);
    return [{ kind: 'paragraph', runs: [{ text: `${name}. `, bold: true }, { text: description }] }];
  };
  const ticked = (field: FieldModel, names: readonly string[]): Block => {
    const runs: Run[] = [{ text: `${field.label}: `, bold: true }, { text: names.map(box).join('\u2003') }];
    return { kind: 'paragraph', runs };
  };
  return {
    label,
    boxes: (keys: readonly string[], height: number): Part => {
      const items: Boxes['items'] = keys.map((key) => {
        const { label: title, description } = fieldAt(key);
        return { title, hint: description };
      });
      return { asks: keys, blocks: [{ kind: 'boxes', columns: 2, height, items }] };
    },
    lines: (key: string, count: number): Part => ({ asks: [key], blocks: [...label(key), lines(count)] }),
    /** The values of a closed list, or of a field of its items. */
    ticks: (key: string, inner?: string): Part => {
      const whole = fieldAt(key);
      const field = inner ? { ...fieldAt(inner, partsOf(whole.shape)), label: whole.label } : whole;
      return { asks: [key], blocks: [ticked(field, valuesOf(field.shape))] };
    },
    named: (key: string, entries: readonly Named[]): Part => ({
      asks: [key],
      blocks: [
        ticked(
          fieldAt(key),
          entries.map(({ data }) => data.title),
        ),
      ],
    }),
    /** The documents come first, each with the letter by which the rest of the paper calls it. */
    documents: (keys: readonly string[]): Part => {
      const { label: title, description, shape } = fieldAt('sources');
      const cells = keys.map((key) => fieldAt(key, partsOf(shape)).label);
      const table: Table = {
        kind: 'table',
        caption: description,
        head: ['', ...cells],
        rows: ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => [
          [{ text: letter, bold: true }],
          ...cells.map(() => []),
        ]),
        widths: [5, 40, 20, 15, 20],
        rowHeight,
      };
      return { asks: ['sources'], blocks: [heading(1, title), table] };
    },
    table: (key: string, { cells, rows = 0, each, height = rowHeight }: TableAsked): Part => {
      const { label: title, description, shape } = fieldAt(key);
      const columns = Object.keys(cells).map((name) => fieldAt(name, partsOf(shape)));
      const chosen = each === undefined ? rows : valuesOf(fieldAt(each, partsOf(shape)).shape);
      const firsts = typeof chosen === 'number' ? Array.from({ length: chosen }, () => '') : chosen;
      const table: Table = {
        kind: 'table',
        caption: `${title}. ${description}`,
        head: columns.map((column) => column.label),
        rows: firsts.map((first) =>
          columns.map((column, index) => [{ text: index === 0 && first ? first : choicesIn(column.shape) }]),
        ),
        widths: Object.values(cells),
        rowHeight: height,
      };
      return { asks: [key], blocks: [table] };
    },
  };
}

const partsOf = (shape: Shape): readonly FieldModel[] =>
  shape.type === 'list' ? partsOf(shape.item) : shape.type === 'group' ? shape.fields : [];

function valuesOf(shape: Shape): string[] {
  if (shape.type === 'list') return valuesOf(shape.item);
  return shape.type === 'choice' ? shape.values.map(({ value, label }) => label ?? value) : [];
}

/** What a cell has to tick: few values stand in it, many would leave no room. */
function choicesIn(shape: Shape): string {
  if (shape.type === 'boolean') return [box('sì'), box('no')].join('\u2003');
  const values = valuesOf(shape);
  return values.length > 0 && values.length <= 2 ? values.map(box).join(' ') : '';
}
