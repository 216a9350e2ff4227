import { nearest } from '../../knowledge/nearest.ts';
import { problemAt, type Rule } from '../record.ts';

/** A `<Figure>` names a picture that lies beside its sheet. */
export const figures: Rule = {
  name: 'figures',
  check: (records) =>
    records.all.flatMap((record) =>
      record.uses.flatMap((use) => {
        if (use.name !== 'Figure') return [];
        const folder = record.file.slice(0, record.file.lastIndexOf('/'));
        if (records.images.includes(`${folder}/${use.props.src}`)) return [];
        const close = nearest(
          use.props.src ?? '',
          records.images.map((image) => image.slice(image.lastIndexOf('/') + 1)),
        );
        const hint =
          close.length > 0
            ? `Forse volevi scrivere: ${close.join(', ')}.`
            : `Metti l’immagine nella cartella ${folder}/.`;
        return [
          problemAt(record, use, 'error', 'image-missing', `L’immagine «${use.props.src}» non c’è.`, hint),
        ];
      }),
    ),
};
