import { saidAt } from '../../shared/capture/dates';
import { toInstant, type Instant } from '../../shared/record/ids';
import { meetingOf } from '../../shared/session/meeting';
import { foldAll, type Session } from '../../shared/session/session';
import { emlText } from '../../shared/summary/eml';
import type { Mailbox } from '../../shared/summary/mailbox';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { readArguments } from './arguments';
import { readGavel } from './input';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel summary FILE.gavel [--format mail|eml] [--to LIST] [--from ADDRESS] [--at TIME]';

/** A comma that is not inside a quoted name. */
const BETWEEN = /\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/;

const LATER: readonly string[] = ['md', 'html', 'csv', 'json'];

/** The summary of a session: `mail` is the mail's text, `eml` the whole mail as a file. */
export async function summary(args: readonly string[], shell: Shell): Promise<Outcome> {
  const options = {
    format: { type: 'string', default: 'mail' },
    to: { type: 'string', multiple: true },
    from: { type: 'string' },
    at: { type: 'string' },
  } as const;
  const read = readArguments(args, options, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return misused('One file is summarised at a time.', usage);
  const { format } = values;
  if (LATER.includes(format)) return misused(`--format ${format} comes with a later version. There are: mail, eml.`);
  if (format !== 'mail' && format !== 'eml') return misused(`There is no format ${format}. There are: mail, eml.`);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const session = foldAll(file.value.entries);
  const at = momentOf(values.at, session, shell);
  if (at === undefined) {
    return misused(`--at: ${JSON.stringify(values.at)} is not a time. For example 2024-09-24T10:00Z.`);
  }
  const made = summarise(session, { at, sha256 });
  if (format === 'mail') return done(mailText(made));
  const from = values.from ?? (await ownAddress(shell));
  if (from === undefined) return misused('Who is it from? git does not know you. Add --from "Name <address>".');
  const list = meetingOf(session)?.entry.thread?.list;
  const to = values.to ?? (list === undefined ? [] : [list]);
  if (to.length === 0) return misused('To which list? The session names none. Add --to LIST.');
  const eml = emlText(made, { from, to: to.flatMap((each) => each.split(BETWEEN)) });
  return eml.ok ? done(eml.value) : refused(eml.error);
}

/** The moment that `--at` means, by the session's clocks where it names no zone; now where it is absent. */
function momentOf(typed: string | undefined, session: Session, { now }: Shell): Instant | undefined {
  return typed === undefined ? toInstant(now) : saidAt(typed, now, meetingOf(session)?.zone ?? 'UTC');
}

/** Whom git knows, in parts: a name may hold what would have to be quoted. */
async function ownAddress(shell: Shell): Promise<Mailbox | undefined> {
  const { name, address } = await shell.gitUser();
  return address === undefined ? undefined : { address, ...(name === undefined ? {} : { name }) };
}
