/**
 * What a reader keeps on the own device. Reading and writing never throw: browsers refuse storage in private windows,
 * fill it up, and people or programs spoil what is in it.
 */
export interface Kept<T> {
  /** What is kept now. */
  value: () => T;
  /** Keeps another value; whether it really was written is told by `state`. */
  save: (value: T) => void;
  /** Takes the value away from the device. */
  forget: () => void;
  /**
   * `kept`: written to the device. `full`: there was no room for the last value. `refused`: the browser keeps nothing.
   * In the last two the value lives as long as the page.
   */
  state: () => KeptState;
  /** What was found instead of a value that can be read. */
  damaged: () => Damaged | null;
}

export type KeptState = 'kept' | 'full' | 'refused';

export interface Damaged {
  /** The text as it was found: nothing of it is thrown away. */
  text: string;
  /** Where a copy of it was put; null when there was no room, and then the text stays where it is, unwritten over. */
  copy: string | null;
}

interface Options<T> {
  /** Reads a value of this version or an older one; null when it is none. */
  read: (json: unknown) => T | null;
  empty: () => T;
  /** Called when another window has kept another value. */
  onChange?: ((value: T) => void) | undefined;
}

/** Everything of this site begins so: the origin may serve other sites. */
export const prefix = 'tra-pari:';

/** Opens what is kept under a name: `openKept('quaderno', …)`. */
export function openKept<T>(name: string, { read, empty, onChange }: Options<T>): Kept<T> {
  const key = prefix + name;
  const storage = storageOf();
  let state: KeptState = storage ? 'kept' : 'refused';
  let damaged: Damaged | null = null;
  let value = open();

  function open(): T {
    let text: string | null = null;
    try {
      text = storage?.getItem(key) ?? null;
    } catch {
      state = 'refused';
    }
    if (text === null) return empty();
    const found = parsed(text);
    const known = found === undefined ? null : read(found);
    if (known !== null) return known;
    damaged = { text, copy: copyOf(text) };
    return empty();
  }

  /** Undefined when it is not even JSON. */
  function parsed(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }

  function copyOf(text: string): string | null {
    const copy = `${prefix}copia:${name}:${new Date().toISOString()}`;
    try {
      storage?.setItem(copy, text);
      return storage ? copy : null;
    } catch {
      return null;
    }
  }

  function write(text: string | null): void {
    // what cannot be read and has no copy is not written over
    if (!storage || (damaged && damaged.copy === null)) {
      state = 'refused';
      return;
    }
    try {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      state = 'kept';
    } catch {
      state = 'full';
    }
  }

  globalThis.addEventListener('storage', (event) => {
    // a null key means that everything was taken away
    if (event.storageArea !== storage || (event.key !== key && event.key !== null)) return;
    const text = event.newValue;
    const found = text === null ? undefined : parsed(text);
    const known = found === undefined ? null : read(found);
    if (text !== null && known === null) {
      // a newer version of the site may be open beside this one: what it keeps is not written over without a copy
      damaged = { text, copy: copyOf(text) };
      return;
    }
    value = known ?? empty();
    onChange?.(value);
  });

  return {
    value: () => value,
    save(next) {
      value = next;
      write(JSON.stringify(next));
    },
    forget() {
      value = empty();
      write(null);
    },
    state: () => state,
    damaged: () => damaged,
  };
}

/** The names under which something is kept, without those of the copies. */
export function keptNames(): string[] {
  const storage = storageOf();
  try {
    return Object.keys(storage ?? {}).flatMap((key) =>
      key.startsWith(prefix) && !key.startsWith(`${prefix}copia:`) ? [key.slice(prefix.length)] : [],
    );
  } catch {
    return [];
  }
}

/** Asking for the storage is already refused in some windows. */
export function storageOf(): Storage | null {
  try {
    const { localStorage } = globalThis as { localStorage?: Storage };
    localStorage?.getItem(prefix);
    return localStorage ?? null;
  } catch {
    return null;
  }
}
