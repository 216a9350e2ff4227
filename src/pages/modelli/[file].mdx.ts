import type { APIRoute, GetStaticPaths } from 'astro';
import { areaContent } from '../../authoring/area.ts';
import { otherTemplate, practiceTemplate } from '../../authoring/template.ts';
import { graph } from '../../catalogue/index.ts';
import { buildDay } from '../../knowledge/freshness.ts';

const beginning = { title: '', day: buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()) };
const lists = {
  areas: graph.all('focus-area'),
  indicators: graph.all('indicator'),
  needs: graph.all('need'),
  programmes: graph.all('programme'),
};

/** The empty sheets to download: one of a practice for each area, and the other kinds. */
export const getStaticPaths = (() => [
  ...lists.areas.flatMap(({ id }) => {
    const area = areaContent(id, lists);
    return area ? [file(`pratica-${id}`, practiceTemplate(beginning, area))] : [];
  }),
  file('laboratorio', otherTemplate('workshop', beginning, null)),
  file('attivita', otherTemplate('activity', beginning, null)),
  file('sessione', otherTemplate('session', beginning, null)),
]) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });

function file(name: string, text: string) {
  return { params: { file: name }, props: { text } };
}
