import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { downloadDocx, saveFile } from './download.ts';
import { fetchSheet, SheetFailure } from './sheet-file.ts';

const pptxType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** What can be made of a sheet, each with the libraries that it needs and no other. */
const makers: Readonly<Record<string, (name: string, sheet: OpenedSheet) => Promise<void>>> = {
  docx: async (name, sheet) => {
    const { sheetDocument } = await import('../../exports/documents/sheet.ts');
    await downloadDocx(name, sheetDocument(sheet));
  },
  pptx: async (name, sheet) => {
    const [{ sheetSlides }, { pptxOf }] = await Promise.all([
      import('../../exports/documents/slides.ts'),
      import('../../exports/pptx.ts'),
    ]);
    saveFile(name, await pptxOf(sheetSlides(sheet)), pptxType);
  },
};

/** Makes the file of a sheet and hands it over; gives what to say of it. */
export async function download(kind: string, id: string): Promise<string> {
  const make = makers[kind];
  if (!make) throw new Error(`no file of kind ${kind}`);
  const name = `${id}.${kind}`;
  try {
    await make(name, await fetchSheet(id));
  } catch (error) {
    if (error instanceof SheetFailure)
      return 'I dati della scheda non si sono caricati: controlla la rete e riprova.';
    reportError(error);
    return 'Il file non si è preparato: riprova. Se succede ancora, stampa la pagina.';
  }
  return `Fatto: ${name} è fra i file scaricati.`;
}
