import type { SessionLists } from '../../exports/session-lists.ts';
import { sessionListsFile } from '../../knowledge/routes.ts';

let asked: Promise<SessionLists> | undefined;

/** Needs, cities and areas of the base, asked for once; null when they do not come, and then asked for again. */
export async function sessionLists(): Promise<SessionLists | null> {
  asked ??= fetch(sessionListsFile).then(async (answer) => {
    if (!answer.ok) throw new Error(`lists: ${answer.status}`);
    return (await answer.json()) as SessionLists;
  });
  try {
    return await asked;
  } catch {
    asked = undefined;
    return null;
  }
}
