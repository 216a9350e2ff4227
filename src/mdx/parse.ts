import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { Finding } from './finding.ts';

export interface ParsedSheet {
  /** The YAML between the two `---` lines, without them; its first line is line 2 of the file. */
  frontMatter: string;
  /** The whole file as a tree, with positions in the file. Nothing in it has run. */
  tree: Root;
}

const finding = (code: string, line: number, column: number, message: string, hint: string): Finding => ({
  code,
  line,
  column,
  message,
  hint,
});

/** Reading many open braces takes the parser minutes; a sheet needs one for each note to its writer. */
const maxBraces = 500;

/** What may not even reach the parser: it is native code, and some of these end the whole process. */
function lexicalFindings(text: string): Finding[] {
  const found: Finding[] = [];
  const carriage = text.indexOf('\r\n');
  if (carriage >= 0) {
    const at = text.slice(0, carriage).split('\n').length;
    found.push(
      finding(
        'line-endings',
        at,
        1,
        'Le righe finiscono come nei file di Windows.',
        'Salva il file con a capo «LF» (nei programmi di testo: «Unix»).',
      ),
    );
  }
  if (text.split('{').length > maxBraces) {
    const hint = 'Togli le parentesi graffe: servono solo alle note {/* … */}.';
    found.push(finding('too-many-braces', 1, 1, 'Ci sono troppe parentesi graffe.', hint));
  }
  text.split(/\r?\n/).forEach((content, index) => {
    const at = index + 1;
    const control = content.search(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/);
    if (control >= 0)
      found.push(
        finding(
          'control-character',
          at,
          control + 1,
          'C’è un carattere invisibile che non può stare in una scheda.',
          'Cancella e riscrivi questa riga; salva il file in UTF-8 con a capo semplici.',
        ),
      );
    if (/^\s*(import|export)\b/.test(content))
      found.push(
        finding(
          'code',
          at,
          1,
          'Una riga non può cominciare con «import» o «export»: in un file MDX sarebbe codice.',
          'Cambia l’inizio della frase, o togli la riga.',
        ),
      );
  });
  return found;
}

/** Reads a sheet into front matter and tree, or says why it cannot. A last line without its end is read all the same. */
export function parseSheet(
  written: string,
): { sheet: ParsedSheet; findings: [] } | { sheet: null; findings: Finding[] } {
  const text = written.endsWith('\n') ? written : `${written}\n`;
  const findings = lexicalFindings(text);
  const head = /^---\n([^]*?\n)---\n/.exec(text.replaceAll('\r\n', '\n'));
  if (!head) {
    findings.unshift(
      finding(
        'front-matter-missing',
        1,
        1,
        'La scheda non comincia con il blocco dei dati fra due righe «---».',
        'La prima riga deve essere «---»; dopo i dati, un’altra riga «---».',
      ),
    );
  }
  if (!head || findings.length > 0) return { sheet: null, findings };
  try {
    const tree = mdxToMdast(text, { features: { frontmatter: true } }) as unknown as Root;
    return { sheet: { frontMatter: head[1] ?? '', tree }, findings: [] };
  } catch (error) {
    return { sheet: null, findings: [parserFinding(error, text)] };
  }
}

function parserFinding(error: unknown, written: string): Finding {
  const text = error instanceof Error ? error.message : String(error);
  const at = /^(\d+):(\d+)/.exec(text);
  // the parser stops at the sign or just after it
  const stop = at && written.split('\n')[Number(at[1]) - 1]?.slice(Math.max(0, Number(at[2]) - 3));
  const sign = /^.{0,2}?<(!--|[\d=,.])/.exec(stop ?? '')?.[1];
  const tag = /closing tag for `<([^>`]*)>`/.exec(text)?.[1];
  return finding(
    'mdx-syntax',
    at ? Number(at[1]) : 1,
    at ? Number(at[2]) : 1,
    tag
      ? `Il segno <${tag}> non viene chiuso.`
      : sign === '!--'
        ? 'Le note <!-- … --> non sono ammesse in una scheda.'
        : sign
          ? `Qui «<${sign}» sembra l’inizio di un componente.`
          : 'Qui il testo non si riesce a leggere.',
    tag
      ? `Aggiungi </${tag}> dove finisce, oppure scrivi &lt; al posto di < se volevi il simbolo «minore».`
      : sign === '!--'
        ? 'Per una nota a chi scrive usa {/* … */}.'
        : sign
          ? 'Se è il simbolo «minore», metti uno spazio dopo <.'
          : 'Controlla i simboli < e { in questa riga: se non sono componenti, scrivili &lt; e &#123;.',
  );
}
