import type { Activities, Plan } from '../../knowledge/plan.ts';

/** What the parts of the editor know of one another. */
export interface Editor {
  plan: () => Plan;
  activities: Activities;
  /**
   * Takes a changed plan, keeps it and shows it.
   * @param what said by «Annulla: …»
   * @param place the field it is typed in, so that a word is one step and not one a letter
   */
  commit: (plan: Plan, what: string, place?: string) => void;
  /** Says something to everybody, also to who does not see. */
  tell: (words: string) => void;
}
