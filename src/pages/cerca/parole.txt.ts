import type { APIRoute } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { knownWords } from '../../knowledge/search-words.ts';

/** What the search puts misspelt words right with; it asks for it only when a word is in no page. */
export const GET: APIRoute = () => new Response(`${knownWords(graph).join('\n')}\n`);
