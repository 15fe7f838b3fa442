/** A line of flowed text: how often it is quoted, and what it says. */
export interface FlowedLine {
  readonly depth: number;
  readonly text: string;
}

/**
 * Joins the lines of format=flowed text (RFC 3676): the quote marks are counted and the stuffed space taken off before
 * a line is looked at, only lines of the same depth are joined, and `-- ` is the signature's line, never the start of a
 * paragraph. With DelSp the space at which a line was broken goes.
 */
export function flowedLines(text: string, delSp: boolean): readonly FlowedLine[] {
  const lines: FlowedLine[] = [];
  let open: { readonly depth: number; readonly parts: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) lines.push({ depth: open.depth, text: open.parts.join('') });
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    let depth = 0;
    while (line.charCodeAt(depth) === 0x3e) depth += 1;
    const words = line.slice(line.charAt(depth) === ' ' ? depth + 1 : depth);
    const signature = words === '-- ';
    if (open !== undefined && (open.depth !== depth || signature)) close();
    const flows = words.endsWith(' ') && !signature;
    open ??= { depth, parts: [] };
    open.parts.push(flows && delSp ? words.slice(0, -1) : words);
    if (!flows) close();
  }
  close();
  return lines;
}

/** Flowed text as plain text: a paragraph a line, quoted with `> ` for each level. */
export function unflow(text: string, delSp: boolean): string {
  return flowedLines(text, delSp)
    .map(({ depth, text: words }) => {
      if (depth > 0) return `${'> '.repeat(depth)}${words}`.trimEnd();
      // what its author stuffed so that it is no quote stays stuffed
      return words.startsWith('>') ? ` ${words}` : words;
    })
    .join('\n');
}
