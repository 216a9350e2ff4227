import { openSheet, type OpenedSheet } from '../../knowledge/entry-file.ts';
import { practiceData } from '../../knowledge/routes.ts';

/** Why a sheet did not come: there is none of that name, or the line or the server failed. */
export class SheetFailure extends Error {
  readonly why: 'missing' | 'unreachable';
  constructor(why: SheetFailure['why'], cause?: unknown) {
    super(`the file of the sheet: ${why}`, { cause });
    this.why = why;
  }
}

const opened = new Map<string, Promise<OpenedSheet>>();

/**
 * The published file of a sheet, asked for once; what failed is asked for again.
 * @throws SheetFailure when it does not come, or is not the file of a sheet
 */
export function fetchSheet(id: string): Promise<OpenedSheet> {
  const known = opened.get(id);
  if (known) return known;
  const asked = load(id);
  opened.set(id, asked);
  asked.catch(() => opened.delete(id));
  return asked;
}

async function load(id: string): Promise<OpenedSheet> {
  const answer = await fetch(practiceData(id)).catch((error: unknown) => {
    throw new SheetFailure('unreachable', error);
  });
  if (!answer.ok) throw new SheetFailure(answer.status === 404 ? 'missing' : 'unreachable');
  try {
    return openSheet((await answer.json()) as unknown);
  } catch (error) {
    throw new SheetFailure('unreachable', error);
  }
}
