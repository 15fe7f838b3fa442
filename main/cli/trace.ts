import { withoutPrivate } from '../../shared/file/share';
import { isInstant, toInstant, type Id, type Instant } from '../../shared/record/ids';
import { foldAll, type Session } from '../../shared/session/session';
import type { Summary } from '../../shared/summary/document';
import type { MailLine } from '../../shared/summary/mail-line';
import { headingLines, mailLines } from '../../shared/summary/mail-text';
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
  const traced = waysMade(session, at, wanted).map((summary) => follow(wanted, mailLines(summary)));
  const best = traced.reduce((a, b) => (unknown(b) < unknown(a) ? b : a));
  return done(wanted.map((text, n) => `${String(n + 1)}\t${idsText(best[n])}\t${text}\n`).join(''));
}

const SETTINGS = [{}, { rationales: false }, { ascii: true }, { rationales: false, ascii: true }] as const;

/** How a mail may have been made: with which settings it does not say, of which subsystems its headings do. */
function waysMade(session: Session, at: Instant, mail: readonly string[]): readonly Summary[] {
  return SETTINGS.flatMap((settings) => {
    const whole = summarise(session, { at, sha256, ...settings });
    const headings = whole.blocks.flatMap((block) =>
      block.type === 'heading' && block.about !== undefined ? [block] : [],
    );
    const held = headings.filter(({ said }) => headingLines(said).every(({ text }) => mail.includes(text)));
    const chosen = held.flatMap(({ about }) => about ?? []);
    // somebody may also have taken parts out of the whole mail by hand: then that explains more of its lines
    return [whole, summarise(session, { at, sha256, ...settings, subsystems: chosen })];
  });
}

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
