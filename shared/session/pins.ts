import type { Env } from '../record/env';
import type { Entry, EntryOf, Evidence } from '../record/entry';
import type { Id } from '../record/ids';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { remembered, unstruck } from './look';
import type { Session } from './session';
import { isStruck } from './verdicts';
import { saidIn } from './when-said';

/** An entry that quotes may be pinned to. */
export interface Pinnable {
  readonly id: Id;
  readonly evidence?: readonly Evidence[];
}

const NONE: readonly never[] = [];

/** Whether any quote was ever pinned: where none was, nobody has to look at a thing's earlier wordings. */
export function hasPins(session: Session): boolean {
  return session.groups.has('pin');
}

/** The quotes that were pinned afterwards to any of some entries: to a thing in any of its wordings. */
export function pinsOf(session: Session, to: readonly Pick<Pinnable, 'id'>[]): readonly EntryOf<'quote-pinned'>[] {
  if (!hasPins(session)) return NONE;
  return to.flatMap(({ id }) =>
    remembered(session, `pins of ${id}`, ['pin'], () => unstruck<'quote-pinned'>(session, 'pin', id)),
  );
}

/** What an entry rests on: what it names itself, then what was pinned to it or to its earlier wordings. */
export function evidenceOf(
  session: Session,
  entry: Pinnable,
  wordings: readonly Pick<Pinnable, 'id'>[] = [entry],
): readonly Evidence[] {
  const pins = pinsOf(session, wordings);
  return pins.length === 0
    ? (entry.evidence ?? NONE)
    : [...(entry.evidence ?? []), ...pins.flatMap((pin) => pin.evidence)];
}

/**
 * Pins lines of a mail to an entry that stands: a position, an objection, a rule, a ruling, a question, a note, a call.
 * They were said when the mail was written.
 */
export function decidePin(
  session: Session,
  { to, evidence }: { readonly to: Id; readonly evidence: Evidence },
  env: Env,
): Result<readonly Entry[]> {
  if (!session.entries.has(to)) return refuse('What the quote is to stand behind is not in the record.', { found: to });
  if (isStruck(session, to)) return refuse('What the quote is to stand behind was struck. Restore it first.');
  return decided(session, [{ kind: 'quote-pinned', to, evidence: [evidence], ...saidIn(evidence, env) }], env);
}
