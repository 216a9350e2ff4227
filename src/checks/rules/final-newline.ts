import { problem } from '../problem.ts';
import type { TextRule } from '../record.ts';

/** A file that ends in the middle of a line may have been cut. */
export const finalNewline: TextRule = {
  name: 'final-newline',
  check: ({ path, text }) => {
    if (text === '' || text.endsWith('\n')) return [];
    const place = { line: text.split('\n').length, column: 1 };
    const message = 'L’ultima riga non finisce con un a capo: il file può essere stato tagliato.';
    const hint = 'Controlla che il testo sia intero e premi Invio in fondo all’ultima riga.';
    return [problem('final-newline', path, place, message, hint)];
  },
};
