import { wrapped } from './yaml-text.ts';

const width = 100;
const rules = [
  'Scrivi sotto ogni titolo: frasi semplici, elenchi, tabelle, note [^1]. I titoli con ## restano questi, in quest’ordine.',
  'Una cifra che sta nei dati si richiama con <Fact of="codice-dell-indicatore"/>, una fonte con <Cite source="sigla"/>.',
  'Dove nessuno sa, scrivi «Non è documentato».',
  'I riquadri come questo non compaiono in nessuna pagina: toglili man mano che scrivi.',
];

/** The text of a new sheet: its fixed sections, each followed by a hidden note with questions to answer. */
export function bodyOf(
  sections: readonly string[],
  questionsFor: (title: string) => readonly string[],
): string {
  const parts = sections.map((title) => {
    const questions = questionsFor(title);
    return `## ${title}\n\n${hidden(questions.length > 0 ? ['Domande guida:', ...questions] : ['Scrivi qui.'])}`;
  });
  return [hidden(['Come si scrive:', ...rules]), ...parts].join('\n\n') + '\n';
}

/** Nothing in the questions may close the note before its end. */
function hidden([first = '', ...items]: readonly string[]): string {
  const lines = items.flatMap((item) => {
    const [head = '', ...rest] = wrapped(item.replaceAll('*/', '* /'), width - 2);
    return [`- ${head}`, ...rest.map((line) => `  ${line}`)];
  });
  return lines.length > 0 ? `{/*\n${[first, ...lines].join('\n')}\n*/}` : `{/* ${first} */}`;
}
