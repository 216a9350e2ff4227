/** What a reader typed into the rescaler of one sheet, as it is kept on the device: nothing is worked out here. */
export interface CostsState {
  version: 1;
  /** Only what differs from what the sheet proposes, under the names of the fields of the form, as it was typed. */
  typed: Readonly<Record<string, string>>;
}

export const emptyCosts = (): CostsState => ({ version: 1, typed: {} });

/** More than any form of ours has. */
const mostFields = 400;
const mostCharacters = 300;
const namePattern = /^[a-z][A-Za-z]{0,20}(?:\.[a-z0-9-]{1,100})?$/;

/** Whether nothing was changed or typed. */
export const isUntouched = ({ typed }: CostsState): boolean => Object.keys(typed).length === 0;

/** Reads what was kept or brought from elsewhere; null when it is not ours, or of a version that we cannot know. */
export function readCosts(json: unknown): CostsState | null {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.typed)) return null;
  const entries = Object.entries(json.typed);
  const known = entries.every(
    ([name, value]) => namePattern.test(name) && typeof value === 'string' && value.length <= mostCharacters,
  );
  if (!known || entries.length > mostFields) return null;
  return { version: 1, typed: Object.fromEntries(entries) as Record<string, string> };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
