import { countsOf, type Counts } from '../../shared/session/counts';
import { foldAll, type Session } from '../../shared/session/session';
import type { AnyEntry } from '../../shared/record/entry';
import { ok, type Result } from '../../shared/result';
import { momentIn, traceForm } from '../../shared/summary/trace';
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
  const mail = new TextDecoder().decode(bytes.value);
  const verified = verifyMail(mail, entries, sha256);
  if (!verified.ok) return { ok: false, error: { file: name, ...verified.error } };
  const { inserted, since } = verified.value;
  const later = new Set([...inserted, ...since]);
  return ok([
    'mail: it is of this record, whose lines that it covers are as they were',
    ...ownWords(mail, foldAll(entries.filter((entry) => !later.has(entry)))),
    `inserted later: ${String(inserted.length)}`,
    ...logLines(session, inserted).map((line) => `  ${line}`),
    `recorded since: ${String(since.length)}`,
  ]);
}

/** The lines of a mail's body that Gavel does not write from what the record held then: somebody put them there. */
function ownWords(mail: string, session: Session): readonly string[] {
  const at = momentIn(mail);
  if (at === undefined) return ['its words: not checked, since it does not say when it was made'];
  const isMail = /^(>?From .*\r?\n)?[!-9;-~]+: /.test(mail);
  const headers = mail.split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (isMail && /^Content-Transfer-Encoding: *(quoted-printable|base64)/im.test(headers)) {
    return ['its words: not checked, since they are encoded; decode them first'];
  }
  const traced = traceForm(mail, session, at, sha256);
  const head = isMail ? traced.findIndex(({ text: line }) => line === '') : -1;
  const others = traced.flatMap(({ text: line, from }, n) =>
    n > head && from === undefined ? [`  ${String(n + 1)}: ${line}`] : [],
  );
  return [`its lines that Gavel does not write so: ${String(others.length)}`, ...others];
}
