import { withoutPrivate } from '../../shared/file/share';
import { isInstant, toInstant, type Id, type Instant } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import type { MailLine } from '../../shared/summary/mail-line';
import { mailLines } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { verifyMail } from '../../shared/summary/verify';
import { readArguments } from './arguments';
import { readBytes, readGavel } from './input';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel trace MAIL FILE.gavel';

/**
 * For each line of a mail its number, the ids of the entries behind it, and its text, apart by tabs. A line of the
 * program's own has `-` for ids, and one that Gavel did not write `?`.
 */
export async function trace(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, {}, usage);
  if (!read.ok) return read.error;
  const [mailName, name, ...more] = read.value.positionals;
  if (mailName === undefined || name === undefined || more.length > 0) return misused('Which mail, which file?', usage);
  if (mailName === '-' && name === '-') return misused('Standard input can be read once.', usage);
  const bytes = await readBytes(shell, mailName);
  if (!bytes.ok) return refused(bytes.error);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const mail = new TextDecoder().decode(bytes.value);
  const verified = verifyMail(mail, file.value.entries, sha256);
  if (!verified.ok) return refused({ file: mailName, ...verified.error });

  const { inserted, since } = verified.value;
  const later = new Set([...inserted, ...since]);
  const session = foldAll(withoutPrivate(file.value.entries).filter((entry) => !later.has(entry)));
  const at = dateOf(mail) ?? toInstant(shell.now);
  const wanted = mail.replace(/\r?\n$/, '').split(/\r?\n/);
  const traced = VARIANTS.map((variant) => follow(wanted, mailLines(summarise(session, { at, sha256, ...variant }))));
  const best = traced.reduce((a, b) => (unknown(b) < unknown(a) ? b : a));
  return done(wanted.map((text, n) => `${String(n + 1)}\t${idsText(best[n])}\t${text}\n`).join(''));
}

/** How a mail may have been made; the mail itself does not say. */
const VARIANTS = [{}, { rationales: false }, { ascii: true }, { rationales: false, ascii: true }] as const;

/** For each line that is wanted the ids behind it; undefined for one that is not among the known lines. */
function follow(wanted: readonly string[], known: readonly MailLine[]): readonly (readonly Id[] | undefined)[] {
  let from = 0;
  return wanted.map((text) => {
    // blank lines are everywhere alike: they must not move what is read on from
    if (text === '') return [];
    const at = known.findIndex((line, index) => index >= from && line.text === text);
    if (at === -1) return undefined;
    from = at + 1;
    return known[at]?.from;
  });
}

function unknown(traced: readonly (readonly Id[] | undefined)[]): number {
  return traced.filter((ids) => ids === undefined).length;
}

function idsText(ids: readonly Id[] | undefined): string {
  if (ids === undefined) return '?';
  return ids.length === 0 ? '-' : ids.join(' ');
}

/** The moment in a mail's Date header, which is what its assessments were made for. */
function dateOf(mail: string): Instant | undefined {
  const date = /^Date: (.*)$/m.exec(mail)?.[1];
  const ms = Date.parse(date ?? '');
  if (Number.isNaN(ms)) return undefined;
  const at = toInstant(ms);
  return isInstant(at) ? at : undefined;
}
