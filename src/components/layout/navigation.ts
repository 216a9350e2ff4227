import { dataPage } from '../../knowledge/data-files.ts';
import {
  comparePage,
  contrastsPage,
  coveragePage,
  difficultyPage,
  listOf,
  newsPage,
  notebookPage,
  searchPage,
  similarCitiesPage,
  sourcesPage,
} from '../../knowledge/routes.ts';
import { path } from '../../base-path.ts';

export interface NavigationLink {
  label: string;
  href: string;
}

const methodPage: NavigationLink = { label: 'Come lavoriamo', href: path('/metodo/') };
const sources: NavigationLink = { label: 'Fonti', href: sourcesPage };
const contrasts: NavigationLink = { label: 'Fonti che non concordano', href: contrastsPage() };
const news: NavigationLink = { label: 'Novità', href: newsPage() };
export const glossaryPage: NavigationLink = { label: 'Glossario', href: path('/glossario/') };
export const searchLink: NavigationLink = { label: 'Cerca', href: searchPage() };

const compare: NavigationLink = { label: 'Confronta', href: comparePage() };
const notebook: NavigationLink = { label: 'Quaderno', href: notebookPage };

const practices = { label: 'Pratiche', href: listOf('practice') };
const areas = { label: 'Aree', href: listOf('focus-area') };
const needs = { label: 'Bisogni', href: listOf('need') };
const difficulties = { label: 'Difficoltà', href: difficultyPage() };
const workshops = { label: 'Laboratori', href: listOf('workshop') };
const activities = { label: 'Attività', href: listOf('activity') };
const sessions = { label: 'Sessioni', href: listOf('session') };
const cities = { label: 'Città', href: listOf('city') };
const similarCities = { label: 'Città come la mia', href: similarCitiesPage };
const coverage = { label: 'Copertura', href: coveragePage() };
const programmes = { label: 'Programmi', href: listOf('programme') };
const contribute = { label: 'Contribuisci', href: path('/contribuisci/') };

export const mainLinks: NavigationLink[] = [
  practices,
  needs,
  difficulties,
  workshops,
  activities,
  sessions,
  cities,
  contribute,
];

export const serviceLinks: NavigationLink[] = [methodPage, glossaryPage, sources, news];

/** What one works with; on narrow screens they stand in the menu. */
export const toolLinks: NavigationLink[] = [compare, notebook];

export const footerColumns: { id: string; title: string; links: NavigationLink[] }[] = [
  {
    id: 'piede-base',
    title: 'La base',
    links: [
      practices,
      areas,
      needs,
      difficulties,
      workshops,
      activities,
      sessions,
      cities,
      similarCities,
      programmes,
      coverage,
      glossaryPage,
    ],
  },
  { id: 'piede-fiducia', title: 'Da dove viene', links: [methodPage, sources, contrasts, news] },
  {
    id: 'piede-sito',
    title: 'Sul sito',
    links: [
      contribute,
      compare,
      notebook,
      { label: 'Dati aperti', href: dataPage },
      { label: 'Accessibilità', href: path('/accessibilita/') },
      { label: 'Privacy', href: path('/privacy/') },
      { label: 'Note legali e licenze', href: path('/note-legali/') },
    ],
  },
];

/** `page` on the page itself, `true` on the pages below it; undefined prints no attribute. */
export function currentState(href: string, pathname: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return pathname.startsWith(href) ? 'true' : undefined;
}
