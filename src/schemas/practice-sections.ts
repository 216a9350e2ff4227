/** The fixed H2 headings of a sheet, in this order. Apart from the schema, because browsers need them without zod. */
export const practiceSections = [
  'Il problema',
  'Che cosa hanno fatto',
  'Come funziona',
  'Che cosa è cambiato',
  'Difficoltà e lezioni',
  'Portarla nella tua città',
] as const;
