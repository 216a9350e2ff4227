import {
  heading,
  paragraph,
  plainTextOf,
  undocumented,
  type Block,
  type TextDocument,
} from '../documents/document.ts';
import type { PeerText, PeerTexts } from './texts.ts';

/** What is said of the language, wherever the texts go. */
export const inItalian =
  'Il modulo si compila in inglese. Qui i testi sono in italiano, con le parole della scheda: vanno tradotti e riletti.';

/** What a text measures beside its limit. */
export function measureOf(text: string, limit: number | null): string {
  const count = `${text.length} ${text.length === 1 ? 'carattere' : 'caratteri'}`;
  if (limit === null) return `${count}; limite non noto`;
  const over = text.length - limit;
  return over > 0 ? `${count}, ${over} di troppo: al massimo ${limit}` : `${count} su ${limit}`;
}

/** Said where a box is empty. */
export const emptyText = ({ field }: PeerText): string =>
  field.from.length === 0 ? 'Le schede non hanno questa voce: scrivila tu.' : undocumented.text;

/**
 * The texts for a form as a document to hand over.
 * @param written what the reader has written instead of the proposed texts, by the id of the field
 */
export function peerDocument(
  { form, title, texts, sources, leftOut }: PeerTexts,
  written: Readonly<Record<string, string>> = {},
): TextDocument {
  return {
    kind: `Testi per ${form.name}`,
    title,
    lead: form.of,
    blocks: [
      paragraph(inItalian),
      paragraph(form.known, 'small'),
      ...texts.flatMap((text) => fieldBlocks(text, written[text.field.id])),
      ...(sources.length > 0
        ? [
            heading(1, 'Le fonti citate'),
            ...sources.map(({ number, text }) => paragraph(`[${number}] ${text}`)),
          ]
        : []),
      ...(leftOut.length > 0
        ? [
            heading(1, 'Che cosa la scheda dice e il modulo non chiede'),
            { kind: 'list', ordered: false, items: leftOut.map((name) => [paragraph(name)]) } satisfies Block,
          ]
        : []),
    ],
    footer: `Testi per ${form.name}`,
  };
}

/** A text that is too long is printed whole, and below it the one that fits. */
function fieldBlocks(peerText: PeerText, written: string | undefined): Block[] {
  const { field, whole, short } = peerText;
  const text = written ?? whole;
  const blocks = text.split(/\n+/).map((line) => paragraph(line));
  return [
    heading(1, `${field.name} (${field.gloss})`),
    ...(text === '' ? [{ kind: 'paragraph', runs: [textOrGap(peerText)] } satisfies Block] : blocks),
    paragraph(`[${measureOf(text, field.limit)}]`, 'small'),
    ...(field.note ? [paragraph(field.note, 'small')] : []),
    ...(written === undefined && short
      ? [
          heading(2, `Accorciato a frasi intere (${short.kept} su ${short.of})`),
          ...short.text.split(/\n+/).map((line) => paragraph(line)),
          paragraph(`[${measureOf(short.text, field.limit)}]`, 'small'),
        ]
      : []),
  ];
}

const textOrGap = (peerText: PeerText) =>
  peerText.field.from.length === 0 ? { text: emptyText(peerText) } : undocumented;

/** The same as plain text, for who copies it into the boxes. */
export const peerPlainText = (texts: PeerTexts, written?: Readonly<Record<string, string>>): string => {
  const { kind, title, lead, blocks } = peerDocument(texts, written);
  const parts = blocks.map((block) => {
    const text = plainTextOf({ kind: '', title: '', blocks: [block], footer: '' });
    return block.kind === 'heading' ? `\n${block.level === 1 ? '## ' : '### '}${text}` : text;
  });
  return `${[kind, title, lead, '', ...parts].join('\n')}\n`;
};
