import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptNames, openKept } from '../../../src/apps/device/kept.ts';

/** The browser's storage, with the faults that it has. */
class FakeStorage {
  #room: number;
  constructor(room = Infinity) {
    this.#room = room;
  }
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] ?? null) : null;
  }
  setItem(key: string, text: string): void {
    if (text.length > this.#room) throw new DOMException('full', 'QuotaExceededError');
    (this as unknown as Record<string, string>)[key] = text;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

const target = new EventTarget();
const words = {
  read: (json: unknown) =>
    Array.isArray(json) && json.every((item) => typeof item === 'string') ? json : null,
  empty: (): string[] => [],
};

const useStorage = (storage: unknown) => vi.stubGlobal('localStorage', storage);
const changeElsewhere = (storage: unknown, key: string | null, newValue: string | null) => {
  target.dispatchEvent(Object.assign(new Event('storage'), { storageArea: storage, key, newValue }));
};

beforeEach(() => {
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what is kept is there when it is opened again', () => {
  useStorage(new FakeStorage());
  openKept('parole', words).save(['uno', 'due']);
  const again = openKept('parole', words);
  expect(again.value()).toEqual(['uno', 'due']);
  expect(again.state()).toBe('kept');
  expect(keptNames()).toEqual(['parole']);
  again.forget();
  expect(again.value()).toEqual([]);
  expect(keptNames()).toEqual([]);
});

describe('what was spoilt', () => {
  test.each(['{"uno"', '{"uno": 1}', '["uno", 2]', ''])('is kept aside as it was: %j', (text) => {
    const storage = new FakeStorage();
    useStorage(storage);
    storage.setItem('tra-pari:parole', text);
    const kept = openKept('parole', words);
    expect(kept.value()).toEqual([]);
    const { copy } = kept.damaged() ?? {};
    expect(storage.getItem(copy ?? '')).toBe(text);
    kept.save(['tre']);
    expect(openKept('parole', words).value()).toEqual(['tre']);
    expect(storage.getItem(copy ?? '')).toBe(text);
    expect(keptNames()).toEqual(['parole']);
  });

  test('and cannot be kept aside is never written over', () => {
    const storage = new FakeStorage();
    storage.setItem('tra-pari:parole', '{"uno"');
    useStorage(Object.assign(new FakeStorage(0), { 'tra-pari:parole': storage.getItem('tra-pari:parole') }));
    const kept = openKept('parole', words);
    expect(kept.damaged()).toEqual({ text: '{"uno"', copy: null });
    kept.save(['tre']);
    expect(kept.value()).toEqual(['tre']);
    expect(kept.state()).toBe('refused');
    expect(localStorage.getItem('tra-pari:parole')).toBe('{"uno"');
  });
});

test('without room the value lives on in the page, and is said not to be kept', () => {
  useStorage(new FakeStorage(12));
  const kept = openKept('parole', words);
  kept.save(['uno']);
  expect(kept.state()).toBe('kept');
  kept.save(['uno', 'due', 'tre']);
  expect(kept.state()).toBe('full');
  expect(kept.value()).toEqual(['uno', 'due', 'tre']);
  expect(openKept('parole', words).value()).toEqual(['uno']);
  kept.save(['due']);
  expect(kept.state()).toBe('kept');
});

test('where storage is forbidden nothing throws', () => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('forbidden', 'SecurityError');
    },
  });
  const kept = openKept('parole', words);
  kept.save(['uno']);
  expect([kept.value(), kept.state(), keptNames()]).toEqual([['uno'], 'refused', []]);
});

test('another window’s change arrives, unless it is not ours or cannot be read', () => {
  const storage = new FakeStorage();
  useStorage(storage);
  const heard: string[][] = [];
  const kept = openKept('parole', { ...words, onChange: (value) => heard.push(value) });
  changeElsewhere(storage, 'tra-pari:altro', '["no"]');
  changeElsewhere(storage, 'tra-pari:parole', '{"version":2}');
  // a newer version of the site wrote it: it can be written over, because it has a copy
  expect(storage.getItem(kept.damaged()?.copy ?? '')).toBe('{"version":2}');
  changeElsewhere({}, 'tra-pari:parole', '["no"]');
  expect(heard).toEqual([]);
  changeElsewhere(storage, 'tra-pari:parole', '["sì"]');
  expect([heard, kept.value()]).toEqual([[['sì']], ['sì']]);
  changeElsewhere(storage, null, null);
  expect(kept.value()).toEqual([]);
});
