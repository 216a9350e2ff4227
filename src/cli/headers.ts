export interface HeaderRule {
  /** A path of the site; `*` stands for any characters. */
  path: string;
  headers: [name: string, value: string][];
}

/** Reads a `_headers` file: a path, and below it, indented, the headers of what it matches. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(.*\S)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name && value && rule) rule.headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: line.trimEnd(), headers: [] });
    else
      throw new Error(
        `_headers, riga ${index + 1}: non è un percorso, né un’intestazione sotto un percorso.`,
      );
  }
  return rules;
}

/** The headers of every rule that matches; one that several rules give has all their values. */
export function headersFor(rules: readonly HeaderRule[], path: string): Headers {
  return new Headers(rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers));
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(path);
