import type { Id } from '../record/ids';
import type { Summary } from './document';
import { isSameSource, textOf, withPauses, type FormLine } from './form-line';
import { htmlLines } from './html-text';

/** A name in a PDF has at most 127 bytes (ISO 32000-1, Annex C): a number and so many ids of 37. */
const IDS_IN_A_NAME = 3;

/** The tags that a line with a statement begins with: an id where it has one, and a row's first cell. */
const STATEMENT = /^<(h\d|p|blockquote|tr|thead|ol|pre)\b( id="[^"]*")?([^>]*>(?:<th [^>]*>)?)/;

/**
 * The HTML form with what makes its PDF traceable: Chromium writes a named destination for each element that a link of
 * the page leads to, so a list of links that is not shown leads to each statement.
 *
 * A name is `<number>=<id>,<id>,<id>`, with the entries behind what stands there; the numbers are those of the statements
 * from the top, and a statement of more than three entries has more names with its number. A name holds until the next
 * number: what comes from the same entries as the statement above it has none of its own, and `<number>=-` is where the
 * program's own words go on. A file that is kept as HTML has no numbers: a line more would change all that follow.
 */
export function* printedHtml(summary: Summary): Generator<void, string> {
  const lines = yield* htmlLines(summary);
  const printed: FormLine[] = [];
  const names: string[] = [];
  let holds: readonly Id[] = [];
  let number = 0;
  yield* withPauses(lines, (some) => {
    for (const line of some) {
      const begin = STATEMENT.exec(line.text);
      if (line.text === '</body>') printed.push({ text: leadingTo(names), from: [] });
      if (begin === null || isSameSource(line.from, holds)) printed.push(line);
      else {
        const own = namesOf((number += 1), line.from);
        names.push(...own);
        printed.push({ ...line, text: named(line.text, begin, own) });
        holds = line.from;
      }
    }
  });
  return textOf(printed);
}

function namesOf(number: number, from: readonly Id[]): readonly string[] {
  // of one width, so that they are listed in order
  const begin = String(number).padStart(5, '0');
  if (from.length === 0) return [`${begin}=-`];
  return Array.from({ length: Math.ceil(from.length / IDS_IN_A_NAME) }, (_, at) => {
    const some = from.slice(at * IDS_IN_A_NAME, (at + 1) * IDS_IN_A_NAME);
    return `${begin}=${some.join(',')}`;
  });
}

/** An element that bears the first name itself, where it has no id yet, and the others before its text. */
function named(text: string, [begin, tag = '', id, rest = '']: RegExpExecArray, names: readonly string[]): string {
  const [first = '', ...others] = names;
  const within = (id === undefined ? others : names).map((name) => `<a id="${name}"></a>`).join('');
  return `<${tag}${id ?? ` id="${first}"`}${rest}${within}${text.slice(begin.length)}`;
}

function leadingTo(names: readonly string[]): string {
  return `<nav hidden>${names.map((name) => `<a href="#${name}"></a>`).join('')}</nav>`;
}
