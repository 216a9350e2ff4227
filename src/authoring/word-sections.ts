import { anchorOf } from '../knowledge/format.ts';

/** Words by which titles of free documents are known, by the section that they mean; the first that fits counts. */
const words: Readonly<Record<string, readonly string[]>> = {
  'Il problema': ['problema', 'contesto', 'bisogno', 'bisogni', 'situazione di partenza', 'premessa', 'perche', 'analisi', 'fabbisogno', 'sfida'],
  'Che cosa hanno fatto': ['cosa abbiamo fatto', 'cosa hanno fatto', 'attivita', 'azioni', 'intervento', 'interventi', 'descrizione', 'il progetto', 'soluzione', 'realizzazione', 'fasi'],
  'Come funziona': ['come funziona', 'funzionamento', 'organizzazione', 'metodologia', 'metodo', 'modello', 'governance', 'gestione', 'procedura', 'chi fa che cosa', 'partenariato', 'risorse', 'costi'],
  'Che cosa è cambiato': ['cambiato', 'cambiamento', 'risultati', 'risultato', 'impatto', 'impatti', 'effetti', 'esiti', 'valutazione', 'numeri'],
  'Difficoltà e lezioni': ['difficolta', 'criticita', 'ostacoli', 'problemi incontrati', 'lezioni', 'cosa abbiamo imparato', 'cosa non ha funzionato', 'errori', 'punti di debolezza'],
  'Portarla nella tua città': ['portarla', 'replicabilita', 'replicare', 'trasferibilita', 'trasferire', 'raccomandazioni', 'consigli', 'per altre citta', 'sostenibilita', 'prospettive'],
  'Perché questo incontro': ['perche', 'obiettivi', 'obiettivo', 'finalita', 'premessa', 'contesto', 'introduzione'],
  'Come si è svolto': ['svolto', 'svolgimento', 'programma', 'agenda', 'lavori', 'giornata', 'partecipanti', 'metodo', 'attivita', 'tavoli'],
  'Che cosa è rimasto': ['rimasto', 'conclusioni', 'esiti', 'risultati', 'impegni', 'decisioni', 'domande', 'prossimi passi', 'restituzione'],
}; // prettier-ignore

/** «problemi incontrati» is of the difficulties before «problema» is of the problem: longer words are tried first. */
const byLength = Object.entries(words)
  .flatMap(([section, own]) => own.map((word) => ({ section, word: anchorOf(word) })))
  .toSorted((a, b) => b.word.length - a.word.length);

/** The section that a title of a free document means; null when it means none. */
export function sectionMeant(title: string, sections: readonly string[]): string | null {
  const written = anchorOf(title);
  const exact = sections.find((section) => anchorOf(section) === written);
  if (exact !== undefined) return exact;
  const found = byLength.find(
    ({ section, word }) => sections.includes(section) && `-${written}-`.includes(`-${word}-`),
  );
  return found?.section ?? null;
}
