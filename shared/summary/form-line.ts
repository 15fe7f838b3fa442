import type { Id } from '../record/ids';

/** One line of a form (of the mail, of the Markdown file, ...), with the entries that it comes from. */
export interface FormLine {
  readonly text: string;
  /** none: the line is the program's own */
  readonly from: readonly Id[];
}

/** Lines as a text, each with its LF. */
export function textOf(lines: readonly FormLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}
