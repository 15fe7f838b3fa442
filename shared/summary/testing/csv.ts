/** RFC 4180, read by the book: quoted cells may hold line ends and doubled quotes. */
export function csvTable(text: string): {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
} {
  const lines: string[][] = [[]];
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (match === null) throw new Error('not CSV');
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') lines.push([]);
  }
  const [columns = [], ...rows] = lines.filter((line) => line.length > 0);
  return {
    columns,
    rows: rows.map((cells) =>
      Object.fromEntries(cells.map((cell, at) => [columns[at] ?? `column ${String(at)}`, cell])),
    ),
  };
}
