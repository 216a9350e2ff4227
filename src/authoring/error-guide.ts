import { codes, type CodeName, type Severity } from '../checks/codes.ts';

/** The rooms of the table, in the order in which they are printed. */
const groups: readonly { from: number; to: number; title: string; about: string }[] = [
  { from: 1, to: 49, title: 'File e cartelle', about: 'Nomi, permessi, dimensioni, caratteri.' },
  {
    from: 50,
    to: 99,
    title: 'Dati della scheda',
    about: 'Il blocco fra le due righe `---` in testa a una scheda, e gli elenchi `.yaml`.',
  },
  { from: 100, to: 149, title: 'Testo della scheda', about: 'Sezioni, titoli, collegamenti, componenti.' },
  {
    from: 150,
    to: 199,
    title: 'Richiami',
    about: 'Nomi che rimandano ad altre voci, fonti, pagine, immagini.',
  },
  { from: 200, to: 299, title: 'Regole redazionali', about: 'Cifre, date, fonti, persone, leggibilità.' },
  { from: 300, to: 349, title: 'Eccezioni', about: 'L’elenco `exceptions.yaml`.' },
  {
    from: 900,
    to: 999,
    title: 'Sito costruito',
    about: 'Controlli sulle pagine, dopo la costruzione: di solito riguardano chi cura il codice.',
  },
];

const severities: Record<Severity, string> = {
  error: '**Errore**: il sito non si costruisce finché c’è.',
  warning: '**Avviso**: da correggere, ma il sito si costruisce.',
  info: '**Da completare**: lavoro ancora aperto.',
};

interface Entry {
  code: string;
  severity: Severity;
  what: string;
  why: string;
  how: string;
  example?: { wrong: string; right: string };
  excusable?: true;
}

/** `docs/errori.md`: every problem of the table, for whoever reads its number in a message. */
export function errorGuide(): string {
  const entries = (Object.keys(codes) as CodeName[])
    .map((name): Entry => codes[name])
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const rooms = groups.map((group) => ({
    ...group,
    entries: entries.filter(({ code }) => isIn(group, Number(code.slice(2)))),
  }));
  return [
    introduction,
    ...rooms.map(
      ({ title, entries: own }) => `- [${title}](#${anchor(title)}): ${own.map(linked).join(', ')}`,
    ),
    ...rooms.flatMap(({ title, about, entries: own }) => [`\n## ${title}\n\n${about}`, ...own.map(chapter)]),
    '',
  ].join('\n');
}

const isIn = ({ from, to }: { from: number; to: number }, number: number): boolean =>
  number >= from && number <= to;
const anchor = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
const linked = ({ code }: Entry): string => `[${code}](#${code.toLowerCase()})`;

const introduction = `<!-- Questa pagina è scritta da «npm run docs» a partire da src/checks/codes.ts: non va corretta a mano. -->

# Che cosa dice il controllo, e come si rimedia

\`npm run check\` legge tutti i file dei contenuti e dice in una volta sola tutto ciò che non va. Un messaggio si legge così:

\`\`\`text
practices/tonite.mdx
  12:9  errore  «Stato» (status): hai scritto «in corso». Non è fra i valori previsti.  [TP060]
        → Forse volevi scrivere: running.
\`\`\`

La prima riga è il file. Poi vengono la riga e la colonna in cui guardare (riga 12, nono carattere), quanto è grave, che cosa non va, e fra parentesi il codice: è il titolo del paragrafo di questa pagina che lo spiega. Dopo la freccia c’è che cosa scrivere.

Un **errore** ferma la costruzione del sito. Un **avviso** va corretto ma non ferma nulla. **Da completare** è ciò che manca in una bozza, o che è rimasto indietro. Con \`npm run check -- practices/tonite.mdx\` si vedono solo i messaggi di un file.

## Quando un problema può restare

A volte chi cura la base decide che un problema può restare: una cifra scritta a mano che non è quella del dato, il telefono di un ufficio. Allora si scrive in \`exceptions.yaml\`, nella cartella dei contenuti, che cosa si lascia e perché:

\`\`\`yaml
entries:
  - file: practices/tonite.mdx
    code: TP206
    text: 'quattro'
    reason: 'Qui «quattro» sono gli incontri, non i progetti.'
    decidedOn: '2026-11-22'
\`\`\`

\`text\` è una parte del messaggio e serve solo se nel file lo stesso problema c’è più volte. Avvisi e note si possono scusare tutti, gli errori solo dove è detto: la sicurezza e le cifre senza fonte non hanno eccezioni. Un’eccezione che non serve più viene segnalata.

## Indice
`;

function chapter({ code, severity, what, why, how, example, excusable }: Entry): string {
  const exception = excusable ? ' Può avere un’eccezione.' : '';
  return [
    `\n### ${code}`,
    `**${plain(what)}**`,
    plain(why),
    `**Che cosa fare.** ${plain(how)}`,
    ...(example ? [sample('No', example.wrong), sample('Sì', example.right)] : []),
    `${severities[severity]}${exception}`,
  ].join('\n\n');
}

/** A text in which no sign means anything to Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]|&(?=\w)/g, '\\$&');

/** A passage of a file, as it stands. */
const sample = (word: string, text: string): string =>
  text === '' ? `${word}: un file vuoto.` : `${word}:\n\n\`\`\`text\n${text}\n\`\`\``;
