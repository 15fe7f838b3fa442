import { canonical } from '../record/canon';
import { checkEntry } from '../record/check';
import { cleaned } from '../record/clean';
import { nextId } from '../record/clock';
import type { Draft, Entry } from '../record/entry';
import { instantOf, toMilliseconds, type Id } from '../record/ids';
import type { Env } from '../record/env';
import { ok, refuse, type Result } from '../result';
import { prevFor, unknownFieldsOf } from './register';
import { registerOf } from './registers';
import type { Session } from './session';

/**
 * Turns what was decided into entries of one act: ids from the clock, the scribe, the act that ties them together,
 * and for each revision the heads that it revises (with the fields of theirs that this program doesn't know). Texts are
 * cleaned of what a record can't hold, and what is empty is left out, so that every line can be read again.
 */
export function enter(session: Session, drafts: readonly Draft[], env: Env): readonly Entry[] {
  let latest = session.latest;
  let act: Id | undefined;
  return drafts.map((draft) => {
    const id = nextId(latest, env.now, env.writer);
    latest = id;
    const revised = registerOf(session, draft);
    const entry = {
      ...(revised === undefined ? {} : unknownFieldsOf(revised.head, draft.kind)),
      ...cleaned(draft),
      ...(revised === undefined
        ? {}
        : prevFor(revised, draft.said === undefined ? instantOf(id) : toMilliseconds(draft.said))),
      id,
      by: env.by,
      ...(act === undefined ? {} : { act }),
    };
    act ??= id;
    // a draft with its head is an entry; the compiler can't see that through the union
    return canonical(entry as Entry);
  });
}

/**
 * What a decide function answers: the entries of `enter`, refused where one could not be read again. That is so where a
 * text that it needs is nothing but control characters: `enter` leaves those out.
 */
export function decided(session: Session, drafts: readonly Draft[], env: Env): Result<readonly Entry[]> {
  const entries = enter(session, drafts, env);
  for (const entry of entries) {
    const fault = checkEntry({ ...entry });
    if (fault !== undefined) {
      const { path, found, expected } = fault;
      return refuse(`Nothing was recorded: ${path} says nothing that a record can hold.`, { found, expected });
    }
  }
  return ok(entries);
}
