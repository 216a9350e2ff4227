import { repositoryAddress, repositoryFolder } from '../../exports/proposal-address.ts';
import { sheetMdx } from '../../exports/sheet-mdx.ts';
import { formatDate } from '../../knowledge/format.ts';
import { plannerPage } from '../../knowledge/routes.ts';
import { planTitle, type Plan } from '../../knowledge/plan.ts';
import { workshopOf, type WorkshopDetails } from '../../knowledge/plan-workshop.ts';
import { withField } from '../../knowledge/run-edits.ts';
import { dayOf } from '../../knowledge/run-times.ts';
import { textOf } from '../../schemas/field.ts';
import { organisationKinds, workshopKinds } from '../../schemas/labels.ts';
import { workshop } from '../../schemas/workshop.ts';
import { site } from '../../site.ts';
import { saveFile } from '../documents/download.ts';
import { fetchSheet } from '../documents/sheet-file.ts';
import { el, part } from '../elements.ts';
import type { SessionState } from './capture.ts';
import { sessionLists } from './lists.ts';
import { troublesOf, type Trouble } from './workshop-check.ts';

type Name = readonly [id: string, title: string];

/** Names of the fields of the form; each is kept as it is typed, under this name. */
type TextName = 'title' | 'tagline' | 'summary' | 'start' | 'city' | 'venue' | 'organiser' | 'organiserKind';

/** Where the file goes in the repository. */
const workshopFolder = repositoryFolder('workshops');

const { shape } = workshop;
const fieldTexts: Record<TextName | 'kinds' | 'focusAreas', { label: string; description: string }> = {
  title: textOf(shape.title) ?? missing('title'),
  tagline: textOf(shape.tagline) ?? missing('tagline'),
  summary: textOf(shape.summary) ?? missing('summary'),
  start: { label: 'Giorno', description: 'Quello in cui si è svolta.' },
  city: { label: textOf(shape.city)?.label ?? 'Città', description: 'Dove si è svolta.' },
  venue: textOf(shape.venue) ?? missing('venue'),
  organiser: { label: 'Chi ha organizzato', description: 'Ufficio o ente, mai il nome di una persona.' },
  organiserKind: { label: 'Che ente è', description: '' },
  kinds: textOf(shape.kinds) ?? missing('kinds'),
  focusAreas: textOf(shape.focusAreas) ?? missing('focusAreas'),
};

function missing(name: string): never {
  throw new Error(`the schema says nothing of ${name}`);
}

