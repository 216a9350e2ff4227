/** Text as the checks read it: what Windows editors add (a byte order mark, CR before LF) is no fault of the writer. */
export const normalise = (text: string): string => text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
