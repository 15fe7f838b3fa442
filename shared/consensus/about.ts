import type { On } from '../record/entry';
import { madeOn } from '../session/calls';
import { rememberedLists, settledAt, stampOf, type Settled } from '../session/look';
import { objections, type Objection } from '../session/objections';
import type { Session } from '../session/session';
import { onKey } from '../session/shelves';

/**
 * The objections that bear on a matter: on it, or on a call about it. One on a ruling bears on that ruling alone.
 * An objection to a call that was struck or made anew still bears on what the call was about, until it is settled.
 */
export function objectionsAbout(session: Session, on: On): readonly Objection[] {
  return byMatter(session).get(onKey(on)) ?? NONE;
}

/** The same, with the revision at which they last became others: an objection to something else changes nothing here. */
export function objectionsSettled(session: Session, on: On): Settled<readonly Objection[]> {
  const here = objectionsAbout(session, on);
  return settledAt(session, `objections about ${onKey(on)}`, stampOf(session, GROUPS), () => here, Object.is);
}

const GROUPS = ['objection', 'settlement', 'dispute', 'same', 'meeting', 'call'];
const NONE: readonly Objection[] = [];

/** One walk over all objections, not one for each thing that they may be about. */
function byMatter(session: Session): ReadonlyMap<string, readonly Objection[]> {
  return rememberedLists(session, 'objections by matter', GROUPS, () => {
    const found = new Map<string, Objection[]>();
    for (const objection of objections(session)) {
      const key = matterOf(session, objection.on);
      const here = found.get(key);
      if (here === undefined) found.set(key, [objection]);
      else here.push(objection);
    }
    return found;
  });
}

/** What a thing is about in the end: a call is about what it was made on. */
function matterOf(session: Session, on: On): string {
  if (!('call' in on)) return onKey(on);
  return onKey(madeOn(session, on.call) ?? on);
}
