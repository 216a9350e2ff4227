import { componentKinds, conditionKinds } from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import { capital, formatNumber } from './format.ts';
import { fitPartNames, type FitPart, type Have, type WordField } from './fit-state.ts';

export interface FitChoice {
  value: Have;
  label: string;
}

export interface FitQuestion {
  /** Made of the words it is about, so that a later edition of the sheet never takes the answer to another question. */
  key: string;
  part: FitPart;
  /** What the sheet says, word for word; a general question is its own text. */
  about: string;
  /** What kind of thing it is, where the sheet says so. */
  label?: string | undefined;
  /** More of what the sheet says of it: why, the deed, the months. */
  detail?: string | undefined;
  /** The source in the sheet that says it. */
  source?: string | undefined;
  essential: boolean;
  /** What kind of trouble its lack would be. */
  topic?: keyof typeof conditionKinds | 'procedure' | undefined;
  /** Asked of every practice, because this sheet does not say. */
  general: boolean;
  choices: readonly FitChoice[];
}

interface PartWords {
  title: string;
  /** What is asked of each thing. */
  ask: string;
  /** Said when the sheet documents nothing of it. */
  missing: string;
  choices: readonly FitChoice[];
  /** The fields in free words, with their names. */
  fields: Readonly<Partial<Record<WordField, string>>>;
}

const choicesOf = (labels: Partial<Record<Have, string>>): FitChoice[] =>
  Object.entries(labels).map(([value, label]) => ({ value: value as Have, label }));

const plainChoices = choicesOf({
  yes: 'sì',
  partly: 'in parte',
  no: 'no',
  unknown: 'non so',
  notNeeded: 'non serve',
});

const by = 'Entro quando';
const change = 'Che cosa cambieremmo';
const note = 'Nota';

/** The parts of the check, in order, with their words. */
export const fitParts: Readonly<Record<FitPart, PartWords>> = {
  conditions: {
    title: 'Che cosa serve prima',
    ask: 'Da noi c’è?',
    missing: 'le condizioni',
    choices: plainChoices,
    fields: { who: 'Chi può procurarla', by, change, note },
  },
  core: {
    title: 'Le parti essenziali',
    ask: 'La terremmo così?',
    missing: 'le parti essenziali',
    choices: choicesOf({
      yes: 'la teniamo',
      partly: 'la cambiamo',
      no: 'non ce la facciamo',
      unknown: 'non so',
    }),
    fields: { who: 'Chi se ne occupa', by, change, note },
  },
  adaptable: {
    title: 'Le parti che si possono adattare',
    ask: 'Come la faremmo da noi?',
    missing: 'le parti che si possono adattare',
    choices: choicesOf({
      yes: 'come loro',
      partly: 'in altro modo',
      notNeeded: 'ne facciamo a meno',
      unknown: 'non so',
    }),
    fields: { who: 'Chi se ne occupa', by, change: 'Come la faremmo', note },
  },
  procedure: {
    title: 'Atti e passi',
    ask: 'L’abbiamo già?',
    missing: 'il percorso amministrativo',
    choices: choicesOf({
      yes: 'sì, l’abbiamo',
      partly: 'è in corso',
      no: 'da fare',
      unknown: 'non so',
      notNeeded: 'da noi non serve',
    }),
    fields: { who: 'Chi lo adotta, o lo fa', by, change, note },
  },
  staffing: {
    title: 'Chi ci lavora',
    ask: 'Da noi c’è?',
    missing: 'le persone al lavoro',
    choices: choicesOf({
      yes: 'c’è',
      partly: 'in parte',
      no: 'da trovare',
      unknown: 'non so',
      notNeeded: 'non serve',
    }),
    fields: { who: 'Chi sarebbe, o chi lo trova', by, change, note },
  },
  money: {
    title: 'I soldi',
    ask: 'Ci sono?',
    missing: 'i finanziamenti',
    choices: choicesOf({
      yes: 'ci sono',
      partly: 'in parte',
      no: 'da trovare',
      unknown: 'non so',
      notNeeded: 'non servono',
    }),
    fields: { who: 'Chi li trova', by, note: 'Da dove verrebbero' },
  },
  limits: {
    title: 'Quando non usarla',
    ask: 'Vale per noi?',
    missing: 'quando non usarla',
    choices: choicesOf({
      yes: 'vale per noi',
      partly: 'in parte',
      no: 'non vale per noi',
      unknown: 'non so',
    }),
    fields: { who: 'Chi lo verifica', by, note },
  },
  open: {
    title: 'Che cosa non sappiamo',
    ask: 'Chi può dircelo?',
    missing: 'le domande aperte',
    choices: choicesOf({
      yes: 'ora lo sappiamo',
      no: 'da chiedere',
      unknown: 'non so a chi chiedere',
      notNeeded: 'per noi non conta',
    }),
    fields: { who: 'Chi può dircelo', by, note: 'Che cosa abbiamo saputo' },
  },
};

