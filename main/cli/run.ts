import { version } from '../../package.json';
import * as check from './check';
import * as log from './log';
import * as maintainers from './maintainers';
import * as merge from './merge';
import { done, misused, type Outcome } from './outcome';
import * as record from './record';
import type { Shell } from './shell';
import * as slips from './slips';
import * as summary from './summary';
import * as thread from './thread';
import * as trace from './trace';

interface Subcommand {
  readonly usage: string;
  readonly run: (args: readonly string[], shell: Shell) => Promise<Outcome>;
}

const SUBCOMMANDS: ReadonlyMap<string, Subcommand> = new Map([
  ['summary', { usage: summary.usage, run: summary.summary }],
  ['slips', { usage: slips.usage, run: slips.slips }],
  ['check', { usage: check.usage, run: check.check }],
  ['merge', { usage: merge.usage, run: merge.merge }],
  ['log', { usage: log.usage, run: log.log }],
  ['record', { usage: record.usage, run: record.record }],
  ['trace', { usage: trace.usage, run: trace.trace }],
  ['thread', { usage: thread.usage, run: thread.thread }],
  ['maintainers', { usage: maintainers.usage, run: maintainers.maintainers }],
]);
const HELP: readonly string[] = ['help', '--help', '-h'];
const VERSION: readonly string[] = ['--version', '-V'];

/** One run of `gavel`: the first word is the subcommand. */
export async function run(args: readonly string[], shell: Shell): Promise<Outcome> {
  const [name, ...rest] = args;
  const usages = [...SUBCOMMANDS.values()].map(({ usage }) => usage);
  if (name === undefined) return misused('What is to be done?', ...usages);
  if (HELP.includes(name)) return done(usages.map((usage) => `${usage}\n`).join(''));
  if (VERSION.includes(name)) return done(`gavel ${version}\n`);
  const subcommand = SUBCOMMANDS.get(name);
  if (subcommand === undefined) return misused(`There is no gavel ${name}.`, ...usages);
  if (rest.some((word) => word === '--help' || word === '-h')) return done(`${subcommand.usage}\n`);
  return subcommand.run(rest, shell);
}
