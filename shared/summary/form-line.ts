import type { Id } from '../record/ids';

/** One line of a form (of the mail, of the Markdown file, ...), with the entries that it comes from. */
export interface FormLine {
  readonly text: string;
  /** none: the line is the program's own */
  readonly from: readonly Id[];
}

/** Whether two statements come from the same entries: then it is enough that the first says so. */
export function isSameSource(a: readonly Id[], b: readonly Id[]): boolean {
  return a === b || (a.length === b.length && a.every((id, at) => id === b[at]));
}

/** Lines as a text, each with its LF. */
export function textOf(lines: readonly FormLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** So many lines are read without a pause. */
const AT_ONCE = 5_000;

/** Reads lines with a pause for every so many; `from` is how many come before. */
export function* withPauses(
  lines: readonly FormLine[],
  read: (some: readonly FormLine[], from: number) => void,
): Generator<void, void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    read(lines.slice(from, from + AT_ONCE), from);
    yield;
  }
}
