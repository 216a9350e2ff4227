import { z } from 'astro/zod';
import { choice, field } from './field.ts';
import { differenceKinds, factRoles, qualifiers } from './labels.ts';
import { sourceRef } from './source.ts';
import { dateProblem, line, numberProblem, paragraph, partialDate, ref } from './values.ts';

const indicatorRef = field(
  ref('indicator'),
  'Indicatore',
  'Che cosa misura: un codice dell’elenco degli indicatori.',
  'applications-received',
);
const scope = field(
  line(120).optional(),
  'Perimetro',
  'A quale parte si riferisce, se non alla pratica intera.',
  'area Aurora',
);

/** A value that is neither a number nor a date: what was typed tells which of the two was meant. */
const valueProblem = ({ input }: { input?: unknown }): string | undefined => {
  if (input === undefined || input === null) return undefined;
  const dated = partialDate.safeParse(input);
  const isDate = typeof input === 'string' && /^\d{4}-\d/.test(input) && !dated.success;
  if (isDate) return dated.error.issues[0]?.message;
  return (
    dateProblem(input) ??
    numberProblem(input) ??
    "Scrivi un numero senza punti né simboli, o una data fra apici come '2023-03'."
  );
};

/** One value of one indicator, with its source. Two facts of one indicator and scope that differ are a conflict. */
export const fact = z
  .strictObject({
    indicator: indicatorRef,
    value: field(
      z.union([z.number(), partialDate], { error: valueProblem }).optional(),
      'Valore',
      'Il numero scritto senza punti né simboli, o una data fra apici.',
      '1285000',
    ),
    min: field(z.number().optional(), 'Da', 'Estremo più basso, quando la fonte dà un intervallo.'),
    max: field(z.number().optional(), 'A', 'Estremo più alto, quando la fonte dà un intervallo.'),
    words: field(
      line(120).optional(),
      'A parole',
      'Il valore di un indicatore che non è un numero né una data: un codice, un nome.',
      '3.3.1 A',
    ),
    qualifier: field(
      choice(qualifiers).optional(),
      'Precisione',
      'Se la fonte scrive «circa», «oltre» o «fino a».',
    ),
    role: field(
      choice(factRoles).optional(),
      'Ruolo',
      'Valore raggiunto (se non dici altro), obiettivo, partenza o confronto.',
    ),
    asOf: field(
      partialDate.optional(),
      'Alla data',
      'Data a cui il valore si riferisce, o quella della fonte.',
      "'2023-03'",
    ),
    scope,
    note: field(line(300).optional(), 'Nota', 'Che cosa serve sapere per leggere bene il valore.'),
    quote: field(
      line(300).optional(),
      'Parole della fonte',
      'Le parole esatte in cui il valore compare, al massimo venti.',
    ),
    locator: field(line(200).optional(), 'Dove', 'Pagina o paragrafo della fonte.'),
    source: sourceRef,
  })
  .refine(
    ({ value, min, max, words }) => {
      const range = min !== undefined || max !== undefined;
      const forms = [value !== undefined, range, words !== undefined].filter(Boolean);
      return forms.length === 1 && (!range || (min !== undefined && max !== undefined));
    },
    { error: 'Scrivi un «value» da solo, oppure insieme «min» e «max», oppure solo «words».' },
  )
  .refine((f) => f.min === undefined || f.max === undefined || f.min < f.max, {
    error: '«min» deve essere minore di «max».',
  });

export const facts = field(
  z.array(fact).max(120),
  'Dati',
  'Ogni cifra della scheda, con la sua fonte. Se due fonti danno valori diversi scrivile entrambe.',
);

/** What an editor knows of a disagreement: the values themselves stay in `facts`. */
export const difference = z.strictObject({
  indicator: indicatorRef,
  scope,
  kind: field(choice(differenceKinds), 'Tipo', 'Vero contrasto, serie nel tempo o perimetri diversi.'),
  text: field(
    paragraph(500),
    'In che cosa differiscono',
    'Una frase semplice. Non scegliere il valore «giusto»: di’ che cosa cambia.',
  ),
});

export const differences = field(
  z.array(difference).max(40).optional(),
  'Valori che non coincidono',
  'Spiegazione di ogni dato su cui le fonti danno valori diversi.',
);

export type Fact = z.infer<typeof fact>;
export type Difference = z.infer<typeof difference>;
