import { countsOf, type Counts } from '../../shared/session/counts';
import { foldAll, type Session } from '../../shared/session/session';
import type { AnyEntry } from '../../shared/record/entry';
import { ok, type Result } from '../../shared/result';
import { verifyMail } from '../../shared/summary/verify';
import { readArguments } from './arguments';
import { readBytes, readGavel } from './input';
import { logLines } from './log';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel check FILE.gavel [--mail MAIL]';

/** Verifies a file (canon, header, entries, footer) and counts what it holds; holds a mail against it. */
export async function check(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, { mail: { type: 'string' } }, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return misused('One file is checked at a time.', usage);
  if (name === '-' && values.mail === '-') return misused('Standard input can be read once.', usage);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const session = foldAll(file.value.entries);
  const report = countLines(countsOf(session));
  if (values.mail === undefined) return done(text(report));
  const mail = await mailLines(shell, values.mail, session, file.value.entries);
  return mail.ok ? done(text([...report, ...mail.value])) : refused(mail.error);
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function countLines({ kinds, ...counts }: Counts): readonly string[] {
  const { entries, ...things } = counts;
  const line = ([what, count]: readonly [string, number]): string => `${what}: ${String(count)}`;
  return [
    line(['entries', entries]),
    line(['kinds', kinds.length]),
    ...kinds.map((kind) => `  ${line(kind)}`),
    ...Object.entries(things).map(line),
  ];
}

/** How a mail stands to the record; what was inserted since among the lines that it covers is listed. */
async function mailLines(
  shell: Shell,
  name: string,
  session: Session,
  entries: readonly AnyEntry[],
): Promise<Result<readonly string[]>> {
  const bytes = await readBytes(shell, name);
  if (!bytes.ok) return bytes;
  // whatever the mail's charset is, the lines that name its record are ASCII
  const verified = verifyMail(new TextDecoder('latin1').decode(bytes.value), entries, sha256);
  if (!verified.ok) return { ok: false, error: { file: name, ...verified.error } };
  const { inserted, since } = verified.value;
  return ok([
    'mail: the lines of this record that it covers are as they were; its own words are not checked (gavel trace does)',
    `inserted later: ${String(inserted.length)}`,
    ...logLines(session, inserted).map((line) => `  ${line}`),
    `recorded since: ${String(since.length)}`,
  ]);
}
