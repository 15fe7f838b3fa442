import { lookupWho } from '../../shared/capture/names';
import { ok, type Result } from '../../shared/result';
import { foldAll, type Session } from '../../shared/session/session';
import { mboxText } from '../../shared/summary/mbox';
import { slipEml, slipEmls } from '../../shared/summary/slip-mail';
import { slips as slipsOf, type Slip } from '../../shared/summary/slips';
import { readArguments } from './arguments';
import { readGavel } from './input';
import { momentOf, senderOf } from './mail-options';
import { oneLine } from './one-line';
import { done, misused, refused, type Outcome } from './outcome';
import type { Shell } from './shell';

export const usage = 'gavel slips FILE.gavel [--who HANDLE] [--from ADDRESS] [--at TIME] [--ascii]';

const OPTIONS = {
  who: { type: 'string' },
  from: { type: 'string' },
  at: { type: 'string' },
  ascii: { type: 'boolean', default: false },
} as const;

/** "This is what we recorded you as saying": a mail to each who said something, as one mbox; or one person's mail. */
export async function slips(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, OPTIONS, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) return misused('The slips of one file are written at a time.', usage);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const session = foldAll(file.value.entries);
  const at = momentOf(values.at, session, shell);
  if (!at.ok) return at.error;
  const from = await senderOf(values.from, shell);
  if (!from.ok) return from.error;
  const options = { at: at.value, ascii: values.ascii };
  if (values.who !== undefined) {
    const slip = slipOf(session, values.who);
    if (!slip.ok) return slip.error;
    const eml = slipEml(session, slip.value, from.value, options);
    return eml.ok ? done(eml.value) : refused(eml.error);
  }
  const made = slipEmls(session, from.value, options);
  if (!made.ok) return refused(made.error);
  const { emls, withoutAddress } = made.value;
  const left = withoutAddress.map(oneLine).join(', ');
  return done(mboxText(emls), left === '' ? [] : [`no address is known of ${left}: no slip`]);
}

/** The slip of whom a handle or an alias stands for, as in a typed line. */
function slipOf(session: Session, typed: string): Result<Slip, Outcome> {
  const name = typed.replace(/^@/, '');
  const found = lookupWho(session, name);
  const who = found.is === 'known' ? found.key : name;
  const all = slipsOf(session);
  const slip = all.find((each) => each.who === who);
  if (slip !== undefined) return ok(slip);
  const others = all.length === 0 ? 'nobody' : all.map((each) => each.who).join(', ');
  const error = misused(
    `--who: nothing is recorded that ${JSON.stringify(typed)} said. There is a slip for: ${others}.`,
  );
  return { ok: false, error };
}
