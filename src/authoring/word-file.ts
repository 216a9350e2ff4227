import JSZip from 'jszip';

/** Why a file is not read as a Word document; Italian, for who chose it. */
export class WordFileError extends Error {
  hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** What a report with its pictures may weigh, and what it may grow to. */
const most = { bytes: 20_000_000, unpacked: 200_000_000, text: 30_000_000, entries: 3000 };

const again = 'In Word: File, Salva con nome, tipo «Documento di Word (.docx)».';

/**
 * Looks at a file before any reader of documents sees it: that it is a Word document, that it does not grow without
 * end, that it holds nothing that a reader would go and fetch.
 * @throws WordFileError
 */
export async function checkWordFile(bytes: ArrayBuffer): Promise<void> {
  if (bytes.byteLength > most.bytes)
    throw new WordFileError('Il file è troppo grande.', 'Togli le immagini, o dividilo: fino a 20 MB.');
  const [first, second, third, fourth] = new Uint8Array(bytes.slice(0, 4));
  if (first === 0xd0 && second === 0xcf)
    throw new WordFileError('Il file è protetto da una password, o è di un Word di prima del 2007.', `Togli la password e risalvalo. ${again}`); // prettier-ignore
  if (!(first === 0x50 && second === 0x4b && third === 3 && fourth === 4))
    throw new WordFileError('Non è un documento Word.', again);
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new WordFileError(
      'Il file è rovinato: non si riesce ad aprire.',
      'Aprilo con Word, risalvalo e riprova.',
    );
  });
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  if (files.length > most.entries) throw tooMuch();
  const main = zip.file('word/document.xml');
  if (!main) throw new WordFileError('Non è un documento Word.', again);
  if (files.some(({ name }) => /vbaProject/i.test(name)))
    throw new WordFileError('Il documento contiene macro, cioè programmi.', again);
  let all = 0;
  for (const file of files) {
    const isText = /\.(?:xml|rels)$/i.test(file.name);
    const size = await unpackedSize(file, isText ? most.text : most.unpacked);
    all += size.length;
    if (all > most.unpacked) throw tooMuch();
    if (isText && size.head.includes('<!DOCTYPE'))
      throw new WordFileError('Il documento contiene qualcosa che Word non scrive.', 'Aprilo con Word, risalvalo e riprova.'); // prettier-ignore
  }
}

const tooMuch = (): WordFileError =>
  new WordFileError('Aperto, il file diventerebbe enorme.', 'Aprilo con Word, risalvalo e riprova.');

/** How much a file really grows to, counted while it is unpacked: what its list says may be a lie. */
function unpackedSize(file: JSZip.JSZipObject, limit: number): Promise<{ length: number; head: string }> {
  return new Promise((done, fail) => {
    let length = 0;
    let head = '';
    const stream = (file as unknown as Unpacking).internalStream('uint8array');
    stream.on('data', (part: Uint8Array) => {
      length += part.length;
      if (head.length < 2000) head += new TextDecoder('latin1').decode(part.slice(0, 2000));
      if (length > limit) {
        stream.pause();
        fail(tooMuch());
      }
    });
    stream.on('end', () => done({ length, head }));
    stream.on('error', () =>
      fail(
        new WordFileError(
          'Il file è rovinato: non si riesce ad aprire.',
          'Aprilo con Word, risalvalo e riprova.',
        ),
      ),
    );
    stream.resume();
  });
}

/** The part of JSZip that its types leave out. */
interface Unpacking {
  internalStream: (type: 'uint8array') => {
    on: (event: string, listener: (part: Uint8Array) => void) => void;
    resume: () => void;
    pause: () => void;
  };
}
