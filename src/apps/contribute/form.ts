import type { PlacedProblem } from '../../authoring/deliverable.ts';
import type { Path } from '../../authoring/draft-edits.ts';
import type { Names } from '../../authoring/typed-value.ts';
import type { FormExample } from '../../exports/form-examples.ts';
import type { FormLists } from '../../exports/form-lists.ts';
import type { FieldModel } from '../../schemas/field-model.ts';
import type { KeptDraft } from './drafts.ts';

/** What the parts of the form know of it, and how they change it. */
export interface Form {
  lists: FormLists;
  names: Names;
  /** Top-level fields by key. */
  fields: ReadonlyMap<string, FieldModel>;
  /** `YYYY-MM-DD` */
  today: string;
  draft: () => KeptDraft;
  /**
   * Writes an edit down.
   * @param what what is undone, after «Annulla:»
   * @param place the field that is being typed in: what comes from it is one step
   */
  commit: (next: KeptDraft, what: string, place?: string) => void;
  /** Draws the step again, because its parts are not the same, and goes to the part of a path. */
  redraw: (focus?: Path) => void;
  /** Says something in the one live region. */
  tell: (words: string) => void;
  exampleOf: (key: string) => FormExample | undefined;
  /** The questions that the area asks of a section. */
  questionsOf: (section: string) => readonly string[];
  problems: () => readonly PlacedProblem[];
}

/** The id of the control of a path, and of what stands around it. */
export const controlId = (path: Path): string => `campo-${path.join('-')}`;

/** The id of the text of a section. */
export const sectionId = (titles: readonly string[], title: string): string =>
  `sezione-${titles.indexOf(title) + 1}`;

/** Whether a problem says no more than that something is not there yet. */
export const isMissing = ({ severity }: PlacedProblem): boolean => severity === 'info';

/** What is said beside a field. How a line is added to the file is no business of who fills in a form. */
export const wordsOf = (problem: PlacedProblem): string =>
  isMissing(problem) || problem.hint === '' ? problem.message : `${problem.message} ${problem.hint}`;
