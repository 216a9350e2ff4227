/** Something wrong in one file, at a place a person can go to. Lines and columns count from 1. */
export interface Finding {
  code: string;
  line: number;
  column: number;
  /** Italian: what is wrong. */
  message: string;
  /** Italian: what to write instead. */
  hint: string;
}
