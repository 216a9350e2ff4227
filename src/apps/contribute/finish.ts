import type { Deliverable, PlacedProblem } from '../../authoring/deliverable.ts';
import { readDraft } from '../../authoring/sheet-draft.ts';
import {
  mailAddress,
  repositoryAddress,
  repositoryFolder,
  type ProposedFile,
} from '../../exports/proposal-address.ts';
import { changesBetween } from '../../knowledge/changes.ts';
import type { Words } from '../../knowledge/change-words.ts';
import { completenessOf } from '../../knowledge/completeness.ts';
import type { FocusArea } from '../../schemas/focus-area.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { Practice } from '../../schemas/practice.ts';
import { peersPage } from '../../knowledge/routes.ts';
import { registry } from '../../schemas/registry.ts';
import { site } from '../../site.ts';
import { saveFile } from '../documents/download.ts';
import { el } from '../elements.ts';
import { previewPart } from '../preview/dialog.ts';
import { isMissing, type Form } from './form.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The last step: what is still to be done, what changed, how it will look, how to hand it over. */
export function finishView(
  form: Form,
  delivered: Deliverable,
  reach: (problem: Pick<PlacedProblem, 'place'>) => void,
  key: string,
): HTMLElement {
  return el(
    'div',
    {},
    problemsView(delivered, reach),
    completenessView(form),
    changesView(form, delivered),
    proposalsView(form),
    nameView(form, delivered),
    previewPart(() => ({ kind: form.draft().kind, id: delivered.id, text: delivered.text }), form.lists),
    waysOut(form, delivered, key),
  );
}

function problemsView(
  { problems, isDraft, emptySections }: Deliverable,
  reach: (problem: Pick<PlacedProblem, 'place'>) => void,
): HTMLElement {
  const groups = [
    { title: 'Da correggere', items: problems.filter(({ severity }) => severity === 'error') },
    { title: 'Da scrivere, quando lo sai', items: problems.filter(({ severity }) => severity === 'info') },
    { title: 'Da guardare un’altra volta', items: problems.filter(({ severity }) => severity === 'warning') },
  ].filter(({ items }) => items.length > 0);
  const summary = isDraft
    ? 'Puoi mandarla anche così: il file dice da sé che è una bozza, e chi lo riceve vede che cosa manca.'
    : 'Passa lo stesso controllo che gira quando si pubblica: non c’è niente da correggere.';
  return el(
    'section',
    { 'aria-labelledby': 'titolo-controllo' },
    el('h3', { id: 'titolo-controllo' }, 'Il controllo'),
    el('p', {}, summary),
    groups.map(({ title, items }) => [
      el('h4', {}, `${title} (${items.length})`),
      el(
        'ul',
        { class: 'form-problems' },
        items.map((problem) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', class: 'form-reach', click: () => reach(problem) },
              problem.message,
            ),
            problem.hint !== '' && !isMissing(problem) && el('p', {}, problem.hint),
          ),
        ),
      ),
    ]),
    emptySections.length > 0 && [
      el('h4', {}, `Parti del racconto senza testo (${emptySections.length})`),
      el(
        'ul',
        { class: 'form-problems' },
        emptySections.map((section) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', class: 'form-reach', click: () => reach({ place: { section } }) },
              section,
            ),
          ),
        ),
      ),
    ],
  );
}

/** How much of what the area asks is answered. */
function completenessView(form: Form): HTMLElement | false {
  const { kind, data } = form.draft();
  if (kind !== 'practice') return false;
  const areas = data.focusAreas as readonly string[] | undefined;
  const area = form.lists['focus-area'].find(({ id }) => id === areas?.[0]);
  if (!area) return false;
  const facts = Array.isArray(data.facts) ? data.facts : [];
  const indicator = (id: string): Indicator =>
    (form.lists.indicator.find((one) => one.id === id)?.data ?? { title: id }) as unknown as Indicator;
  const practice = { ...data, facts } as unknown as Practice;
  const { answered, total, missing } = completenessOf(practice, area.data as unknown as FocusArea, indicator);
  return el(
    'section',
    { 'aria-labelledby': 'titolo-completezza' },
    el('h3', { id: 'titolo-completezza' }, 'Quanto è completa'),
    el('p', {}, `Risponde a ${answered} delle ${total} voci che quest’area chiede. Una scheda non deve averle tutte: quelle vuote si leggono «non documentato».`),
    el(
      'details',
      { class: 'form-more' },
      el('summary', {}, 'Che cosa resta vuoto'),
      el('ul', {}, missing.map(({ label }) => el('li', {}, label))),
    ),
  ); // prettier-ignore
}

