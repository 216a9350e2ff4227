import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { contentFolder } from '../checks/read.ts';
import { newsOf } from '../knowledge/news.ts';
import { readHistory } from './content-history.ts';
import { graph } from './index.ts';

const project = fileURLToPath(root);

/** The past of everything published, read once. */
export const history = await readHistory(contentFolder(process.env, project), project, graph);

/** What is new and what has changed, the latest first. */
export const news = newsOf(graph, history.of);
