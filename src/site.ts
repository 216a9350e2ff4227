/** All that an adopting network changes: name, addresses, licences, legal pages. */
export { path } from './base-path.ts';

export const site = {
  name: 'Tra Pari',
  tagline: 'Le città imparano dalle città',
  strapline: 'Base di conoscenza delle città, per le città',
  description:
    'Buone pratiche di innovazione sociale raccontate con le fonti: che cosa ha fatto una città, quanto è costato, quali atti, che cosa non ha funzionato.',
  language: 'it',
  /** Address without a trailing slash when `SITE_URL` gives no public one: the copy that `npm start` serves. */
  defaultUrl: 'http://localhost:4321',
  /** Public repository of code and content; null while there is none: links to it are then not printed. */
  repository: null as string | null,
  /** Workshop told on the front page: the name of its file; null, or one that is not there, gives the latest. */
  featuredWorkshop: 'torino-2023-03-15' as string | null,
  /** Office that answers; null while nobody runs a public copy: pages then say so. */
  contact: null as { office: string; url: string } | null,
  licenses: {
    code: {
      id: 'EUPL-1.2',
      label: 'EUPL 1.2',
      url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
    },
    content: {
      id: 'CC-BY-4.0',
      label: 'CC BY 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/deed.it',
    },
  },
} as const;
