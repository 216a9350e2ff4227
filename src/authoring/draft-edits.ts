/** Edits of the data of a draft. Each gives another value that shares all that did not change; paths go down to a part. */
export type Path = readonly (string | number)[];

type Data = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Data)[key] : undefined),
    data,
  );

/** Puts a value at a path, making what leads to it; undefined takes the key away from a group, never from a list. */
export function withValue<D extends Data>(data: D, path: Path, value: unknown): D {
  return put(data, path, value) as D;
}

function put(at: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const items: readonly unknown[] = Array.isArray(at) ? at : [];
    const longer = [...items, ...Array.from({ length: Math.max(0, key + 1 - items.length) })];
    return longer.map((item, index) => (index === key ? put(item, rest, value) : item));
  }
  const map = isMap(at) ? at : {};
  const next = put(map[key], rest, value);
  if (next !== undefined) return { ...map, [key]: next };
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

const itemsAt = (data: Data, path: Path): readonly unknown[] => {
  const found = valueAt(data, path);
  return Array.isArray(found) ? found : [];
};

export const withItem = <D extends Data>(data: D, path: Path, item: unknown, at?: number): D => {
  const items = itemsAt(data, path);
  return withValue(data, path, items.toSpliced(at ?? items.length, 0, item));
};

export const withoutItem = <D extends Data>(data: D, path: Path, index: number): D =>
  withValue(data, path, itemsAt(data, path).toSpliced(index, 1));

/** Moves an item by so many places, as far as the list goes. */
export function withMoved<D extends Data>(data: D, path: Path, index: number, by: number): D {
  const items = itemsAt(data, path);
  const to = Math.min(items.length - 1, Math.max(0, index + by));
  return withValue(data, path, items.toSpliced(index, 1).toSpliced(to, 0, items[index]));
}

/** What is left of data when blank parts are taken away, and the way back to the places of the whole. */
export interface Pruned {
  data: Data;
  /** The path in the whole of a path in what is left. */
  placeOf: (path: readonly PropertyKey[]) => Path;
}

/** Items of one list, as the whole has them. */
interface Kept {
  /** Of each item that is left, its place in the whole. */
  indexes?: number[];
  parts: Map<string | number, Kept>;
}

/**
 * Leaves out what says nothing: empty texts, groups and lists.
 * @param isBlank whether an item of a list says nothing of its own, though something stands in it
 */
export function pruned(data: Data, isBlank: (list: string, item: unknown) => boolean = () => false): Pruned {
  const found = prune(data, '', isBlank);
  const root = found ?? { value: {}, kept: { parts: new Map() } };
  return {
    data: root.value as Data,
    placeOf(path) {
      const whole: (string | number)[] = [];
      let kept: Kept | undefined = root.kept;
      for (const key of path) {
        const name = typeof key === 'symbol' ? '' : key;
        whole.push(typeof name === 'number' ? (kept?.indexes?.[name] ?? name) : name);
        kept = kept?.parts.get(name);
      }
      return whole;
    },
  };
}

function prune(
  value: unknown,
  name: string,
  isBlank: (list: string, item: unknown) => boolean,
): { value: unknown; kept: Kept } | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : { value, kept: { parts: new Map() } };
  if (Array.isArray(value)) {
    const left = value.flatMap((item: unknown, index) => {
      const one = isBlank(name, item) ? null : prune(item, name, isBlank);
      return one ? [{ ...one, index }] : [];
    });
    if (left.length === 0) return null;
    const parts = new Map(left.map(({ kept }, place): [number, Kept] => [place, kept]));
    return { value: left.map((one) => one.value), kept: { indexes: left.map(({ index }) => index), parts } };
  }
  if (!isMap(value)) return { value, kept: { parts: new Map() } };
  const left = Object.entries(value).flatMap(([key, part]) => {
    const one = prune(part, key, isBlank);
    return one ? [{ key, ...one }] : [];
  });
  if (left.length === 0) return null;
  return {
    value: Object.fromEntries(left.map((one) => [one.key, one.value])),
    kept: { parts: new Map(left.map(({ key, kept }): [string, Kept] => [key, kept])) },
  };
}
