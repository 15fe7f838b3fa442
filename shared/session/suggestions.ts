import type { Env } from '../record/env';
import type { Draft, Entry, Evidence } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { remembered, stampOf, rememberedAt, unstruck } from './look';
import { positionsSince } from './holders';
import type { Session } from './session';
import { decidePosition, positionsFor } from './positions';
import { subsystems } from './subsystems';
import { saidIn } from './when-said';

/** What a suggestion is known by: the mail, the line of its body (from 1), and the words that stood out. */
export interface SuggestionPlace {
  /** Message-ID without brackets */
  readonly message: string;
  readonly line: number;
  readonly cue: string;
}

/** A suggestion that was dismissed never comes back, unless the dismissal is undone. */
export function isDismissed(session: Session, { message, line, cue }: SuggestionPlace): boolean {
  const all = remembered(
    session,
    'dismissed suggestions',
    ['dismissal'],
    () => new Set(unstruck<'suggestion-dismissed'>(session, 'dismissal').map(keyOf)),
  );
  return all.has(keyOf({ message, line, cue }));
}

function keyOf({ message, line, cue }: SuggestionPlace): string {
  return JSON.stringify([message, line, cue]);
}

/** Whether a position that stands rests on lines of a mail already: then nobody need be asked about them again. */
export function isTaken(session: Session, message: string, lines: readonly string[]): boolean {
  const stamp = Math.max(positionsSince(session), stampOf(session, ['subsystem']));
  const taken = rememberedAt(session, 'lines that positions rest on', stamp, () => {
    const items = subsystems(session)
      .flatMap(({ slug }) => positionsFor(session, slug))
      .flatMap(({ evidence }) => evidence);
    return new Set(
      items.flatMap((item) => ('message' in item ? item.lines.map((line) => `${item.message}\n${line}`) : [])),
    );
  });
  return lines.some((line) => taken.has(`${message}\n${line}`));
}

/** Says that a suggestion is none. */
export function decideDismiss(session: Session, place: SuggestionPlace, env: Env): Result<readonly Entry[]> {
  if (isDismissed(session, place)) return refuse('That suggestion is dismissed already.');
  const { message, line, cue } = place;
  const draft: Draft = { kind: 'suggestion-dismissed', message, line, cue };
  return decided(session, [draft], env);
}

/** What a person makes of a suggestion: whose position it is, on what, and which. */
export interface ConfirmedSuggestion {
  readonly who: Handle;
  readonly subsystem: Slug;
  readonly stance: 'standard-required' | 'userspace-allowed' | 'passthrough-niche' | 'abstain';
  readonly evidence: Evidence;
}

/** Records the position that a person read in a mail. It rests on the exact lines, and was said when they were written. */
export function decideConfirm(
  session: Session,
  { evidence, ...position }: ConfirmedSuggestion,
  env: Env,
): Result<readonly Entry[]> {
  return decidePosition(session, { ...position, evidence: [evidence], ...saidIn(evidence, env) }, env);
}