/** What the answer says, in the words of the part it was asked in; parts are told by the key. */
export function haveText(key: string, have: Have | ''): string {
  if (have === '') return 'senza risposta';
  const part = fitPartNames.find((name) => key.startsWith(`${name}-`));
  const choices = part ? fitParts[part].choices : plainChoices;
  return [...choices, ...plainChoices].find(({ value }) => value === have)?.label ?? '';
}

/** What the sheet gives nothing of. Open questions are no field to fill, and a sheet may have none to adapt. */
export function undocumentedParts(practice: Practice): FitPart[] {
  const core = (practice.components ?? []).filter(({ kind }) => kind === 'core');
  const lists: Partial<Record<FitPart, readonly unknown[] | undefined>> = {
    conditions: practice.conditions,
    core,
    procedure: practice.procedure,
    staffing: practice.staffing,
    money: practice.funding,
    limits: practice.whenNotTo,
  };
  return fitPartNames.filter((part) => part in lists && (lists[part] ?? []).length === 0);
}

/** The questions of the check, part after part: the sheet’s own, and a general one for each part it is silent on. */
export function fitQuestions(practice: Practice): FitQuestion[] {
  const missing = undocumentedParts(practice);
  const own = [
    ...conditionQuestions(practice),
    ...componentQuestions(practice, 'core'),
    ...componentQuestions(practice, 'adaptable'),
    ...(practice.procedure ?? []).map(stepQuestion),
    ...(practice.staffing ?? []).map(staffQuestion),
    question('money', 'I soldi per farla da noi', {
      key: 'money-source',
      topic: 'money',
      general: missing.includes('money'),
    }),
    ...(practice.whenNotTo ?? []).map(({ text, source }) => question('limits', text, { source })),
    ...(practice.openQuestions ?? []).map((text) => question('open', text)),
  ];
  const all = [...own, ...generalQuestions(missing, practice.contact?.office)];
  return unlike(fitPartNames.flatMap((part) => all.filter((one) => one.part === part)));
}

const question = (part: FitPart, about: string, more: Partial<FitQuestion> = {}): FitQuestion => ({
  key: `${part}-${digestOf(about)}`,
  part,
  about,
  essential: false,
  general: false,
  choices: fitParts[part].choices,
  ...more,
});

/** The essential ones first, otherwise as the sheet puts them. */
const conditionQuestions = ({ conditions = [] }: Practice): FitQuestion[] =>
  [...conditions]
    .sort((a, b) => Number(b.essential) - Number(a.essential))
    .map(({ kind, text, essential, source }) =>
      question('conditions', text, {
        label: `${capital(conditionKinds[kind])}${essential ? ', indispensabile' : ''}`,
        essential,
        source,
        topic: kind,
      }),
    );

