import type { TextDocument } from '../../exports/documents/document.ts';

/** Hands a file to the reader, as a download of that name. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // a browser may read the file only after this turn
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the Word file of a document and hands it over. The library that writes it comes only now. */
export async function downloadDocx(name: string, content: TextDocument): Promise<void> {
  const { docxOf } = await import('../../exports/docx.ts');
  saveFile(name, await docxOf(content), docxType);
}
