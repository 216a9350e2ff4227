/** A text as an XML file can hold it: some signs have no place there, and half of a pair is no character. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
