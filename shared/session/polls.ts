import type { Entry, EntryOf } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { remembered, standingOf, unstruck } from './look';
import type { Session } from './session';

/** A hum: a question and counts, never names; it informs and decides nothing. */
export interface Poll {
  readonly id: Id;
  readonly entry: EntryOf<'poll-opened'>;
  readonly question: string;
  readonly options: readonly string[];
  readonly subsystem?: Slug;
  /** counts by option, absent until counted */
  readonly counts?: readonly number[];
  readonly revealed: boolean;
}

/** Every poll, in the order of opening. */
export function polls(session: Session): readonly Poll[] {
  return remembered(session, 'polls', ['poll', 'count', 'reveal'], () =>
    unstruck<'poll-opened'>(session, 'poll').map((entry): Poll => {
      const counted = standingOf<'poll-counted'>(session, 'count', entry.id)?.head.counts;
      return {
        id: entry.id,
        entry,
        question: entry.question,
        options: entry.options,
        ...(entry.subsystem === undefined ? {} : { subsystem: entry.subsystem }),
        ...(counted === undefined ? {} : { counts: counted }),
        revealed: unstruck<'poll-revealed'>(session, 'reveal', entry.id).length > 0,
      };
    }),
  );
}

/** The poll that a subsystem's page shows: the last on it, or one at large that is not revealed yet. */
export function pollHere(session: Session, slug: Slug): Poll | undefined {
  return polls(session).findLast(({ subsystem, revealed }) =>
    subsystem === undefined ? !revealed : subsystem === slug,
  );
}

/** The poll that the moderator has to count or reveal: the last, where it isn't revealed. */
export function runningPoll(session: Session): Poll | undefined {
  const last = polls(session).at(-1);
  return last?.revealed === false ? last : undefined;
}

export function decidePoll(
  session: Session,
  input: { readonly question: string; readonly options: readonly string[]; readonly subsystem?: Slug },
  env: Env,
): Result<readonly Entry[]> {
  if (input.options.length < 2)
    return refuse('A poll needs a question and at least two options.', { expected: 'question : option : option' });
  return decided(session, [{ kind: 'poll-opened', ...input }], env);
}

/** Counts of the last poll, one for each option. */
export function decideCount(session: Session, counts: readonly number[], env: Env): Result<readonly Entry[]> {
  const poll = polls(session).at(-1);
  if (poll === undefined) return refuse('There is no poll to count.');
  if (counts.length !== poll.options.length) {
    return refuse('One count for each option.', {
      found: String(counts.length),
      expected: String(poll.options.length),
    });
  }
  return decided(session, [{ kind: 'poll-counted', poll: poll.id, counts }], env);
}

export function decideReveal(session: Session, env: Env): Result<readonly Entry[]> {
  const poll = polls(session).at(-1);
  if (poll === undefined) return refuse('There is no poll to reveal.');
  return decided(session, [{ kind: 'poll-revealed', poll: poll.id }], env);
}
