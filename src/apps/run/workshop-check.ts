import { fieldName } from '../../checks/messages.ts';
import { characters } from '../../checks/rules/characters.ts';
import { personalEmail } from '../../checks/rules/personal-email.ts';
import { personalPhone } from '../../checks/rules/personal-phone.ts';
import { personalTaxCode } from '../../checks/rules/personal-tax-code.ts';
import type { WorkshopDetails, WorkshopSheet } from '../../knowledge/plan-workshop.ts';
import { blockTitle, type Plan } from '../../knowledge/plan.ts';
import type { Run } from '../../knowledge/run.ts';
import { cleanLine } from '../../knowledge/typed-text.ts';
import { italian } from '../../schemas/italian.ts';
import { workshop } from '../../schemas/workshop.ts';
import { formatDate } from '../../knowledge/format.ts';

/** Something that keeps the sheet from being sent, and where it is mended. */
export interface Trouble {
  message: string;
  at:
    | { field: string }
    | { capture: string }
    /** A text of the plan, or one of what to change. */
    | { place: 'plan' | 'changes' };
}

/** Fields of the form by the key of the schema that they fill. */
const fieldOf: Readonly<Record<string, string>> = {
  title: 'title',
  tagline: 'tagline',
  summary: 'summary',
  kinds: 'kinds',
  start: 'start',
  city: 'city',
  venue: 'venue',
  organisers: 'organiser',
  focusAreas: 'focusAreas',
  authors: 'organiser',
};

/** Keys that are made of captures, with their kind. */
const kindOf: Readonly<Record<string, string>> = {
  insights: 'insight',
  decisions: 'decision',
  commitments: 'commitment',
  openQuestions: 'question',
};

/** All that a check of the base would refuse, in the words of the same schema and the same rules. */
export function troublesOf(plan: Plan, run: Run, details: WorkshopDetails, sheet: WorkshopSheet): Trouble[] {
  return [...ofSchema(run, sheet), ...ofDates(run, details), ...ofWords(plan, run, details)];
}

function ofSchema(run: Run, { data }: WorkshopSheet): Trouble[] {
  const result = workshop.safeParse(data, { error: italian });
  if (result.success) return [];
  const told = new Set<string>();
  return result.error.issues.flatMap((issue): Trouble[] => {
    const [key, index] = issue.path;
    const field = fieldOf[String(key)];
    // one message a field: the second follows from the first
    if (field) {
      if (told.has(field)) return [];
      told.add(field);
      const isBlank = issue.path.reduce<unknown>(valueIn, data) === '';
      return [{ message: isBlank ? 'Manca: scrivilo qui.' : issue.message, at: { field } }];
    }
    const message = `${fieldName(workshop, issue.path)}: ${issue.message}`;
    const kind = kindOf[String(key)];
    const capture =
      kind && typeof index === 'number'
        ? run.captures.filter((item) => item.kind === kind && cleanLine(item.text + item.need) !== '')[index]
        : undefined;
    return [{ message, at: capture ? { capture: capture.key } : { place: 'plan' } }];
  });
}

const valueIn = (value: unknown, key: PropertyKey): unknown =>
  (value as Record<PropertyKey, unknown> | undefined)?.[key];

function ofDates(run: Run, { start, today }: WorkshopDetails): Trouble[] {
  const early = run.captures.filter(({ kind, by }) => kind === 'commitment' && by !== '' && by < start);
  return [
    ...(start > today
      ? [
          {
            message: `È nel futuro: oggi è il ${formatDate(today)}. Un laboratorio si racconta dopo.`,
            at: { field: 'start' },
          },
        ]
      : []),
    ...early.map(({ key, by }) => ({
      message: `L’impegno scade il ${formatDate(by)}, prima dell’incontro: controlla la data.`,
      at: { capture: key },
    })),
  ];
}

const rules = [personalEmail, personalPhone, personalTaxCode];

function ofWords(plan: Plan, run: Run, details: WorkshopDetails): Trouble[] {
  const ofForm = (['title', 'tagline', 'summary', 'venue', 'organiser'] as const).flatMap((field) =>
    inText(details[field]).map((message) => ({ message, at: { field } })),
  );
  const ofCaptures = run.captures.flatMap(({ key, text, who }) =>
    [...inText(text), ...inText(who)].map((message) => ({ message, at: { capture: key } })),
  );
  const ofPlan = [
    plan.title,
    plan.audience,
    ...plan.objectives.map(({ text }) => text),
    ...plan.blocks.flatMap((block) => [blockTitle(block), ...block.notes.split('\n').filter(isQuestion)]),
    ...run.steps.map(({ title }) => title),
  ].flatMap((text) => inText(text).map((message) => ({ message, at: { place: 'plan' as const } })));
  const ofChanges = Object.values(run.changes).flatMap((text) =>
    inText(text).map((message) => ({ message, at: { place: 'changes' as const } })),
  );
  const once = new Map(ofPlan.map((trouble) => [trouble.message, trouble]));
  return [...ofForm, ...ofCaptures, ...once.values(), ...ofChanges];
}

const isQuestion = (line: string): boolean => line.trim().endsWith('?');

/** Personal data, and words of letters of two alphabets: what is left after a text is cleaned. */
function inText(text: string): string[] {
  const line = cleanLine(text);
  const personal = rules.flatMap((rule) =>
    rule.find(line).map(({ shown }) => `${rule.message(shown)} ${rule.hint}`),
  );
  const strange = characters.check({ path: '', text: line }).map(({ message, hint }) => `${message} ${hint}`);
  return [...personal, ...strange];
}
