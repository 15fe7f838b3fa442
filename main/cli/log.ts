import { explainEntry } from '../../shared/capture/explain';
import { plainText } from '../../shared/capture/reading';
import type { AnyEntry } from '../../shared/record/entry';
import { timeOf } from '../../shared/record/order';
import { inZone } from '../../shared/record/zone';
import { struckEntries } from '../../shared/session/counts';
import { logOf } from '../../shared/session/log';
import { meetingOf } from '../../shared/session/meeting';
import { foldAll, type Session } from '../../shared/session/session';
import { counts } from '../../shared/session/verdicts';
import { readArguments } from './arguments';
import { readGavel } from './input';
import { oneLine } from './one-line';
import { done, misused, refused, type Outcome } from './outcome';
import type { Shell } from './shell';

export const usage = 'gavel log FILE.gavel';

/** One line per entry, in record order: when, which, recorded by whom, what it says. */
export async function log(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, {}, usage);
  if (!read.ok) return read.error;
  const [name, ...more] = read.value.positionals;
  if (name === undefined || more.length > 0) return misused('One file is read at a time.', usage);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const session = foldAll(file.value.entries);
  return done(
    logLines(session, logOf(session))
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** Entries as lines of a log, with the time on the session's clocks; struck and clashing ones are marked. */
export function logLines(session: Session, entries: readonly AnyEntry[]): readonly string[] {
  const zone = meetingOf(session)?.zone ?? 'UTC';
  const struck = struckEntries(session);
  return entries.map((entry) => {
    const mark = struck.has(entry.id) ? '[struck] ' : counts(session, entry) ? '' : '[clash] ';
    const words = plainText(explainEntry(session, entry));
    return `${inZone(timeOf(entry), zone)}  ${entry.id}  ${entry.by}  ${mark}${oneLine(words)}`;
  });
}
