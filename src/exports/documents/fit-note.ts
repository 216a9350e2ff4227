import { printedAddress } from '../../knowledge/citation.ts';
import { headlinesOf } from '../../knowledge/brief.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { evidenceLevels } from '../../knowledge/evidence.ts';
import {
  fitResult,
  stepsRule,
  type FitLine,
  type FitResult,
  type FitRisk,
} from '../../knowledge/fit-result.ts';
import type { FitState } from '../../knowledge/fit-state.ts';
import { fitParts, haveText, undocumentedParts } from '../../knowledge/fit.ts';
import { capital, plural } from '../../knowledge/format.ts';
import type { CostsState } from '../../knowledge/rescale-state.ts';
import { textContextOf, type TextContext } from '../../knowledge/text-context.ts';
import { difficultyKinds } from '../../schemas/labels.ts';
import { site } from '../../site.ts';
import { withCitedSources } from './cited-sources.ts';
import { costBlocks } from './costs.ts';
import {
  heading,
  paragraph,
  runOf,
  undocumented,
  type Block,
  type Run,
  type TextDocument,
} from './document.ts';

/** Said where nobody has written who or by when. */
const toDecide = 'da decidere';

/** The note that a city leaves the check with, in plain words for who has to decide. */
export function fitNoteDocument(sheet: OpenedSheet, state: FitState, costs?: CostsState): TextDocument {
  const { data } = sheet.practice;
  const context = textContextOf(sheet.graph, data);
  const result = fitResult(data, state);
  const notes = (source: string | undefined): number[] => (source ? [context.numberOf(source)] : []);
  const city = state.city.trim();
  const blocks = [
    ...practiceBlocks(sheet, context),
    ...fitsBlocks(result, notes),
    ...gapsBlocks(result, notes),
    ...adaptedBlocks(result, notes),
    ...riskBlocks(result, notes),
    ...stepBlocks(result, notes),
    ...moneyBlocks(sheet, costs),
    ...openBlocks(result, notes),
    ...goneBlocks(result),
    ...closingBlocks(sheet, state),
  ];
  return {
    kind: 'Nota per decidere',
    title: `Adattare «${data.title}» ${city ? `a ${city}` : 'alla nostra città'}`,
    lead: [city, state.date.trim()].filter(Boolean).join(', ') || undefined,
    blocks: withCitedSources(blocks, context.sources, 'Fonti'),
    footer: `${site.name}, ${printedAddress(sheet.page)}`,
  };
}

type NotesOf = (source: string | undefined) => number[];

/** What was worked out beside the questions, where somebody did. */
function moneyBlocks(sheet: OpenedSheet, costs: CostsState | undefined): Block[] {
  const blocks = costs ? costBlocks(sheet, costs) : [];
  return blocks.length > 0 ? [heading(1, 'Quanto costerebbe da noi'), ...blocks] : [];
}

function practiceBlocks({ practice, page, computed, graph }: OpenedSheet, context: TextContext): Block[] {
  const { data } = practice;
  const level = evidenceLevels[computed.evidence.level];
  const { money, people } = headlinesOf(context.groups);
  const figure = (headline: typeof money, missing: string): Run[] => [
    { text: `${headline?.label ?? missing}: ` },
    headline
      ? {
          text: headline.text,
          bold: true,
          notes: headline.cited.map(({ source }) => context.numberOf(source)),
        }
      : undocumented,
    { text: '. ' },
  ];
  return [
    heading(1, 'La pratica'),
    {
      kind: 'paragraph',
      runs: [
        { text: data.title, bold: true, href: page },
        { text: `, ${graph.get('city', data.city).data.title}. ${sentence(data.tagline)}` },
      ],
    },
    {
      kind: 'paragraph',
      runs: [...figure(money, 'Risorse in tutto'), ...figure(people, 'Persone raggiunte')],
    },
    {
      kind: 'paragraph',
      runs: [
        { text: `Prove: pratica ${level.name}`, bold: true },
        { text: `, cioè ${level.rule}. È un giudizio sulle prove raccolte nella scheda, non sulla città.` },
      ],
    },
  ];
}

/** What the question is about, cited, then what was answered in free words. */
function lineRuns({ question, answer }: FitLine, notes: NotesOf, fields: ('change' | 'note')[]): Run[] {
  const words = fields.flatMap((field) => {
    const text = answer[field].trim();
    return text ? `${fitParts[question.part].fields[field] ?? 'Nota'}: ${sentence(text)}` : [];
  });
  return [
    { text: sentence(question.about), notes: notes(question.source) },
    ...words.map((text) => ({ text: ` ${text}`, italic: true })),
  ];
}

