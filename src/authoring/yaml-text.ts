const width = 100;

/** Explanations: lines that stay comments even after the field below them is switched on. */
export function note(text: string, before = ''): string[] {
  const [first = '', ...rest] = wrapped(text, width - before.length - '##   '.length);
  return [`${before}## ${first}`, ...rest.map((line) => `${before}##   ${line}`)];
}

/** Switched off: remove «# » and it is YAML again, at the right depth. */
export const switchedOff = (line: string): string => `# ${line}`;

/** Words on lines of at most so many characters; a longer word keeps a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}
