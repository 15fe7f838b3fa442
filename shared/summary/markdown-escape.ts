/** What begins a heading, a list, a quote, a rule or a fence where it begins a line. */
const AT_START = /^(\s*)([-+=~#>]|\d{1,9}(?=[.)]))/;
/** Signs that CommonMark and its dialects give a meaning inside a line; `$` begins a formula, `@` mentions somebody. */
const SIGNS = /[\\`*_[\]<>|~&$^{}#]/g;
/** What dialects make a link, a mention or a reference of, whatever is done to its signs. */
const LINKING = /:\/\/|@|^www\.|[^\p{L}\p{N}]www\.|#\d|^[0-9a-f]{7,64}$/iu;

/**
 * People's words as Markdown that shows them, and nothing else: no tag, link, mention, table, heading or formula. What
 * would become a link by itself is set as code.
 */
export function literal(text: string, isCell = false): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/u)
        .map((word, at) => (LINKING.test(word) ? code(word, isCell) : escaped(word, at === 0)))
        .join(' '),
    )
    .join('<br>');
}

function escaped(word: string, isFirst: boolean): string {
  const plain = word.replace(SIGNS, '\\$&');
  return isFirst && !plain.startsWith('\\')
    ? plain.replace(AT_START, (_, space: string, sign: string) => space + startOf(sign))
    : plain;
}

/** A number begins a list by the sign behind it. */
function startOf(sign: string): string {
  return /^\d/.test(sign) ? sign + '\\' : `\\${sign}`;
}

/** A word as code: the fence is longer than any run of backticks in it; in a table a bar would end its cell. */
function code(word: string, isCell: boolean): string {
  const runs = [...word.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const inside = isCell ? word.replaceAll('|', '\\|') : word;
  return runs.length === 0 ? fence + inside + fence : `${fence} ${inside} ${fence}`;
}
