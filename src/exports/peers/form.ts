import type { TextContext } from '../../knowledge/text-context.ts';
import type { practiceSections } from '../../schemas/practice-sections.ts';
import type { Practice } from '../../schemas/practice.ts';
import type { Run } from '../documents/document.ts';

export type PeerId = 'opsi' | 'interreg' | 'urbact';

/** A part of a sheet that feeds a field of a form: a field of the data, or a section of the text. */
export type Feed = keyof Practice | (typeof practiceSections)[number];

/** A paragraph, or an item of a list, as a form without any layout takes it. */
export interface Paragraph {
  runs: readonly Run[];
  item?: boolean | undefined;
}

/** A sheet as the fields of the forms are filled from it. A draft may lack anything. */
export interface PeerView {
  data: Partial<Practice>;
  context: TextContext;
  /** Address of its page; null for a draft, which has none. */
  page: string | null;
  section: (title: (typeof practiceSections)[number]) => Paragraph[];
}

/** One box of another network’s form. */
export interface PeerField {
  /** Never changes: what the reader wrote in it is kept under this name. */
  id: string;
  /** As the form calls it. */
  name: string;
  /** The same in Italian. */
  gloss: string;
  /** Most characters, where it is known. */
  limit: number | null;
  /** What of the sheet goes into it; empty where a sheet has nothing of the kind. */
  from: readonly Feed[];
  text: (view: PeerView) => Paragraph[];
  /** What the form does besides taking a text. */
  note?: string;
}

export interface PeerForm {
  id: PeerId;
  name: string;
  /** Whose form it is, in a line. */
  of: string;
  /** From where names and limits are known. */
  known: string;
  fields: readonly PeerField[];
}
