import type { Span, Token, TokenClass } from './reading';

/** A word of the head. What it turned out to be is marked by the form that took it. */
export interface Word extends Span {
  readonly text: string;
  is?: TokenClass;
}

/** A part of the text, between ` // `: without the spaces around it. */
export interface Part extends Span {
  readonly text: string;
  /** how many of its first characters are a taken `if`, `unless` or `because` */
  keyword?: number;
}

/** A line cut at its first ` -- `, and its text at each ` // `. */
export interface Scan {
  readonly line: string;
  readonly words: readonly Word[];
  /** undefined where the line has no ` -- ` */
  readonly parts?: readonly Part[];
  readonly separators: readonly Span[];
}

/**
 * A line as it may be stored: line breaks and other C0 controls but tab as spaces, lone surrogates as U+FFFD
 * (FORMAT.md: strings are well-formed). Character for character, so that spans stay true.
 */
export function cleanLine(line: string): string {
  return line.replace(/\p{Cs}/gu, '\uFFFD').replace(/[\u0000-\u0008\u000A-\u001F]/g, ' ');
}

export function scan(line: string): Scan {
  // a line that ends in `--` is one whose text is still to be typed
  const cut = /\s--(?:\s|$)/.exec(line);
  const headEnd = cut === null ? line.length : cut.index;
  const words = wordsOf(line.slice(0, headEnd));
  if (cut === null) return { line, words, separators: [] };
  const dashes = { from: cut.index + 1, to: cut.index + 3 };
  const { parts, slashes } = partsOf(line, dashes.to);
  return { line, words, parts, separators: [dashes, ...slashes] };
}

/** Words stand between spaces and commas; a `<message-id>` is one word whatever is in it. */
function wordsOf(head: string): readonly Word[] {
  return [...head.matchAll(/<\S*>|[^\s,]+/g)].map(({ index, 0: text }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
}

function partsOf(line: string, start: number): { readonly parts: readonly Part[]; readonly slashes: readonly Span[] } {
  const parts: Part[] = [];
  const slashes: Span[] = [];
  let from = start;
  const take = (to: number): void => {
    const raw = line.slice(from, to);
    const text = raw.trim();
    if (text === '') return;
    const at = from + raw.indexOf(text);
    parts.push({ text, from: at, to: at + text.length });
  };
  for (const { index } of line.slice(start).matchAll(/(?<=\s)\/\/(?=\s|$)/g)) {
    take(start + index);
    slashes.push({ from: start + index, to: start + index + 2 });
    from = start + index + 2;
  }
  take(line.length);
  return { parts, slashes };
}

/** Tokens over the whole line: what forms marked, the separators, the text, and what lies between. */
export function tokensOf(scanned: Scan, underlined?: Span): readonly Token[] {
  const marked: Token[] = [
    ...scanned.words.map(({ from, to, is }): Token => ({ from, to, is: is ?? 'text' })),
    ...scanned.separators.map(({ from, to }): Token => ({ from, to, is: 'separator' })),
    ...(scanned.parts ?? []).flatMap(({ from, to, keyword = 0 }): Token[] => [
      { from, to: from + keyword, is: 'condition' },
      { from: from + keyword, to, is: 'text' },
    ]),
  ];
  const covered = cover(marked, scanned.line.length);
  return underlined === undefined ? covered : underline(covered, underlined);
}

/** One token over the whole line: a note, word for word. */
export function textToken(line: string): readonly Token[] {
  return line === '' ? [] : [{ from: 0, to: line.length, is: 'text' }];
}

function cover(marked: readonly Token[], length: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const token of marked.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    if (token.from > at) tokens.push({ from: at, to: token.from, is: 'space' });
    tokens.push(token);
    at = token.to;
  }
  if (at < length) tokens.push({ from: at, to: length, is: 'space' });
  return tokens;
}

function underline(tokens: readonly Token[], span: Span): readonly Token[] {
  return tokens.flatMap((token): Token[] => {
    const from = Math.max(token.from, span.from);
    const to = Math.min(token.to, span.to);
    if (from >= to) return [token];
    const pieces: Token[] = [
      { from: token.from, to: from, is: token.is },
      { from, to, is: 'bad' },
      { from: to, to: token.to, is: token.is },
    ];
    return pieces.filter((piece) => piece.from < piece.to);
  });
}
