import { handout } from '../../exports/documents/handout.ts';
import type { TextDocument } from '../../exports/documents/document.ts';
import { pageOf, searchPage } from '../../knowledge/routes.ts';
import { downloadDocx } from '../documents/download.ts';
import { fetchSheet, SheetFailure } from '../documents/sheet-file.ts';
import { documentView } from '../documents/view.ts';
import { el, part } from '../elements.ts';
import { askedSheet } from './address.ts';

const head = part('foglio-testa', HTMLElement);
const empty = part('foglio-vuoto', HTMLElement);
const tools = part('foglio-strumenti', HTMLElement);
const told = part('foglio-detto', HTMLElement);
const place = part('foglio', HTMLElement);
const word = part('foglio-word', HTMLButtonElement);
const back = part('foglio-scheda', HTMLAnchorElement);

const asked = askedSheet(location.search);
if (asked && 'id' in asked) void show(asked.id);
else if (asked) sayMissing(asked.wrong);

async function show(id: string): Promise<void> {
  empty.hidden = true;
  told.textContent = 'Preparo il foglio…';
  try {
    const content = handout(await fetchSheet(id));
    draw(id, content);
    told.textContent = 'Il foglio è pronto.';
  } catch (error) {
    if (error instanceof SheetFailure && error.why === 'missing') sayMissing(id);
    else sayFailed(id, error instanceof SheetFailure ? null : error);
  }
}

function draw(id: string, content: TextDocument): void {
  head.hidden = true;
  document.title = `${content.title}, foglio di una pagina · ${document.title.split(' · ').at(-1) ?? ''}`;
  place.replaceChildren(documentView(content, { headingLevel: 1 }));
  back.href = pageOf('practice', id);
  tools.hidden = false;
  word.addEventListener('click', () => void saveWord(id, content));
}

async function saveWord(id: string, content: TextDocument): Promise<void> {
  told.textContent = 'Preparo il file…';
  const name = `${id}-foglio.docx`;
  told.textContent = await downloadDocx(name, content).then(
    () => `Fatto: ${name} è fra i file scaricati.`,
    () => 'Il file non si è preparato: controlla la rete e riprova.',
  );
}

function sayMissing(words: string): void {
  empty.hidden = false;
  told.replaceChildren(
    `Non c’è una scheda che si chiami «${words}». `,
    el(
      'a',
      { href: searchPage(words.replaceAll('-', ' '), { kind: 'practice' }) },
      'Cercala fra le pratiche',
    ),
  );
}

function sayFailed(id: string, error: unknown): void {
  if (error !== null) reportError(error);
  const again = el('button', { type: 'button', class: 'btn', click: () => void show(id) }, 'Riprova');
  told.replaceChildren(
    'I dati della scheda non si sono caricati. Controlla la rete. ',
    again,
    ' ',
    el('a', { href: pageOf('practice', id) }, 'Apri la scheda'),
  );
}