const componentQuestions = ({ components = [] }: Practice, kind: 'core' | 'adaptable'): FitQuestion[] =>
  components
    .filter((component) => component.kind === kind)
    .map(({ name, why, source }) =>
      question(kind, name, {
        label: capital(componentKinds[kind]),
        detail: why,
        source,
        essential: kind === 'core',
      }),
    );

function stepQuestion({
  step,
  act,
  body,
  months,
  note: remark,
  source,
}: NonNullable<Practice['procedure']>[number]): FitQuestion {
  const said = [
    `Atto: ${act ?? 'non documentato'}`,
    `Organo: ${body ?? 'non documentato'}`,
    months === undefined ? undefined : `Mesi: ${formatNumber(months)}`,
    remark,
  ];
  return question('procedure', step, { detail: sentences(said), source, topic: 'procedure' });
}

function staffQuestion({
  role,
  fte,
  months,
  note: remark,
  source,
}: NonNullable<Practice['staffing']>[number]): FitQuestion {
  const said = [
    fte === undefined ? undefined : `${formatNumber(fte)} a tempo pieno`,
    months === undefined ? undefined : `Per ${formatNumber(months)} mesi`,
    remark,
  ];
  return question('staffing', role, { detail: sentences(said), source, topic: 'people' });
}

/** Questions of last resort: nothing of them comes from the sheet. */
function generalQuestions(missing: readonly FitPart[], office: string | undefined): FitQuestion[] {
  const general = (part: FitPart, name: string, about: string, more: Partial<FitQuestion> = {}) =>
    question(part, about, {
      key: `${part}-general-${name}`,
      label: 'Domanda generale, che non viene dalla scheda',
      general: true,
      choices: plainChoices,
      ...more,
    });
  const questions = [
    general('conditions', 'will', 'C’è chi la vuole e la difende, in Giunta e fra chi dirige gli uffici?', {
      topic: 'leadership',
    }),
    general('conditions', 'places', 'Ci sono i luoghi e gli strumenti che servirebbero?', {
      topic: 'infrastructure',
    }),
    general('conditions', 'partners', 'C’è fuori dal Comune chi la farebbe con noi?', { topic: 'partners' }),
    general('core', 'heart', 'Sappiamo dire quale parte, se manca, la fa diventare un’altra cosa?'),
    general('procedure', 'act', 'Sappiamo con quale atto si comincia, e chi lo adotta?', {
      topic: 'procedure',
    }),
    general('staffing', 'people', 'C’è chi la seguirebbe ogni giorno, e con quanto tempo?', {
      topic: 'people',
    }),
    general('limits', 'harm', 'C’è nella nostra città qualcosa che la renderebbe inutile o dannosa?', {
      choices: choicesOf({ yes: 'sì, c’è', partly: 'in parte', no: 'no', unknown: 'non so' }),
    }),
  ].filter(({ part }) => missing.includes(part));
  const ask = general('open', 'ask', 'Abbiamo parlato con chi l’ha fatta?', {
    detail: `A chi chiedere, nella scheda: ${office ?? 'non documentato'}.`,
    choices: choicesOf({
      yes: 'sì',
      no: 'da fare',
      unknown: 'non so a chi chiedere',
      notNeeded: 'non serve',
    }),
  });
  return missing.length > 0 ? [...questions, ask] : questions;
}

const sentences = (said: readonly (string | undefined)[]): string | undefined =>
  said
    .flatMap((text) => text?.trim().replace(/\.$/, '') ?? [])
    .map((text) => `${text}.`)
    .join(' ') || undefined;

/** The same words twice in a sheet are two questions: the second has a number. */
function unlike(questions: readonly FitQuestion[]): FitQuestion[] {
  const seen = new Map<string, number>();
  return questions.map((one) => {
    const count = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, count);
    return count === 1 ? one : { ...one, key: `${one.key}-${count}` };
  });
}

/** A short name for some words (cyrb53), the same on every machine; case and spaces do not count. */
function digestOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of text.trim().toLowerCase().replace(/\s+/g, ' ')) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
