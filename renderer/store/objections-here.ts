import type { Handle, Slug } from '../../shared/record/ids';
import { remembered } from '../../shared/session/look';
import { isOpen, objections, subsystemOn, type Objection } from '../../shared/session/objections';
import type { Session } from '../../shared/session/session';

const GROUPS = ['objection', 'settlement', 'dispute', 'same', 'meeting', 'call', 'reopening', 'question'];
const NONE: readonly Objection[] = [];

/** The objections that a subsystem's page shows: on it, on a call about it, on a ruling for it. Open ones come first. */
export function objectionsHere(session: Session, slug: Slug): readonly Objection[] {
  return bySubsystem(session).get(slug) ?? NONE;
}

/** Those on no subsystem: on a rule at large, on a question of none, on a call about either. Open ones come first. */
export function objectionsAtLarge(session: Session): readonly Objection[] {
  return bySubsystem(session).get(undefined) ?? NONE;
}

/** All of them sorted out at once, so that a view of many subsystems doesn't look through all objections for each. */
function bySubsystem(session: Session): ReadonlyMap<Slug | undefined, readonly Objection[]> {
  return remembered(session, 'objections by subsystem', GROUPS, () => {
    const found = new Map<Slug | undefined, Objection[]>();
    const all = objections(session);
    for (const objection of [...all.filter(isOpen), ...all.filter((each) => !isOpen(each))]) {
      const slug = subsystemOn(session, objection.on);
      const here = found.get(slug);
      if (here === undefined) found.set(slug, [objection]);
      else here.push(objection);
    }
    return found;
  });
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

/** On which subsystems' pages somebody has an objection that is not settled. */
export function objectedTo(session: Session): ReadonlyMap<Handle, ReadonlySet<Slug>> {
  return remembered(session, 'objected to', GROUPS, () => {
    const found = new Map<Handle, Set<Slug>>();
    for (const [slug, here] of bySubsystem(session)) {
      if (slug === undefined) continue;
      for (const { who } of here.filter(isOpen)) found.set(who, (found.get(who) ?? new Set()).add(slug));
    }
    return found;
  });
}
