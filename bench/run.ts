import { join } from 'node:path';
import { keepResults } from './report';
import type { Row } from './row';
import { file } from './rows/file';
import { fold } from './rows/fold';
import { importing } from './rows/import';
import { keys } from './rows/keys';
import { maintainers } from './rows/maintainers';
import { mails } from './rows/mails';
import { matrix } from './rows/matrix';
import { open } from './rows/open';
import { projector } from './rows/projector';
import { record } from './rows/record';
import { replay } from './rows/replay';
import { size } from './rows/size';
import { start } from './rows/start';
import { summary } from './rows/summary';
import { thread } from './rows/thread';

const benches = [
  start,
  open,
  importing,
  record,
  keys,
  matrix,
  projector,
  fold,
  file,
  size,
  summary,
  thread,
  mails,
  maintainers,
  replay,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`${bench.name} ...`);
  for (const row of await bench.measure()) {
    rows.push(row);
    console.log(
      `  ${row.row}: ${String(row.ours)} ${row.unit} against ${String(row.baseline)} ${row.unit}, ratio ${String(row.ratio)} (goal ${String(row.goal)}) ${row.met ? 'met' : 'MISSED'}`,
    );
  }
}
keepResults(join(process.cwd(), 'bench'), rows);
