import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './app';

const STANCES = ['std', 'std', 'std', 'std', 'std', 'usr', 'usr', 'usr', 'pass', 'abs'];

/** Lines of a room of twelve people on #uvc: all answers there are, a queue, somebody speaking, two objections. */
const LINES: readonly string[] = [
  ...Array.from({ length: 12 }, (_, n) => `+ @p${String(n + 1)} -- Maintainer ${String(n + 1)}`),
  '+ #uvc -- USB Video Class',
  '+ #isp -- Camera ISPs',
  '#uvc',
  ...STANCES.map((stance, n) => `@p${String(n + 1)} ${stance} -- Reason ${String(n + 1)}`),
  '@p2 obj -- Bug reports become unreadable // unless the layout is in the tree',
  '@p6 obj -- The fenced node will be the default path // unless it warns',
  'q+ @p9 question -- does this cover usbfs?',
  'q+ @p3 reply',
  'q+ @p4 -- effects list',
  'ack',
];

/** A file of a session of that room, or of other lines, as the command line records it. */
export function roomFile(folder: string, lines: readonly string[] = LINES): string {
  const file = path.join(folder, 'room.gavel');
  const gavel = path.join(ROOT, 'out', 'cli', 'gavel.mjs');
  execFileSync(process.execPath, [gavel, 'record', file, '--title', 'Device passthrough', '--by', 'ana', ...lines]);
  return file;
}
