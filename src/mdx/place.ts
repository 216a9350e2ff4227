/** A place that a person can go to; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Line and column of a sign of a text. Asked many times of one text, it looks for its lines once. */
export function placeIn(text: string, index: number): Place {
  if (text !== last.text) last = { text, starts: startsOf(text) };
  const { starts } = last;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: index - (starts[low] as number) + 1 };
}

let last: { text: string; starts: number[] } = { text: '', starts: [0] };

/** Where each line of a text begins. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
