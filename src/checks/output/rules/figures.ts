import { fault, type OutputRule } from '../site.ts';

/** Every figure that a page tells leads to a source: in a table, at a glance, in a sentence, along a path of steps. */
export const figures: OutputRule = ({ pages }) =>
  [...pages].flatMap(
    ([
      file,
      {
        figures: { noteless },
      },
    ]) =>
      noteless.map((words) =>
        fault(
          'figure-noteless-page',
          file,
          `Una cifra non porta a nessuna fonte: «${words}».`,
          'Stampala con il numero della sua fonte (components/sheet-body/Note.astro).',
        ),
      ),
  );
