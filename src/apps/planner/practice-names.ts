import type { PracticeName } from '../../exports/practice-names.ts';
import type { Named } from '../../knowledge/plan.ts';
import { practiceNamesFile } from '../../knowledge/routes.ts';
import { el } from '../elements.ts';

/** As many as one looks through. */
const mostShown = 12;

let asked: Promise<readonly PracticeName[]> | undefined;

/** The names of all sheets, asked for once; what failed is asked for again. */
async function names(): Promise<readonly PracticeName[]> {
  asked ??= fetch(practiceNamesFile).then(async (answer) => {
    if (!answer.ok) throw new Error(`names: ${answer.status}`);
    return (await answer.json()) as PracticeName[];
  });
  try {
    return await asked;
  } catch (error) {
    asked = undefined;
    throw error;
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const shown = ([, title, city]: PracticeName): string => `${title} (${city})`;

function matching(all: readonly PracticeName[], typed: string): PracticeName[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found: PracticeName[] = [];
  for (const name of all) {
    const text = plain(shown(name));
    if (words.every((word) => text.includes(word))) found.push(name);
    if (found.length === mostShown) break;
  }
  return found;
}

/** Makes a field offer the names of the sheets, from when somebody goes into it. */
export function offerNames(input: HTMLInputElement): void {
  const offer = async (): Promise<void> => {
    const typed = input.value;
    const all = await names().catch(() => null);
    if (!all || typed !== input.value) return;
    input.list?.replaceChildren(...matching(all, typed).map((name) => el('option', { value: shown(name) })));
  };
  input.addEventListener('focus', () => void offer());
  input.addEventListener('input', () => void offer());
}

/**
 * The sheet that was chosen or typed: the one so called, else the only one with those words.
 * @returns words for the reader where it is none
 */
export async function chosenPractice(typed: string): Promise<Named | string> {
  if (!typed.trim()) return 'Scrivi il nome di una pratica, o di una città.';
  const all = await names().catch(() => null);
  if (!all) return 'L’elenco delle pratiche non si è caricato: controlla la rete e riprova.';
  const wanted = plain(typed.trim());
  const exact = all.find((name) => plain(shown(name)) === wanted || plain(name[1]) === wanted);
  const found = matching(all, typed);
  const only = exact ?? (found.length === 1 ? found[0] : undefined);
  if (only) return { id: only[0], title: only[1] };
  if (found.length === 0) return `Nessuna pratica contiene «${typed.trim()}». Prova con meno parole.`;
  return `Più pratiche contengono «${typed.trim()}»: scegline una dall’elenco (${found.slice(0, 4).map(shown).join('; ')}).`;
}
