import type { Id } from '../record/ids';

/** One line of the mail, with the entries that it comes from. */
export interface MailLine {
  readonly text: string;
  readonly from: readonly Id[];
}