/** The form that turns a session into the file of a workshop: it asks what neither the plan nor the room said. */
export function openWorkshop({
  plan,
  run,
  save,
  editCapture,
}: SessionState & { editCapture: (key: string) => void }): { toggle: () => void } {
  const place = part('workshop-form', HTMLElement);
  const opener = part('workshop-open', HTMLButtonElement);
  const told = part('workshop-told', HTMLElement);
  const tell = (words: string): void => {
    told.textContent = words;
  };

  async function build(): Promise<void> {
    tell('Un momento…');
    const lists = await sessionLists();
    if (!lists) {
      tell(
        'Gli elenchi di città e aree non si sono caricati: controlla la rete e riprova. Gli appunti restano qui.',
      );
      return;
    }
    const areas = await areasOf(plan());
    const of = plan();
    const start = defaultDay(of);
    const defaults: Record<TextName, string> = {
      title: `${planTitle(of).slice(0, 110)}, ${formatDate(start)}`.replace(/, $/, ''),
      tagline: '',
      summary: '',
      start,
      city: of.city,
      venue: of.venue,
      organiser: of.organiser,
      organiserKind: of.organiserKind,
    };
    place.replaceChildren(formView(lists.cities, lists.areas, lists.sessions, defaults, areas));
    tell('');
    place.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  const defaultDay = ({ date }: Plan): string => {
    const { startedAt } = run();
    return startedAt === null ? date : dayOf(startedAt);
  };

  function formView(
    cities: readonly Name[],
    areas: readonly Name[],
    sessions: readonly Name[],
    defaults: Record<TextName, string>,
    ownAreas: readonly string[],
  ): HTMLElement {
    const kept = (name: string): string | undefined => run().fields[`workshop.${name}`];
    const keep = (name: string, value: string): void => save(withField(run(), `workshop.${name}`, value));
    const chosenIn = (name: string, otherwise: readonly string[]): Set<string> => {
      const text = kept(name);
      return new Set(text === undefined ? otherwise : text.split(' ').filter(Boolean));
    };

    const field = (
      name: TextName,
      control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
    ): HTMLElement => {
      const { label, description } = fieldTexts[name];
      const id = `workshop-${name}`;
      control.id = id;
      control.name = name;
      control.classList.add('form-control');
      control.setAttribute('aria-describedby', `${id}-help ${id}-error`);
      control.value = kept(name) ?? defaults[name];
      control.addEventListener('input', () => keep(name, control.value));
      return el(
        'div',
        {},
        el('label', { for: id }, label),
        el('small', { id: `${id}-help` }, description),
        control,
        el('p', { class: 'field-error', id: `${id}-error` }),
      );
    };
    const line = (most: number, type = 'text'): HTMLInputElement =>
      el('input', { type, maxlength: String(most), autocomplete: 'off' });
    const select = (options: readonly Name[], first?: string): HTMLSelectElement =>
      el(
        'select',
        {},
        first !== undefined && el('option', { value: '' }, first),
        options.map(([id, title]) => el('option', { value: id }, title)),
      );
    const choices = (
      name: 'kinds' | 'focusAreas',
      options: readonly Name[],
      otherwise: readonly string[],
    ): HTMLElement => {
      const chosen = chosenIn(name, otherwise);
      const boxes = options.map(([value, label]) => {
        const box = el('input', {
          type: 'checkbox',
          name,
          value,
          'aria-describedby': `workshop-${name}-error`,
        });
        box.checked = chosen.has(value);
        box.addEventListener('change', () => keep(name, checked().join(' ') || ' '));
        return { box, row: el('label', {}, box, el('span', {}, label)) };
      });
      const checked = (): string[] => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      return el(
        'div',
        {},
        el(
          'fieldset',
          { class: 'workshop-choices', id: `workshop-${name}` },
          el('legend', {}, fieldTexts[name].label),
          boxes.map(({ row }) => row),
        ),
        el('p', { class: 'field-error', id: `workshop-${name}-error` }),
      );
    };

    const hasGroups = plan().blocks.some(({ kind }) => kind === 'groups');
    const troubles = el('div', { class: 'workshop-troubles' });
    const out = el('div', { class: 'workshop-out' });
    const form = el(
      'form',
      { class: 'workshop-form', novalidate: true },
      field('title', line(140)),
      field('tagline', line(200)),
      field('summary', el('textarea', { rows: '4', maxlength: '600' })),
      field('start', line(10, 'date')),
      field('city', select(cities, 'scegli')),
      field('venue', line(240)),
      field('organiser', line(120)),
      field('organiserKind', select(Object.entries(organisationKinds))),
      choices('focusAreas', areas, ownAreas),
      choices('kinds', Object.entries(workshopKinds), hasGroups ? ['training', 'co-design'] : ['training']),
      el(
        'p',
        {},
        'Prima di mandarlo rileggi gli appunti: non devono esserci nomi di persone, indirizzi di posta o telefoni.',
      ),
      el('p', {}, el('button', { type: 'submit', class: 'btn btn-primary' }, 'Prepara il file')),
      troubles,
      out,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const text = (name: TextName): string => {
        const value = data.get(name);
        return typeof value === 'string' ? value : '';
      };
      const all = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');
      const { from } = plan();
      const details: WorkshopDetails = {
        title: text('title'),
        tagline: text('tagline'),
        summary: text('summary'),
        kinds: all('kinds') as WorkshopDetails['kinds'],
        start: text('start'),
        today: dayOf(Date.now()),
        city: text('city'),
        venue: text('venue'),
        organiser: text('organiser'),
        organiserKind: text('organiserKind') as WorkshopDetails['organiserKind'],
        focusAreas: all('focusAreas'),
        session: sessions.some(([id, title]) => id === from?.id && title === from.title)
          ? (from?.id ?? '')
          : '',
      };
      make(form, details, troubles, out);
    });
    return form;
  }

  function make(
    form: HTMLFormElement,
    details: WorkshopDetails,
    troubles: HTMLElement,
    out: HTMLElement,
  ): void {
    const sheet = workshopOf(plan(), run(), details);
    const found = troublesOf(plan(), run(), details, sheet);
    showErrors(form, found);
    troubles.replaceChildren(...otherTroubles(found));
    out.replaceChildren();
    if (found.length > 0) {
      tell(found.length === 1 ? 'Manca ancora una cosa.' : `Mancano ancora ${found.length} cose.`);
      const first = form.querySelector<HTMLElement>(
        '[aria-invalid=true], .workshop-troubles button, .workshop-troubles a',
      );
      first?.focus();
      return;
    }
    const text = sheetMdx(sheet.data, sheet.body);
    const name = `${details.city}-${details.start}.mdx`;
    out.replaceChildren(...outView(name, text, details));
    tell('Il file è pronto, qui sotto.');
    out.querySelector<HTMLElement>('h3')?.focus();
  }

  /** Each message beside its field. */
  function showErrors(form: HTMLFormElement, found: readonly Trouble[]): void {
    const byField = Map.groupBy(found, ({ at }) => ('field' in at ? at.field : ''));
    for (const place of form.querySelectorAll<HTMLElement>('.field-error')) {
      const name = place.id.replace(/^workshop-(.*)-error$/, '$1');
      const messages = (byField.get(name) ?? []).map(({ message }) => message);
      place.textContent = messages.join(' ');
      for (const control of form.querySelectorAll<HTMLElement>(`[name="${name}"]`))
        if (messages.length > 0) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
    }
  }

  /** What is mended elsewhere: in a capture, in the plan, in what to change. */
  function otherTroubles(found: readonly Trouble[]): HTMLElement[] {
    const items = found.flatMap(({ message, at }) => {
      if ('field' in at) return [];
      if ('capture' in at) {
        const { text } = run().captures.find(({ key }) => key === at.capture) ?? { text: '' };
        const mend = el(
          'button',
          { type: 'button', class: 'btn', click: () => editCapture(at.capture) },
          'Correggi l’appunto',
        );
        return [el('li', {}, `Appunto «${text.slice(0, 60)}»: ${message} `, mend)];
      }
      const way =
        at.place === 'plan'
          ? el('a', { href: plannerPage({ piano: plan().id }) }, 'Correggi il piano')
          : el('a', { href: '#titolo-tempi' }, 'Correggi in «Com’è andata»');
      return [el('li', {}, `${message} `, way)];
    });
    return items.length > 0 ? [el('h3', {}, 'Da correggere altrove'), el('ul', {}, items)] : [];
  }

  function outView(name: string, text: string, { city, start }: WorkshopDetails): HTMLElement[] {
    const download = (): void => {
      saveFile(name, text, 'text/markdown;charset=utf-8');
      tell(`Fatto: ${name} è fra i file scaricati. Va messo in ${workshopFolder}.`);
    };
    const copy = async (): Promise<void> => {
      // a plain http address, or a reader who says no
      const copied = await (navigator as Partial<Navigator>).clipboard?.writeText(text).then(
        () => true,
        () => false,
      );
      tell(
        copied
          ? 'Copiato: incollalo dove vuoi.'
          : 'Il browser non lascia copiare da qui: seleziona il testo qui sotto.',
      );
    };
    const { repository, contact } = site;
    return [
      el('h3', { tabindex: '-1' }, name),
      el(
        'p',
        {},
        `È la scheda dell’incontro del ${formatDate(start)}. Chi cura la base la mette nella cartella ${workshopFolder} e la rilegge prima di pubblicarla.`,
      ),
      el(
        'div',
        { class: 'workshop-tools' },
        el('button', { type: 'button', class: 'btn btn-primary', click: download }, 'Scarica il file'),
        el('button', { type: 'button', class: 'btn', click: () => void copy() }, 'Copia il testo'),
        repository !== null &&
          el(
            'a',
            {
              class: 'btn',
              href: repositoryAddress(repository, { folder: workshopFolder, name, text }).href,
            },
            'Proponila alla base',
          ),
        contact !== null && el('a', { class: 'btn', href: contact.url }, `Mandala a: ${contact.office}`),
      ),
      el('pre', { tabindex: '0', 'aria-label': `Testo del file ${city}-${start}.mdx` }, text),
    ];
  }

  return {
    toggle() {
      const isOpen = place.firstChild !== null;
      opener.setAttribute('aria-expanded', String(!isOpen));
      if (isOpen) place.replaceChildren();
      else void build();
    },
  };
}

/** The areas of the practices of a plan, where their sheets can be read; a session has four at most. */
async function areasOf({ blocks }: Plan): Promise<string[]> {
  const ids = new Set(blocks.flatMap(({ practice }) => (practice ? [practice.id] : [])));
  const areas = await Promise.all(
    [...ids].map(async (id) => (await fetchSheet(id).catch(() => null))?.practice.data.focusAreas[0]),
  );
  return [...new Set(areas.filter((area) => area !== undefined))].slice(0, 4);
}
