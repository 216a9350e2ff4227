import { activityData } from '../../knowledge/routes.ts';

/** What who leads says and does in an activity. */
export interface ActivityWords {
  invitation: string;
  steps: readonly { title: string; minutes: number; text: string }[];
}

const asked = new Map<string, Promise<ActivityWords | null>>();

/** The words of an activity as the base publishes them; null when they do not come. What failed is asked for again. */
export function activityWords(id: string): Promise<ActivityWords | null> {
  const known = asked.get(id);
  if (known) return known;
  const words = load(id).catch(() => {
    asked.delete(id);
    return null;
  });
  asked.set(id, words);
  return words;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

async function load(id: string): Promise<ActivityWords> {
  const answer = await fetch(activityData(id));
  if (!answer.ok) throw new Error(`activity: ${answer.status}`);
  const file = (await answer.json()) as unknown;
  const entry = isFields(file) && isFields(file.entry) ? file.entry : {};
  const steps = Array.isArray(entry.steps) ? (entry.steps as unknown[]).filter(isFields) : [];
  return {
    invitation: textIn(entry.invitation),
    steps: steps.map(({ title, minutes, text }) => ({
      title: textIn(title),
      minutes: typeof minutes === 'number' ? minutes : 0,
      text: textIn(text),
    })),
  };
}