/** What was changed of a published sheet, in words. */
function changesView(form: Form, { text }: Deliverable): HTMLElement | false {
  const { base, kind } = form.draft();
  if (!base) return false;
  const [before, after] = [base.text, text].map((written) => readDraft(kind, base.id, written));
  const sections = (of: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
    new Map(Object.entries(of));
  const words: Words = {
    titleOf: (reference, id) => form.names.titleOf(reference, id),
    indicatorOf: (id) =>
      form.lists.indicator.find((one) => one.id === id)?.data as unknown as Indicator | undefined,
    // both versions are the writer's own to read
    isSaid: () => true,
  };
  const changes =
    before && after
      ? changesBetween(kind, { data: before.data, sections: sections(before.sections) }, { data: after.data, sections: sections(after.sections) }, words)
      : []; // prettier-ignore
  return el(
    'section',
    { 'aria-labelledby': 'titolo-differenze' },
    el('h3', { id: 'titolo-differenze' }, 'Che cosa cambia nella scheda pubblicata'),
    changes.length === 0
      ? el('p', {}, 'Per ora niente: è uguale a quella pubblicata.')
      : el('ul', {}, changes.map((words) => el('li', {}, `${words}.`))),
    before && after && textChanges(registry[kind].store.sections, before.sections, after.sections),
  ); // prettier-ignore
}

/** The passages of the text that are not the same, as they were and as they are. */
function textChanges(
  titles: readonly string[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): HTMLElement | false {
  const changed = titles.filter((title) => (before[title] ?? '') !== (after[title] ?? ''));
  if (changed.length === 0) return false;
  const passages = (text: string | undefined): string[] => (text ?? '').split(/\n{2,}/).filter(Boolean);
  return el(
    'details',
    { class: 'form-more' },
    el('summary', {}, 'I passi del testo, prima e dopo'),
    changed.map((title) => {
      const [old, now] = [passages(before[title]), passages(after[title])];
      return [
        el('h4', {}, title),
        old.filter((words) => !now.includes(words)).map((words) => el('p', { class: 'form-old' }, el('strong', {}, 'Prima: '), el('del', {}, words))),
        now.filter((words) => !old.includes(words)).map((words) => el('p', { class: 'form-new' }, el('strong', {}, 'Adesso: '), el('ins', {}, words))),
      ];
    }),
  ); // prettier-ignore
}

function proposalsView(form: Form): HTMLElement | false {
  const { proposals } = form.draft();
  if (proposals.length === 0) return false;
  return el(
    'section',
    { 'aria-labelledby': 'titolo-proposte' },
    el('h3', { id: 'titolo-proposte' }, 'Voci che proponi'),
    el(
      'p',
      {},
      'Viaggiano nel file, in una nota che nessuna pagina mostra. Chi cura la base decide se aggiungerle.',
    ),
    el(
      'ul',
      {},
      proposals.map((words, index) =>
        el(
          'li',
          {},
          words,
          ' ',
          el(
            'button',
            {
              type: 'button',
              class: 'plain-button',
              click: () => {
                const draft = form.draft();
                form.commit(
                  { ...draft, proposals: draft.proposals.toSpliced(index, 1) },
                  'togli una proposta',
                );
                form.redraw();
              },
            },
            'Togli',
            el('span', { class: 'visually-hidden' }, ` «${words}»`),
          ),
        ),
      ),
    ),
  );
}

/** The name of the file, which is also the address of the page. */
function nameView(form: Form, { id }: Deliverable): HTMLElement | false {
  const { base, kind } = form.draft();
  if (base) return false;
  const input = el('input', {
    type: 'text',
    id: 'nome-file',
    class: 'form-control',
    maxlength: '80',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'nome-file-aiuto',
  });
  input.value = id;
  input.addEventListener('change', () => {
    const draft = form.draft();
    const name = input.value.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''); // prettier-ignore
    form.commit({ ...draft, id: name }, 'nome del file');
    form.redraw();
    document.getElementById('nome-file')?.focus();
  });
  return el(
    'section',
    { 'aria-labelledby': 'titolo-nome' },
    el('h3', { id: 'titolo-nome' }, 'Il nome'),
    el('label', { for: 'nome-file' }, 'Nome del file'),
    el('p', { class: 'form-help', id: 'nome-file-aiuto' }, `Sarà anche l’indirizzo della pagina. Solo minuscole, cifre e trattini. Il file va in ${repositoryFolder(registry[kind].store.folder)}.`),
    input,
  ); // prettier-ignore
}

function waysOut(form: Form, { id, text, path, isDraft }: Deliverable, key: string): HTMLElement {
  const { kind, data, base } = form.draft();
  const folder = repositoryFolder(registry[kind].store.folder);
  const file: ProposedFile = { folder, name: `${id}.mdx`, text };
  const title = typeof data.title === 'string' ? data.title : id;
  const { repository, contact } = site;
  const mail = mailAddress('', `Scheda «${title}»`, file);
  const proposal = repository === null ? null : repositoryAddress(repository, file, base !== null);
  const download = (): void => {
    saveFile(file.name, text, 'text/markdown;charset=utf-8');
    form.tell(`Fatto: ${file.name} è fra i file scaricati.`);
  };
  const copy = async (): Promise<boolean> => {
    // a plain http address, or a reader who says no
    const copied = await (navigator as Partial<Navigator>).clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    form.tell(
      copied ? 'Copiato: incollalo dove serve.' : 'Il browser non lascia copiare da qui: scarica il file.',
    );
    return copied === true;
  };
  const word = async (): Promise<void> => {
    form.tell('Preparo il file Word…');
    const { draftWord } = await import('./word.ts');
    saveFile(`${id}.docx`, await draftWord(form), docxType);
    form.tell(`Fatto: ${id}.docx è fra i file scaricati.`);
  };
  return el(
    'section',
    { 'aria-labelledby': 'titolo-consegna', class: 'form-out' },
    el('h3', { id: 'titolo-consegna' }, 'Mandala'),
    el('p', {}, isDraft ? 'È ancora una bozza: si può mandare e completare dopo, anche da chi la riceve.' : 'È pronta.'),
    el(
      'ul',
      { class: 'form-outs' },
      out('Il file', 'Lo consegni tu: a chi cura la base, su una chiavetta, in una mail.', el('button', { type: 'button', class: 'btn btn-primary', click: download }, 'Scarica il file')),
      out('Una mail', mail.isFilled ? 'Si apre il tuo programma di posta con il testo già dentro.' : 'Scarica il file, poi si apre il tuo programma di posta: allegalo lì.', el('a', { class: 'btn btn-outline-primary', href: mail.href }, 'Prepara la mail')),
      out('Un documento Word', 'Per farla leggere e correggere in ufficio. Da Word torna qui: «Da un file Word».', el('button', { type: 'button', class: 'btn btn-outline-primary', click: () => void word() }, 'Scarica in Word')),
      out('Il testo', 'Da incollare dove serve.', el('button', { type: 'button', class: 'btn btn-outline-primary', click: () => void copy() }, 'Copia il testo')),
      kind === 'practice' &&
        out(
          'Altre raccolte',
          'Gli stessi testi nelle misure di OECD OPSI, Interreg Europe e URBACT, da copiare nei loro moduli.',
          el('a', { class: 'btn btn-outline-primary', href: peersPage({ bozza: key }) }, 'Prepara i testi'),
        ),
      proposal &&
        out(
          'Il deposito pubblico',
          proposal.isFilled ? 'Si apre la pagina di GitHub con il file già scritto: serve un’utenza, poi un solo pulsante verde.' : 'Il testo è lungo per stare in un indirizzo: lo copiamo, e nella pagina di GitHub che si apre lo incolli tu.',
          el('a', { class: 'btn btn-outline-primary', href: proposal.href, target: '_blank', rel: 'noopener', click: () => { if (!proposal.isFilled) void copy(); } }, 'Apri GitHub (nuova finestra)'),
        ),
    ),
    contact
      ? el('p', {}, 'Chi la riceve: ', el('a', { href: contact.url }, contact.office), '.')
      : el('p', {}, 'Questa copia della base non ha ancora un ufficio che riceve le schede: consegnala a chi la tiene, se sai chi è.'),
    el('p', { class: 'form-where' }, `La bozza resta in questo browser finché non la togli. Nel progetto il file sta in ${folder}${path.split('/').at(-1) ?? ''}. Bozza ${key}.`),
  ); // prettier-ignore
}

const out = (title: string, words: string, way: HTMLElement): HTMLElement =>
  el('li', {}, el('h4', {}, title), el('p', {}, words), el('p', {}, way));