const listOf = (items: readonly Run[][], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map((runs) => [{ kind: 'paragraph', runs }]),
});

const itemsOr = (items: readonly Run[][], none: string, ordered = false): Block =>
  items.length > 0 ? listOf(items, ordered) : paragraph(none);

const fitsBlocks = ({ fits }: FitResult, notes: NotesOf): Block[] => [
  heading(1, 'Che cosa va bene'),
  itemsOr(
    fits.map((line) => [
      { text: `${capital(haveText(line.question.key, line.answer.have))}: `, bold: true },
      ...lineRuns(line, notes, ['note']),
    ]),
    'Nessuna risposta dice ancora che qualcosa c’è già.',
  ),
];

/** Who and by when; what is left open says so. */
const ownerCells = ({ answer }: FitLine): Run[][] =>
  [answer.who, answer.by].map((text) => [
    text.trim() ? { text: text.trim() } : { text: toDecide, italic: true },
  ]);

function ownersTable(caption: string, what: string, lines: readonly FitLine[], notes: NotesOf): Block {
  return {
    kind: 'table',
    caption,
    head: [what, 'Chi', 'Entro quando'],
    widths: [56, 24, 20],
    rows: lines.map((line) => [
      [
        { text: `${capital(haveText(line.question.key, line.answer.have))}: `, bold: true },
        ...lineRuns(line, notes, ['note']),
      ],
      ...ownerCells(line),
    ]),
  };
}

const gapsBlocks = ({ gaps }: FitResult, notes: NotesOf): Block[] => [
  heading(1, 'Che cosa manca'),
  gaps.length > 0
    ? ownersTable('Ogni cosa con chi se ne occupa ed entro quando', 'Che cosa manca', gaps, notes)
    : paragraph('Nessuna risposta dice che manca qualcosa.'),
];

const adaptedBlocks = ({ adapted }: FitResult, notes: NotesOf): Block[] => [
  heading(1, 'Che cosa cambieremmo'),
  itemsOr(
    adapted.map((line) => [
      { text: `${capital(haveText(line.question.key, line.answer.have))}: `, bold: true },
      ...lineRuns(line, notes, ['change', 'note']),
    ]),
    'Nessuna risposta dice che cosa si farebbe in altro modo.',
  ),
];

const riskBlocks = ({ risks }: FitResult, notes: NotesOf): Block[] => [
  heading(1, 'Rischi'),
  itemsOr(
    risks.map((risk) => riskRuns(risk, notes)),
    'Dalle risposte non ne risultano. Non vuol dire che non ce ne siano.',
  ),
];

function riskRuns(risk: FitRisk, notes: NotesOf): Run[] {
  if (risk.kind === 'difficulty') {
    const { kind, text, response, source } = risk.difficulty;
    const lacking = risk.lacking.map(({ question }) => `«${shortened(question.about)}»`).join(', ');
    return [
      { text: `È già stato difficile per loro (${difficultyKinds[kind]}): `, bold: true },
      { text: sentence(text), notes: notes(source) },
      ...(response ? [{ text: ` Come hanno risposto: ${sentence(response)}` }] : []),
      { text: ` A noi manca qualcosa dello stesso genere: ${lacking}.` },
    ];
  }
  const { question, answer } = risk.line;
  const said = haveText(question.key, answer.have);
  const why =
    risk.kind === 'limit'
      ? `In questo caso la scheda dice di non usarla, e la risposta è «${said}»: `
      : `La scheda la dice ${question.part === 'core' ? 'essenziale' : 'indispensabile'}, e la risposta è «${said}»: `;
  const detail =
    risk.kind === 'essential' && question.part === 'core' && question.detail ? ` ${question.detail}` : '';
  return [
    { text: why, bold: true },
    ...lineRuns(risk.line, notes, ['note']),
    ...(detail ? [{ text: detail }] : []),
  ];
}

