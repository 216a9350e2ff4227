import type { Damaged, KeptState } from './kept.ts';

/** What the reader is told of where the work is; null while all is well. */
export const stateText = (state: KeptState): string | null =>
  ({
    kept: null,
    full: 'Lo spazio che il browser dà a questo sito è pieno: l’ultima modifica vive solo in questa finestra. Scaricala prima di chiudere, o togli qualcosa dal quaderno.',
    refused:
      'Questo browser non conserva nulla (finestra privata, o memoria del sito vietata): quello che scrivi vive solo in questa finestra. Scaricalo prima di chiudere.',
  })[state];

/** What was kept cannot be read: what happened to it, and what to do. */
export const damagedText = ({ copy }: Damaged): string =>
  copy === null
    ? 'Quello che era conservato qui non si riesce a leggere. L’abbiamo lasciato dov’è, e non ci scriviamo sopra: scaricalo, poi svuota la memoria del sito per ricominciare.'
    : 'Quello che era conservato qui non si riesce a leggere. Ne abbiamo tenuto una copia, che puoi scaricare; intanto si ricomincia da vuoto.';
