/** A state that can be taken back: whole states, because they share all that did not change. */
export interface History<S> {
  now: S;
  /** What was done, the latest last, with the state before it. */
  done: readonly Step<S>[];
  undone: readonly Step<S>[];
}

interface Step<S> {
  /** What is undone, after «Annulla:» and «Rifai:». */
  what: string;
  /** The state to go back to; of what was undone, the state to go forward to. */
  state: S;
  /** The field that is being typed in: what comes from it belongs to the same step. Empty when none. */
  place: string;
}

/** More than anybody undoes. */
const longest = 200;

export const historyOf = <S>(now: S): History<S> => ({ now, done: [], undone: [] });

/** Writes down what was done. Nothing is written when nothing changed. */
export function recorded<S>(history: History<S>, now: S, what: string, place = ''): History<S> {
  if (now === history.now) return history;
  const goesOn = place !== '' && history.done.at(-1)?.place === place;
  const done = goesOn ? history.done : [...history.done, { what, place, state: history.now }];
  return { now, done: done.slice(-longest), undone: [] };
}

/** The reader has left the field: what is typed next is another step. */
export const settled = <S>(history: History<S>): History<S> =>
  history.done.at(-1)?.place
    ? {
        ...history,
        done: history.done.map((step, index, { length }) =>
          index === length - 1 ? { ...step, place: '' } : step,
        ),
      }
    : history;

export function undone<S>({ now, done, undone: later }: History<S>): History<S> | null {
  const step = done.at(-1);
  return step
    ? {
        now: step.state,
        done: done.slice(0, -1),
        undone: [...later, { what: step.what, place: '', state: now }],
      }
    : null;
}

export function redone<S>({ now, done, undone: later }: History<S>): History<S> | null {
  const step = later.at(-1);
  return step
    ? {
        now: step.state,
        done: [...done, { what: step.what, place: '', state: now }],
        undone: later.slice(0, -1),
      }
    : null;
}
