import { organisationKinds, quantityRules, sessionBlockKinds } from '../schemas/labels.ts';
import {
  cuts,
  mostBlocks,
  mostCharacters,
  mostMinutes,
  mostOfAList,
  mostPeople,
  mostTitle,
  type Block,
  type Group,
  type Material,
  type Named,
  type Objective,
  type Origin,
  type Plan,
  type Row,
  type Task,
} from './plan.ts';

type Fields = Readonly<Record<string, unknown>>;
type Read<T> = (value: unknown) => T;

/** Thrown and caught here alone: one thing that makes no sense spoils the whole, so that nothing is read by half. */
class Unreadable extends Error {}

/**
 * Reads a plan that was kept, came with an address or in a file; null when it is none of this version. Only the fields
 * that we know are taken over, each looked at: whoever sends an address may have written anything in it.
 */
export function readPlan(json: unknown): Plan | null {
  try {
    return plan(json);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function plan(value: unknown): Plan {
  const it = fields(value);
  if (it.version !== 1) throw new Unreadable();
  const blocks = list(block, mostBlocks)(it.blocks);
  const objectives = list(objective)(it.objectives);
  const prework = list(task)(it.prework);
  const followUp = list(task)(it.followUp);
  const keys = [
    ...[...objectives, ...prework, ...followUp, ...blocks].map(({ key }) => key),
    ...blocks.flatMap(({ groups }) =>
      groups.flatMap((group) => [group.key, ...group.rows.map(({ key }) => key)]),
    ),
  ];
  const next = whole(1, Number.MAX_SAFE_INTEGER)(it.next);
  // a key used twice would make two things one
  if (new Set(keys).size !== keys.length || keys.some((key) => Number(key) >= next)) throw new Unreadable();
  return {
    version: 1,
    id: id(it.id),
    title: text(mostTitle)(it.title),
    audience: text(mostCharacters)(it.audience),
    date: matching(/^(?:\d{4}-\d{2}-\d{2})?$/)(it.date),
    city: slugOrNothing(it.city),
    venue: text(mostTitle)(it.venue),
    organiser: text(mostTitle)(it.organiser),
    organiserKind: keyIn(organisationKinds)(it.organiserKind),
    lead: text(mostTitle)(it.lead),
    start: clock(it.start),
    minutes: minutes(it.minutes),
    people: whole(1, mostPeople)(it.people),
    objectives,
    prework,
    blocks,
    followUp,
    from: orNull(origin)(it.from),
    next,
  };
}

function block(value: unknown): Block {
  const it = fields(value);
  return {
    key: key(it.key),
    kind: keyIn(sessionBlockKinds)(it.kind),
    minutes: minutes(it.minutes),
    title: text(mostTitle)(it.title),
    lockedAt: orNull(clock)(it.lockedAt),
    activity: orNull(named)(it.activity),
    practice: orNull(named)(it.practice),
    sections: list(text(mostTitle))(it.sections),
    objective: it.objective === '' ? '' : key(it.objective),
    notes: text(mostCharacters)(it.notes),
    output: text(mostCharacters)(it.output),
    lead: text(mostTitle)(it.lead),
    materials: list(material)(it.materials),
    cut: keyIn(cuts)(it.cut),
    groups: list(group)(it.groups),
  };
}

const objective: Read<Objective> = (value) => {
  const it = fields(value);
  return { key: key(it.key), text: text(mostCharacters)(it.text) };
};

const task: Read<Task> = (value) => {
  const it = fields(value);
  return {
    key: key(it.key),
    text: text(mostCharacters)(it.text),
    minutes: whole(0, mostMinutes)(it.minutes),
    practice: orNull(named)(it.practice),
  };
};

const material: Read<Material> = (value) => {
  const it = fields(value);
  return {
    item: text(mostTitle)(it.item),
    quantity: whole(1, mostPeople)(it.quantity),
    per: keyIn(quantityRules)(it.per),
  };
};

const group: Read<Group> = (value) => {
  const it = fields(value);
  return { key: key(it.key), name: text(mostTitle)(it.name), rows: list(row)(it.rows) };
};

const row: Read<Row> = (value) => {
  const it = fields(value);
  return {
    key: key(it.key),
    minutes: minutes(it.minutes),
    title: text(mostTitle)(it.title),
    activity: orNull(named)(it.activity),
  };
};

const named: Read<Named> = (value) => {
  const it = fields(value);
  return { id: slug(it.id), title: text(mostTitle)(it.title) };
};

const origin: Read<Origin> = (value) => {
  const { kind } = fields(value);
  return { kind: keyIn({ session: true, practice: true })(kind), ...named(value) };
};

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable();
  return value as Fields;
}

const list =
  <T>(read: Read<T>, most = mostOfAList): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) throw new Unreadable();
    return (value as unknown[]).map((item) => read(item));
  };

const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value) =>
    value === null ? null : read(value);

const text =
  (most: number): Read<string> =>
  (value) => {
    if (typeof value !== 'string' || value.length > most) throw new Unreadable();
    return value;
  };

const matching =
  (pattern: RegExp): Read<string> =>
  (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new Unreadable();
    return value;
  };

const id = matching(/^[a-z0-9]{1,32}$/);
const key = matching(/^[1-9]\d{0,8}$/);
const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const slugOrNothing = matching(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);

const whole =
  (least: number, most: number): Read<number> =>
  (value) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      throw new Unreadable();
    return value as number;
  };

const minutes = whole(1, mostMinutes);
const clock = whole(0, mostMinutes - 1);

const keyIn =
  <K extends string>(known: Readonly<Record<K, unknown>>): Read<K> =>
  (value) => {
    if (typeof value !== 'string' || !Object.hasOwn(known, value)) throw new Unreadable();
    return value as K;
  };
