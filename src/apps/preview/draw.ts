import { renderToString } from 'astro/runtime/server/index.js';

type Draw = typeof renderToString;

/** A component of the site, as `integrations/components-in-browser.ts` compiles it. */
export type Component = Parameters<Draw>[1];

/** The HTML that Astro makes of a component: the same function makes the pages of the site. */
export async function draw(component: Component, props: Record<string, unknown>): Promise<string> {
  const html = await renderToString(surroundings as unknown as Parameters<Draw>[0], component, props, {});
  if (typeof html !== 'string') throw new Error('a component answered instead of drawing');
  return html;
}

/** What Astro asks about the page around a component. Nothing stands around it here, and no script belongs to it. */
const surroundings = {
  createAstro: (props: unknown) => ({ props, slots: {} }),
  cancelled: false,
  inlinedScripts: { get: () => '' },
  componentMetadata: new Map(),
  styles: new Set(),
  links: new Set(),
  scripts: new Set(),
  renderers: [],
  pathname: '/',
  // its head is there already
  partial: true,
  _metadata: {
    hasRenderedHead: true,
    headInTree: true,
    renderedScripts: new Set(),
    rendererSpecificHydrationScripts: new Set(),
    hasDirectives: new Set(),
    propagators: new Set(),
    extraHead: [],
    templateDepth: 0,
  },
};
