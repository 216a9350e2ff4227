import { path } from '../../base-path.ts';

/**
 * The whole address of something of the site, as a document away from it needs it. The site is where the page of the
 * sheet is, so that a document made elsewhere (the command line knows no base path) leads to the same place.
 * @param page absolute address of the page of a sheet
 * @param address as a writer types it, without the base path
 */
export const addressFrom = (page: string, address: `/${string}`): string =>
  new URL(`.${address}`, new URL('../../', page)).href;

/** The same for an address made by `routes.ts`, which has the base path of this build before it. */
export const routeFrom = (page: string, route: string): string =>
  addressFrom(page, `/${route.slice(path('/').length)}`);
