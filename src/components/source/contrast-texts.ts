import type { ContrastKind } from '../../knowledge/conflicts.ts';

/** What each kind is called on the page that lists all of them, and how to read it. */
export const contrastTexts: Record<ContrastKind, { title: string; meaning: string; advice: string }> = {
  conflict: {
    title: 'Le fonti si contraddicono',
    meaning: 'Stesso dato, stesso perimetro, valori diversi.',
    advice:
      'Non scegliamo il valore «giusto» e non facciamo medie: se ti serve la cifra, cita tutti i valori con la loro fonte, oppure chiedi a chi ha promosso la pratica.',
  },
  series: {
    title: 'Valori in momenti diversi',
    meaning: 'Lo stesso dato a date diverse: non è una contraddizione.',
    advice: 'Se citi uno di questi valori, scrivi anche la sua data.',
  },
  scope: {
    title: 'Valori con perimetri diversi',
    meaning: 'Cifre che sembrano la stessa e contano cose diverse.',
    advice:
      'Non vanno confrontati né sommati: per questo qui non c’è un disegno. Se ne citi uno, di’ che cosa conta.',
  },
};
