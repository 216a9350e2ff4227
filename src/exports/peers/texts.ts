import { isAnswered } from '../../knowledge/answered.ts';
import type { SourceLine } from '../../knowledge/text-context.ts';
import { sourceRuns } from '../documents/sheet-blocks.ts';
import { givenFields } from './field-names.ts';
import type { Feed, PeerField, PeerForm, PeerId, PeerView } from './form.ts';
import { interreg } from './interreg.ts';
import { opsi } from './opsi.ts';
import { plainText, shortened, wordsOf } from './shorten.ts';
import { urbact } from './urbact.ts';

export const peerForms: Readonly<Record<PeerId, PeerForm>> = { opsi, interreg, urbact };

export const isPeerId = (id: string): id is PeerId => Object.hasOwn(peerForms, id);

/** What a sheet offers to one box of a form. */
export interface PeerText {
  field: PeerField;
  /** All that the sheet says; empty where it is not documented. */
  whole: string;
  /** By how many characters it is too long; 0 when it fits, or when no limit is known. */
  over: number;
  /** Whole sentences that fit, where the whole does not; null when it is not needed, or when not even one fits. */
  short: { text: string; kept: number; of: number } | null;
}

/** A sheet in the boxes of another network’s form. */
export interface PeerTexts {
  form: PeerForm;
  title: string;
  texts: readonly PeerText[];
  /** The sources whose numbers stand in the texts, each with its number: those of the sheet. */
  sources: readonly { number: number; text: string }[];
  /** What the sheet says and the form has no box for. */
  leftOut: readonly string[];
}

/** Fits a sheet to a form. The words are the sheet’s, in Italian: nothing is translated, nothing is added. */
export function peerTexts(form: PeerForm, view: PeerView): PeerTexts {
  const made = form.fields.map((field) => ({ field, paragraphs: field.text(view) }));
  const cited = new Set(
    made.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ runs }) => runs.flatMap(({ notes = [] }) => notes)),
    ),
  );
  return {
    form,
    title: view.data.title ?? '',
    texts: made.map(({ field, paragraphs }) => {
      const whole = plainText(paragraphs);
      const over = field.limit === null ? 0 : Math.max(0, whole.length - field.limit);
      const short = over > 0 && field.limit !== null ? shortened(paragraphs, field.limit) : null;
      return { field, whole, over, short: short && { ...short, text: plainText(short.paragraphs) } };
    }),
    sources: [...cited]
      .toSorted((a, b) => a - b)
      .flatMap((number) => {
        const source: SourceLine | undefined = view.context.sources[number - 1];
        return source ? [{ number, text: wordsOf(sourceRuns(source)) }] : [];
      }),
    leftOut: leftOut(form, view),
  };
}

function leftOut(form: PeerForm, { data }: PeerView): string[] {
  const used = new Set<Feed>(form.fields.flatMap(({ from }) => from));
  return (Object.keys(givenFields) as (keyof typeof givenFields)[])
    .filter((key) => !used.has(key) && isAnswered(data[key]))
    .map((key) => givenFields[key]);
}
