import { nearest } from '../knowledge/nearest.ts';
import { UsageError } from './command.ts';

/** The words of a command, told apart. */
export interface Words {
  plain: readonly string[];
  /** What follows an option, after a space or an equals sign. */
  values: ReadonlyMap<string, string>;
  flags: ReadonlySet<string>;
}

interface Known {
  /** Options that want a value. */
  withValue: readonly string[];
  /** Options that stand alone. */
  flags: readonly string[];
  usage: string;
}

/**
 * Tells the words of a command apart.
 * @throws UsageError for an option that is not there, or one without its value
 */
export function readWords(words: readonly string[], { withValue, flags, usage }: Known): Words {
  const values = new Map<string, string>();
  const found = new Set<string>();
  const plain: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [name = '', ...rest] = word.split('=');
    if (flags.includes(word)) found.add(word);
    else if (withValue.includes(name)) {
      const value = word === name ? words[(index += 1)] : rest.join('=');
      if (value === undefined || (word === name && value.startsWith('--')))
        throw new UsageError(`Dopo «${word}» manca il valore.`, usage);
      values.set(name, value);
    } else if (word.startsWith('-'))
      throw new UsageError(`L’opzione «${name}» non esiste.${meant(name, [...withValue, ...flags])}`, usage);
    else plain.push(word);
  }
  return { plain, values, flags: found };
}

/** What may have been meant, as the end of a sentence; nothing when nothing is near. */
export function meant(word: string, known: readonly string[]): string {
  const close = nearest(word, known);
  return close.length > 0 ? ` Forse volevi: ${close.join(', ')}.` : '';
}
