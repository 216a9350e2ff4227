import { vocabulary } from './vocabulary.ts';

const bold = 'Per il grassetto scrivi **parole**.';
const italic = 'Per il corsivo scrivi *parole*.';
const heading = 'Per un titolo scrivi «### Titolo» su una riga sua.';
const list = 'Per un elenco comincia ogni riga con un trattino e uno spazio.';
const table = 'Per una tabella separa le celle con | e metti |---| sotto la prima riga.';
const space = 'Per un nuovo paragrafo lascia una riga vuota: l’aspetto lo dà il sito.';
const embedded =
  'Toglilo: una scheda non esegue e non incorpora nulla; al suo posto metti un collegamento: [parole](https://…).';

/** What a person who writes HTML is after, by the name of the tag. */
const insteadOfHtml: Readonly<Record<string, string>> = {
  a: 'Per un collegamento scrivi [parole](https://…).',
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  u: 'Il sottolineato è dei collegamenti: per dare forza scrivi **parole**.',
  s: 'Per un testo tolto scrivi ~~parole~~.',
  del: 'Per un testo tolto scrivi ~~parole~~.',
  br: 'Per andare a capo lascia una riga vuota, o metti una barra \\ in fondo alla riga.',
  hr: 'Per una riga di separazione scrivi *** su una riga sua.',
  p: space,
  div: space,
  span: space,
  center: space,
  font: space,
  style: space,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  li: list,
  table,
  tr: table,
  td: table,
  th: table,
  img: 'Per un’immagine scrivi <Figure src="nome.jpg" alt="…" credit="…" /> su una riga sua.',
  blockquote: 'Per una citazione comincia la riga con > e uno spazio, o usa <Quote source="…">.',
  sup: 'Scrivi il segno: m², CO₂; per una nota usa [^1].',
  sub: 'Scrivi il segno: m², CO₂; per una nota usa [^1].',
  script: embedded,
  iframe: embedded,
  object: embedded,
  embed: embedded,
  svg: embedded,
  video: embedded,
  audio: embedded,
  form: embedded,
  input: embedded,
  button: embedded,
};

/** What to write in the place of a tag that is not ours. */
export function insteadOf(tag: string): string {
  const names = Object.keys(vocabulary);
  const misspelt = names.find((name) => name.toLowerCase() === tag.toLowerCase());
  if (misspelt) return `Scrivi <${misspelt}>, con la maiuscola.`;
  const word = tag.toLowerCase();
  if (Object.hasOwn(insteadOfHtml, word)) return insteadOfHtml[word] as string;
  return `I componenti sono ${names.join(', ')}; se volevi il simbolo «minore» scrivi &lt; al posto di <.`;
}
