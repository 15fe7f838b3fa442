import type { Handle, Slug } from '../../shared/record/ids';
import { remembered } from '../../shared/session/look';
import { isOpen, objections, subsystemOn, type Objection } from '../../shared/session/objections';
import type { Session } from '../../shared/session/session';

const GROUPS = ['objection', 'settlement', 'dispute', 'same', 'meeting', 'call', 'reopening', 'question'];

/** The objections that a subsystem's page shows: on it, on a call about it, on a ruling for it. Open ones come first. */
export function objectionsHere(session: Session, slug: Slug): readonly Objection[] {
  return remembered(session, `objections here ${slug}`, GROUPS, () =>
    openFirst(objections(session).filter(({ on }) => subsystemOn(session, on) === slug)),
  );
}

/** Those on no subsystem: on a rule at large, on a question of none, on a call about either. Open ones come first. */
export function objectionsAtLarge(session: Session): readonly Objection[] {
  return remembered(session, 'objections at large', GROUPS, () =>
    openFirst(objections(session).filter(({ on }) => subsystemOn(session, on) === undefined)),
  );
}

function openFirst(all: readonly Objection[]): readonly Objection[] {
  return [...all.filter(isOpen), ...all.filter((objection) => !isOpen(objection))];
}

/** Who has an objection on a subsystem's page that is not settled. */
export function objectors(session: Session, slug: Slug): ReadonlySet<Handle> {
  return remembered(
    session,
    `objectors ${slug}`,
    GROUPS,
    () =>
      new Set(
        objectionsHere(session, slug)
          .filter(isOpen)
          .map(({ who }) => who),
      ),
  );
}
