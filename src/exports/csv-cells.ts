/** A cell of RFC 4180, in marks where it needs them. */
export const quoted = (cell: string): string =>
  /[",;\s]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const startsFormula = '[=+\\-@\\|%＝＋－＠｜％﹦﹢﹣﹫﹪]';
const unseen = '\\s\\p{Z}\\p{M}\\p{C}\\p{Default_Ignorable_Code_Point}\\u2800';
const dangerousStart = new RegExp(`^[${unseen}]*?(?:[\\t\\r\\n]|${startsFormula})`, 'v');
/** Where a program set to other separators, as spreadsheets in Italian are, would begin a cell of its own. */
const innerStart = new RegExp(`[;\\t\\r\\n](?=[[${unseen}"]--[\\t\\r\\n]]*${startsFormula})`, 'gv');

/** A text that a spreadsheet would run as a formula gets an apostrophe in front of what would start it. */
export function neutralised(text: string): string {
  const start = dangerousStart.test(text) ? "'" : '';
  return start + text.replace(innerStart, "$&'");
}
