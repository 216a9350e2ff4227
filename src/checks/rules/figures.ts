import { nearest } from '../../knowledge/nearest.ts';
import { besideOf } from '../image.ts';
import { problemAt, type Rule } from '../record.ts';

/** A `<Figure>` names a picture that lies beside its sheet. */
export const figures: Rule = {
  name: 'figures',
  check: (records) =>
    records.all.flatMap((record) =>
      record.uses.flatMap((use) => {
        if (use.name !== 'Figure') return [];
        if (records.images.includes(besideOf(record.file, use.props.src))) return [];
        const close = nearest(
          use.props.src ?? '',
          records.images.map((image) => image.slice(image.lastIndexOf('/') + 1)),
        );
        const hint =
          close.length > 0
            ? `Forse volevi scrivere: ${close.join(', ')}.`
            : `Metti l’immagine nella cartella ${besideOf(record.file)}.`;
        return [problemAt(record, use, 'image-missing', `L’immagine «${use.props.src}» non c’è.`, hint)];
      }),
    ),
};
