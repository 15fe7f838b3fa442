import type { On } from '../record/entry';
import { remembered } from '../session/look';
import { objections, type Objection } from '../session/objections';
import type { Session } from '../session/session';
import { onKey } from '../session/shelves';
import { countedEntry } from '../session/verdicts';

/**
 * The objections that bear on a matter: on it, or on a call about it. One on a ruling bears on that ruling alone.
 * An objection to a call that was struck or made anew still bears on what the call was about, until it is settled.
 */
export function objectionsAbout(session: Session, on: On): readonly Objection[] {
  const groups = ['objection', 'settlement', 'dispute', 'same', 'meeting', 'call'];
  const key = onKey(on);
  return remembered(session, `objections about ${key}`, groups, () =>
    objections(session).filter((objection) => matterOf(session, objection.on) === key),
  );
}

/** What a thing is about in the end: a call is about what it was made on. */
function matterOf(session: Session, on: On): string {
  if (!('call' in on)) return onKey(on);
  const call = countedEntry(session, on.call);
  return call?.kind === 'call-made' && 'on' in call ? matterOf(session, call.on) : onKey(on);
}
