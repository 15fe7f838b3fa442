import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { row, type Bench } from '../row';

const STATIC = join(process.cwd(), 'out', 'renderer', 'static');
const LIMIT_KIB = 250;

/** How much script the page is: what it loads to show Live, and every chunk there is. */
export const size: Bench = {
  name: 'size',
  measure: () => {
    const kib = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + gzipSync(readFileSync(join(STATIC, name)), { level: 9 }).length, 0) / 1024;
    const all = readdirSync(STATIC).filter((name) => name.endsWith('.js'));
    const page = readFileSync(join(STATIC, '..', 'index.html'), 'utf8');
    const first = withImports(all.filter((name) => page.includes(name)));
    return Promise.resolve([
      row({
        row: 'size',
        ours: kib(first),
        baseline: LIMIT_KIB,
        goal: 1,
        unit: 'KiB',
        note: 'script that the page loads to show Live, gzip -9; baseline: the limit',
      }),
      row({
        row: 'size, all',
        ours: kib(all),
        baseline: LIMIT_KIB,
        goal: 1,
        unit: 'KiB',
        note: 'every chunk, also mail reader and example that most starts never load; baseline: the limit',
      }),
    ]);
  },
};

/** The modules and what they import statically, from there on. */
function withImports(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const source = readFileSync(join(STATIC, name), 'utf8');
    for (const [, to] of source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (to !== undefined) open.push(to);
  }
  return [...found];
}
