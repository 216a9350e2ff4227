import { defineCollection } from 'astro:content';
import { contentLoader, linkChecksLoader, linkChecksSchema, storedSchema } from './catalogue/loader.ts';
import { collections as names } from './schemas/registry.ts';

export const collections = {
  ...Object.fromEntries(
    names.map((name) => [
      name,
      defineCollection({ loader: contentLoader(name), schema: storedSchema(name) }),
    ]),
  ),
  'link-checks': defineCollection({ loader: linkChecksLoader(), schema: linkChecksSchema }),
};