function stepBlocks({ steps, unanswered }: FitResult, notes: NotesOf): Block[] {
  const items = steps.map((line): Run[] => [
    { text: `${stepVerb(line)}: `, bold: true },
    ...lineRuns(line, notes, []),
    { text: ` Chi: ${line.answer.who.trim() || toDecide}. ` },
    { text: `Entro quando: ${line.answer.by.trim() || toDecide}.` },
  ]);
  const none =
    unanswered.length > 0
      ? 'Le risposte date non dicono ancora che cosa fare: il primo passo è rispondere alle altre domande.'
      : 'Dalle risposte non manca nulla: il primo passo è decidere.';
  return [
    heading(1, items.length === 1 ? 'Primo passo' : `Primi ${items.length === 2 ? 'due' : 'tre'} passi`),
    itemsOr(items, none, true),
    ...(items.length > 0 ? [paragraph(`Con quale ordine: ${stepsRule}`, 'small')] : []),
  ];
}

/** What is to be done about a thing that is missing, or that nobody is sure of. */
function stepVerb({ question: { part, general }, answer: { have } }: FitLine): string {
  if (have !== 'no' && have !== 'partly') return 'Verificare';
  if (general) return 'Arrivare a un sì';
  if (part === 'procedure') return have === 'partly' ? 'Portare a termine' : 'Fare';
  return part === 'core' ? 'Trovare come farlo' : have === 'partly' ? 'Completare' : 'Procurarsi';
}

function openBlocks({ unclear, settled, unanswered }: FitResult, notes: NotesOf): Block[] {
  const none = unclear.length + settled.length + unanswered.length === 0;
  return [
    heading(1, 'Domande aperte'),
    ...(none ? [paragraph('Tutte le domande hanno una risposta.')] : []),
    ...(unclear.length > 0
      ? [ownersTable('Ogni domanda con chi può rispondere ed entro quando', 'Da chiarire', unclear, notes)]
      : []),
    ...(settled.length > 0
      ? [
          heading(2, 'Domande della scheda a cui abbiamo risposto'),
          listOf(
            settled.map((line) => [
              ...lineRuns(line, notes, []),
              { text: ` ${capital(haveText(line.question.key, line.answer.have))}. `, bold: true },
              { text: line.answer.note.trim() ? sentence(line.answer.note) : '' },
            ]),
          ),
        ]
      : []),
    ...(unanswered.length > 0
      ? [
          heading(
            2,
            unanswered.length === 1
              ? 'Una domanda senza risposta'
              : `${plural(unanswered.length, 'domanda', 'domande')} senza risposta`,
          ),
          listOf(
            unanswered.map(({ part, about, source }) => [
              { text: `${fitParts[part].title}: ` },
              { text: sentence(about), notes: notes(source) },
            ]),
          ),
        ]
      : []),
  ];
}

/** Nothing that somebody wrote is dropped because the sheet has changed. */
const goneBlocks = ({ gone }: FitResult): Block[] =>
  gone.length === 0
    ? []
    : [
        heading(1, 'Domande che la scheda non fa più'),
        listOf(gone.map(({ key, answer }) => [{ text: goneText(key, answer) }])),
      ];

/** An old answer with all that was written in it. */
export function goneText(key: string, answer: FitResult['gone'][number]['answer']): string {
  const { question, have, who, by, change, note } = answer;
  const words = [
    who && `Chi: ${who}`,
    by && `Entro quando: ${by}`,
    change && `Che cosa cambieremmo: ${change}`,
    note && `Nota: ${note}`,
  ].filter(Boolean);
  return [question, `Risposta: ${haveText(key, have)}`, ...words].map(sentence).join(' ');
}

function closingBlocks({ practice, page }: OpenedSheet, { author, date }: FitState): Block[] {
  const missing = undocumentedParts(practice.data).map((part) => fitParts[part].missing);
  const silent: Block = {
    kind: 'paragraph',
    look: 'small',
    runs: [
      { text: 'Che cosa la scheda non documenta: ' },
      runOf(missing.join(', '), {}),
      { text: '. Su queste parti le domande sono generali e non vengono dalla scheda.' },
    ],
  };
  return [
    heading(1, 'Che cos’è questa nota'),
    ...(missing.length > 0 ? [silent] : []),
    paragraph(
      `Questa nota è stata scritta da ${author.trim() || '(nome non indicato)'} con le risposte date${date.trim() ? ` il ${date.trim()}` : ' (data non indicata)'}; non è una valutazione. Non somma le risposte in un voto.`,
      'small',
    ),
    { kind: 'paragraph', look: 'small', runs: [{ text: 'La scheda: ' }, { text: page, href: page }] },
  ];
}

const sentence = (text: string): string => (/[.?!…»]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const shortened = (text: string): string =>
  text.length <= 80
    ? text.replace(/\.$/, '')
    : `${text.slice(0, text.lastIndexOf(' ', 79)).replace(/[,;:.]$/, '')}…`;
