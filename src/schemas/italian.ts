import type { z } from 'astro/zod';
import { numberProblem } from './values.ts';

/**
 * zod's findings in Italian, for a person who is filling in a sheet. Given to `safeParse` as its error map:
 * every kind of finding has its words here, so that none comes out in English.
 */
export function italian(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
      return tooSmall(String(issue.origin), Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(String(issue.origin), Number(issue.maximum), issue.inclusive !== false, issue.input);
    case 'not_multiple_of':
      return `Deve essere un multiplo di ${issue.divisor}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `Qui può stare solo «${String(issue.values[0])}».`
        : 'Non è fra i valori previsti.';
    case 'invalid_format':
      return wrongForm(issue);
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? `Il campo «${issue.keys[0]}» non esiste.`
        : `I campi ${issue.keys.map((key) => `«${key}»`).join(', ')} non esistono.`;
    case 'invalid_union':
      return issue.discriminator
        ? `Il valore di «${issue.discriminator}» manca o non è previsto.`
        : 'Non è scritto in nessuna delle forme previste.';
    case 'invalid_key':
      return 'Il nome di una voce non va bene.';
    case 'invalid_element':
      return 'Una delle voci non va bene.';
    default:
      return 'Il valore non va bene.';
  }
}

/** A value as its writer knows it, short enough for a sentence; empty for what is more than a word or a number. */
export function shown(value: unknown, most = 40): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  const text = String(value).replace(/\s+/g, ' ').trim();
  // a sign may be two units long: it is not cut in half
  const letters = Array.from(text);
  return `«${letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : text}»`;
}

const typeNames: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco (righe che cominciano con un trattino)',
  object: 'un gruppo di campi',
  record: 'un gruppo di campi',
};
const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'array' : Number.isNaN(value) ? 'nan' : typeof value;

function wrongType(expected: string, input: unknown): string {
  if (input === undefined || input === null) return 'Manca.';
  const isNumber = expected === 'number' || expected === 'int';
  const meant = isNumber ? numberProblem(input) : undefined;
  if (meant) return meant;
  if (expected === 'int' && typeof input === 'number') return 'Ci vuole un numero intero, senza decimali.';
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `Ci vuole un testo. Mettilo fra apici: '${input}'.`;
  return `Ci vuole ${typeNames[expected] ?? 'un altro genere di valore'}, non ${typeNames[kindOf(input)] ?? 'questo'}.`;
}

function tooSmall(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === 'string') return minimum === 1 ? 'È vuoto.' : `È troppo corto: almeno ${minimum} caratteri.`;
  if (isCollection(origin)) return `Ci vuole almeno ${minimum === 1 ? 'una voce' : `${minimum} voci`}.`;
  return inclusive ? `Deve essere almeno ${minimum}.` : `Deve essere più di ${minimum}.`;
}

function tooBig(origin: string, maximum: number, inclusive: boolean, input: unknown): string {
  if (origin === 'string')
    return `È troppo lungo: al massimo ${maximum} caratteri, sono ${String(input).length}.`;
  if (isCollection(origin)) return `Al massimo ${maximum === 1 ? 'una voce' : `${maximum} voci`}.`;
  return inclusive ? `Non può superare ${maximum}.` : `Deve essere meno di ${maximum}.`;
}

const isCollection = (origin: string) => origin === 'array' || origin === 'set' || origin === 'map';

function wrongForm(issue: Extract<z.core.$ZodRawIssue, { code: 'invalid_format' }>): string {
  switch (issue.format) {
    case 'starts_with':
      return `Deve cominciare con «${String(issue.prefix)}».`;
    case 'ends_with':
      return `Deve finire con «${String(issue.suffix)}».`;
    case 'includes':
      return `Deve contenere «${String(issue.includes)}».`;
    case 'lowercase':
      return 'Va scritto in minuscolo.';
    case 'uppercase':
      return 'Va scritto in maiuscolo.';
    case 'date':
      return 'Scrivi la data come anno-mese-giorno, per esempio 2023-03-15.';
    case 'url':
      return 'Scrivi un indirizzo completo che inizi con https://.';
    default:
      return 'Non è scritto nella forma giusta.';
  }
}
