import type { Problem } from '../problem.ts';

/** One object and nothing else, for other programs; shown in a terminal or a log, no value in it acts on them. */
export const jsonReport = (problems: readonly Problem[], files: number): string =>
  JSON.stringify({ problems: problems.map(printed), files }).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]|#(?=#\[)/gu,
    (sign) =>
      // as JSON writes any sign: each half of a pair by itself
      sign
        .split('')
        .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  );

/** Without the field: the line and the column say already where it stands. */
const printed = ({ file, line, column, code, severity, message, hint }: Problem): Problem => ({
  file,
  line,
  column,
  code,
  severity,
  message,
  hint,
});
