import { z } from 'astro/zod';
import type { Place } from '../mdx/place.ts';
import { field } from '../schemas/field.ts';
import { day, line } from '../schemas/values.ts';
import { codes, type CodeName } from './codes.ts';
import { checkData } from './data.ts';
import { problem, problemOf, type Problem } from './problem.ts';
import type { ContentFile } from './record.ts';
import { readYaml } from './yaml.ts';

/** A problem that a curator has looked at and lets stand. */
const exception = z.strictObject({
  file: field(line(200), 'File', 'Il file in cui il problema si presenta.', 'practices/tonite.mdx'),
  code: field(
    z.string().regex(/^TP\d{3}$/, { error: 'Scrivi il codice del problema, per esempio TP206.' }),
    'Codice',
    'Il codice del problema, come lo dice il controllo.',
    'TP206',
  ),
  text: field(
    line(200).optional(),
    'Parole del messaggio',
    'Una parte del messaggio, quando nel file lo stesso problema c’è più volte.',
  ),
  reason: field(line(300), 'Motivo', 'Perché qui il problema può restare.'),
  decidedOn: field(day, 'Deciso il', 'Giorno della decisione.', '2026-11-22'),
});
const wholeFile = z.strictObject({
  entries: field(z.array(z.unknown()), 'Voci', 'Le eccezioni, una per voce.', 'file: practices/tonite.mdx'),
});

export interface Exception extends z.infer<typeof exception>, Place {}

/** The list, in the content folder. */
export const exceptionsFile = 'exceptions.yaml';
const path = exceptionsFile;

/** Reads the list of exceptions, which a stranger may have written: in the reading process, as every other file. */
export function readExceptions(file: ContentFile): {
  entries: Exception[];
  problems: Problem[];
} {
  const yaml = readYaml(file.text);
  const problems = yaml.findings.map((finding) => problemOf(path, finding));
  if (problems.length > 0) return { entries: [], problems };
  const whole = checkData(wholeFile, path, yaml.data ?? {}, yaml, []);
  if (!whole.valid) return { entries: [], problems: whole.problems };
  const entries = (whole.data as z.infer<typeof wholeFile>).entries.flatMap((entry, index) => {
    const prefix = ['entries', index];
    const checked = checkData(exception, path, entry, yaml, prefix);
    problems.push(...checked.problems);
    return checked.valid
      ? [{ ...(checked.data as z.infer<typeof exception>), ...yaml.locate([...prefix, 'code']) }]
      : [];
  });
  return { entries, problems };
}

const excusable = new Set<string>(
  Object.values(codes)
    .filter((text) => text.severity !== 'error' || 'excusable' in text)
    .map(({ code }) => code),
);

/**
 * The problems that are left, and a complaint about every exception that excuses nothing or may not excuse.
 * @param today day on which this is read; null judges nothing by the calendar
 */
export function applyExceptions(
  problems: readonly Problem[],
  exceptions: readonly Exception[],
  today: string | null,
): Problem[] {
  if (exceptions.length === 0) return [...problems];
  const byPlace = Map.groupBy(exceptions, ({ file, code }) => `${file}\n${code}`);
  const used = new Set<Exception>();
  const left = problems.filter((found) => {
    const matching = (byPlace.get(`${found.file}\n${found.code}`) ?? []).filter(({ text = '' }) =>
      found.message.includes(text),
    );
    matching.forEach((one) => used.add(one));
    return matching.length === 0 || !mayExcuse(found);
  });
  const complaints = exceptions.flatMap((one) => {
    const complain = (name: CodeName, message: string, hint: string) => [
      problem(name, path, one, message, hint),
    ];
    if (!mayExcuse(one)) {
      const message =
        one.file === path
          ? 'Un’eccezione non può riguardare questo stesso file.'
          : `Il problema ${one.code} non ha eccezioni.`;
      return complain('exception-refused', message, 'Togli la voce e correggi il problema.');
    }
    if (today !== null && one.decidedOn > today)
      return complain(
        'date-future',
        `Questa eccezione dice di essere stata decisa il ${one.decidedOn}, che deve ancora venire.`,
        `Scrivi il giorno in cui è stata decisa, per esempio decidedOn: '${today}'.`,
      );
    if (used.has(one)) return [];
    const message = `In ${one.file} il problema ${one.code}${one.text ? ` («${one.text}»)` : ''} non c’è più.`;
    return complain('exception-unneeded', message, 'Togli questa voce.');
  });
  return [...left, ...complaints];
}

const mayExcuse = ({ file, code }: { file: string; code: string }): boolean =>
  file !== path && excusable.has(code);
