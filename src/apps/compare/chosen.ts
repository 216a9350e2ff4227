import { openKept, type Kept } from '../device/kept.ts';

/** As many sheets as stand side by side. The comparison itself is not loaded for a number. */
export const mostChosen = 4;

export interface Chosen {
  id: string;
  title: string;
}

/** The sheets put aside to be compared, in this browser. */
export const openChosen = (onChange?: (chosen: readonly Chosen[]) => void): Kept<readonly Chosen[]> =>
  openKept('confronto', { read: readChosen, empty: () => [], onChange });

function readChosen(json: unknown): readonly Chosen[] | null {
  if (!Array.isArray(json) || json.length > mostChosen) return null;
  const isChosen = (value: unknown): value is Chosen => {
    const { id, title } = Object(value) as Record<string, unknown>;
    return (
      typeof id === 'string' &&
      /^[a-z0-9-]{1,80}$/.test(id) &&
      typeof title === 'string' &&
      title.length < 200
    );
  };
  return json.every(isChosen) ? json.map(({ id, title }) => ({ id, title })) : null;
}
