import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';
import {
  accordingTo,
  isDate,
  nounOf,
  quoted,
  valueText,
  type ChangeContext,
  type Version,
  type Words,
} from './change-words.ts';
import { factChanges } from './fact-changes.ts';
import { formatDate, formatEuro, plural } from './format.ts';
import { withSourcesNamedAs } from './same-sources.ts';

/** Fields told first, the most important at the head, and last; all others stand between them, as in the schema. */
const first = ['status', 'facts', 'differences', 'evaluation', 'funding', 'costs', 'period', 'title'];
const last = [
  'sources',
  'aliases',
  'synonyms',
  'misspellings',
  'contact',
  'authors',
  'reviewedOn',
  'reviewBy',
];
/** What is said elsewhere, or says nothing to a reader. */
const unsaid = new Set(['draft', 'hiddenLabels', 'license', 'redirects']);

/** The sections that a body may have: a title of no schema is never repeated. */
const sectionTitles: readonly string[] = [
  ...new Set(
    collections.flatMap((kind): readonly string[] => {
      const { store } = registry[kind];
      return store.shape === 'sheet' ? store.sections : [];
    }),
  ),
];

const models = new Map<Collection, readonly FieldModel[]>();

/** The fields of a collection in the order in which their changes are told; the body stands where `null` is. */
function fieldsInOrder(kind: Collection): readonly FieldModel[] {
  const known = models.get(kind);
  if (known) return known;
  const isList = registry[kind].store.shape === 'list';
  const rank = ({ key }: FieldModel, index: number): number => {
    if (first.includes(key)) return first.indexOf(key);
    return last.includes(key) ? 1000 + last.indexOf(key) : 100 + index;
  };
  const fields = fieldsOf(registry[kind].schema)
    // the sources of a list belong to the whole file
    .filter(({ key }) => !unsaid.has(key) && !(isList && key === 'sources'))
    .map((field, index) => ({ field, rank: rank(field, index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
  models.set(kind, fields);
  return fields;
}

/** What changed between two versions of an entry: one Italian sentence each, without a full stop, by importance. */
export function changesBetween(kind: Collection, old: Version, after: Version, words: Words): string[] {
  const before = { ...old, data: withSourcesNamedAs(kind, old.data, after.data) };
  const context = { before, after, words };
  const fields = fieldsInOrder(kind);
  const split = fields.findIndex(({ key }) => last.includes(key));
  const bodyAt = split < 0 ? fields.length : split;
  const told = (some: readonly FieldModel[]) =>
    some.flatMap((field) => fieldChanges(field, before.data[field.key], after.data[field.key], context));
  return [...told(fields.slice(0, bodyAt)), ...bodyChanges(before, after), ...told(fields.slice(bodyAt))];
}

function bodyChanges({ sections: before }: Version, { sections: after }: Version): string[] {
  if (!before || !after) return [];
  return sectionTitles
    .filter((title) => before.get(title) !== after.get(title))
    .map((title) => {
      if (!before.has(title)) return `Aggiunta la sezione «${title}»`;
      return `${after.has(title) ? 'Riscritta' : 'Tolta'} la sezione «${title}»`;
    });
}

/** @param within what the field belongs to, for a field that is not of the entry itself: `Quando`, `Partner «ANCI»` */
function fieldChanges(
  { key, label, shape }: FieldModel,
  before: unknown,
  after: unknown,
  context: ChangeContext,
  within?: string,
): string[] {
  if (isSame(before, after)) return [];
  if (key === 'facts') return factChanges(before, after, context);
  if (shape.type === 'list' && (isList(before) || isList(after)))
    return listChanges({ key, label, within }, shape.item, toList(before), toList(after), context);
  if (isGroup(before) && isGroup(after)) {
    const inner = innerFields(shape).flatMap((field) =>
      fieldChanges(field, before[field.key], after[field.key], context, inside(within, label)),
    );
    return inner.length > 0 ? inner : [`${begin(within, 'Riscritto')} «${label}»`];
  }
  return [scalarChange({ key, label, within }, shape, before, after, context)];
}

/** `Partner «ANCI», ruolo`, or the name of the field alone. */
const inside = (within: string | undefined, label: string): string =>
  within === undefined ? label : `${within}, ${label.toLowerCase()}`;

/** `Aggiunto`, or `Quando: aggiunto` for what belongs to something. */
const begin = (within: string | undefined, words: string): string =>
  within === undefined ? words : `${within}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** A field, and what it belongs to. */
interface Named {
  key: string;
  label: string;
  within?: string | undefined;
}

function scalarChange(
  { key, label, within }: Named,
  shape: Shape,
  before: unknown,
  after: unknown,
  context: ChangeContext,
): string {
  const [old, now] = [before, after].map((value) => valueText(shape, key, value, context));
  const name = inside(within, label);
  if (key === 'reviewedOn' && typeof after === 'string' && now)
    return `Riletta tutta il ${formatDate(after)}`;
  if (isAbsent(before)) return `${begin(within, 'Aggiunto')} «${label}»${now ? `: ${now}` : ''}`;
  if (isAbsent(after)) return `${begin(within, 'Tolto')} «${label}»`;
  if (key === 'status' && within === undefined && old && now) return `Lo stato è passato da ${old} a ${now}`;
  if (old && old === now) return `${name}: ora un altro documento di ${now}`;
  const isText = shape.type === 'text' && !(isDate(before) && isDate(after));
  if (old && now && !isText) return `${name}: da ${old} a ${now}`;
  const isShort = typeof after === 'string' && after.length <= 90;
  return now && (isShort || shape.type !== 'text')
    ? `${name}: ora ${now}`
    : `${begin(within, 'Riscritto')} «${label}»`;
}

/** Above this many of one list, they are counted. */
const mostNamed = 3;

function listChanges(
  list: Named,
  item: Shape,
  before: readonly unknown[],
  after: readonly unknown[],
  context: ChangeContext,
): string[] {
  const { left, entered } = apart(before, after);
  if (left.length === 0 && entered.length === 0)
    return list.key === 'sources' ? [] : [`${inside(list.within, list.label)}: cambiato l’ordine`];
  const pairs = pairsOf(item, left, entered);
  return [
    ...changedItems(list, pairs, item, context),
    ...movedItems(list, 'added', entered, item, context),
    ...movedItems(list, 'removed', left, item, context),
  ];
}

/** Items that are still there, written otherwise. Many sources that were mended alike are told together. */
function changedItems(
  list: Named,
  pairs: readonly [Group, Group][],
  shape: Shape,
  context: ChangeContext,
): string[] {
  if (list.key === 'sources' && pairs.length > mostNamed) {
    const labels = pairs.flatMap(([old, now]) =>
      innerFields(shape, now)
        .filter(({ key }) => !isSame(old[key], now[key]))
        .map(({ label }) => label.toLowerCase()),
    );
    const named = namesOf(
      pairs.map(([, now]) => now),
      shape,
      context,
    );
    return [`${list.label}, ${pairs.length} voci corrette (${[...new Set(labels)].join(', ')})${named}`];
  }
  const noun = nounOf(list.key);
  return pairs.flatMap(([old, now]) => {
    const name = nameOf(shape, now, context, longestName);
    const within = inside(list.within, noun?.bare ?? list.label) + (name ? ` ${name}` : '');
    const naming = nameFieldOf(shape, now)?.field.key ?? '';
    const isRenamed = noun !== undefined && !isSame(old[naming], now[naming]);
    return [
      ...(isRenamed ? [`${begin(list.within, noun.rewritten)} ${noun.one}${name ? `: ${name}` : ''}`] : []),
      ...innerFields(shape, now)
        .filter(({ key }) => !(isRenamed && key === naming))
        .flatMap((field) => fieldChanges(field, old[field.key], now[field.key], context, within)),
    ];
  });
}

/** Items that came or went, each by its name, or counted when they are many. */
function movedItems(
  { key, label, within }: Named,
  way: 'added' | 'removed',
  items: readonly unknown[],
  shape: Shape,
  context: ChangeContext,
): string[] {
  const noun = nounOf(key);
  if (items.length > mostNamed || (!noun && items.length > 0)) {
    const count = `${plural(items.length, 'voce', 'voci')} in ${way === 'added' ? 'più' : 'meno'}`;
    return [`${inside(within, label)}, ${count}${namesOf(items, shape, context)}`];
  }
  return items.map((item) => {
    const name = nameOf(shape, item, context);
    const publisher = quoted(valueIn(item, 'publisher'), context)
      ? ` (${String(valueIn(item, 'publisher'))})`
      : '';
    const what = `${noun?.[way]} ${noun?.one}${kindOf(shape, item)}${name ? `: ${name}` : ''}`;
    return begin(within, what) + publisher + amountOf(item) + accordingTo(valueIn(item, 'source'), context);
  });
}

const longestName = 70;

/** `: «a», «b», «c» e altre 2`, as far as the names can be told. */
function namesOf(items: readonly unknown[], shape: Shape, context: ChangeContext): string {
  const names = items.flatMap((item) => nameOf(shape, item, context, longestName) ?? []).slice(0, mostNamed);
  if (names.length === 0) return '';
  const rest = items.length - names.length;
  return `: ${names.join(', ')}${rest === 0 ? '' : rest === 1 ? ' e un’altra' : ` e altre ${rest}`}`;
}

/** Fields by which an item of a list is told from the others, the most telling first. */
const naming = [
  ...[
    'indicator',
    'name',
    'title',
    'item',
    'step',
    'role',
    'text',
    'what',
    'part',
    'place',
    'heading',
    'practice',
  ],
  ...['programme', 'city', 'focusArea', 'label', 'section'],
];

/** The naming field of an item, with its value. */
function nameFieldOf(shape: Shape, item: unknown): { field: FieldModel; value: unknown } | undefined {
  if (!isGroup(item)) return undefined;
  const fields = innerFields(shape, item);
  for (const key of naming) {
    const field = fields.find((one) => one.key === key);
    if (field && !isAbsent(item[key])) return { field, value: item[key] };
  }
  return undefined;
}

function nameOf(shape: Shape, item: unknown, context: ChangeContext, longest?: number): string | null {
  if (!isGroup(item)) return valueText(shape, '', item, context, longest);
  const named = nameFieldOf(shape, item);
  return named ? valueText(named.field.shape, named.field.key, named.value, context, longest) : null;
}

/** ` (tempi e ritardi)`: the kind of an item that has one, in the words of its closed list. */
function kindOf(shape: Shape, item: unknown): string {
  if (!isGroup(item)) return '';
  const field = innerFields(shape, item).find(({ key }) => key === 'kind');
  if (field?.shape.type !== 'choice') return '';
  const label = field.shape.values.find(({ value }) => value === item.kind)?.label;
  return label === undefined ? '' : ` (${label.replace(/:.*/, '')})`;
}

const amountOf = (item: unknown): string => {
  const amount = valueIn(item, 'amount');
  return typeof amount === 'number' && Number.isFinite(amount) ? `, ${formatEuro(amount)}` : '';
};

type Group = Readonly<Record<string, unknown>>;

/** Items that are the same one written anew: the same id or name, or, in the same place of things, alike in words. */
function pairsOf(shape: Shape, left: unknown[], entered: unknown[]): [Group, Group][] {
  const pairs: [Group, Group][] = [];
  const pairWhere = (isSameItem: (old: Group, now: Group) => boolean) => {
    for (const now of entered.filter(isGroup)) {
      const twins = left.filter((old): old is Group => isGroup(old) && isSameItem(old, now));
      const [twin] = twins;
      if (!twin || twins.length > 1) continue;
      pairs.push([twin, now]);
      left.splice(left.indexOf(twin), 1);
      entered.splice(entered.indexOf(now), 1);
    }
  };
  const identity = (item: Group) =>
    typeof item.id === 'string' ? { field: 'id', value: item.id } : identityOf(nameFieldOf(shape, item));
  pairWhere((old, now) => identity(old) !== null && isSame(identity(old), identity(now)));
  pairWhere((old, now) => old.kind === now.kind && areAlike(identity(old)?.value, identity(now)?.value));
  return pairs;
}

const identityOf = (named: ReturnType<typeof nameFieldOf>) =>
  named ? { field: named.field.key, value: named.value } : null;

/** Whether two texts share most of their words: one is the other, corrected. */
function areAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []));
  if (!one || !other || one.size === 0 || other.size === 0) return false;
  return one.intersection(other).size >= Math.min(one.size, other.size) / 2;
}

/** Items that are the same in both lists leave both, each once. */
function apart(before: readonly unknown[], after: readonly unknown[]) {
  const counts = new Map<string, number>();
  for (const item of before) counts.set(canonical(item), (counts.get(canonical(item)) ?? 0) + 1);
  const entered = after.filter((item) => {
    const count = counts.get(canonical(item)) ?? 0;
    if (count > 0) counts.set(canonical(item), count - 1);
    return count === 0;
  });
  const left = before.filter((item) => {
    const count = counts.get(canonical(item)) ?? 0;
    if (count > 0) counts.set(canonical(item), count - 1);
    return count > 0;
  });
  return { left, entered };
}

/** The fields of a group; of several variants, those of the one that an item is. */
function innerFields(shape: Shape, item?: Group): readonly FieldModel[] {
  if (shape.type === 'group') return shape.fields;
  if (shape.type !== 'variants') return [];
  const isOfKind = (fields: readonly FieldModel[]) =>
    fields.some(
      ({ key, shape: inner }) => key === 'kind' && inner.type === 'fixed' && inner.value === item?.kind,
    );
  return shape.options.find(isOfKind) ?? [];
}

/** A field of an item, if it is a group and has it. */
const valueIn = (item: unknown, key: string): unknown => (isGroup(item) ? item[key] : undefined);

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const toList = (value: unknown): unknown[] => (isList(value) ? value : []);
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text for one value, whatever the order in which its fields were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isGroup(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

const isSame = (a: unknown, b: unknown): boolean =>
  (isAbsent(a) && isAbsent(b)) || canonical(a) === canonical(b);
