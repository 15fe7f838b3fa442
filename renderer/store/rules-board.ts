import type { Slug } from '../../shared/record/ids';
import { calls } from '../../shared/session/calls';
import { rememberedAt } from '../../shared/session/look';
import { objections } from '../../shared/session/objections';
import { answeredFor, rules, rulings } from '../../shared/session/rules';
import type { Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';

/** As many columns as are shown whether something stands in them or not. */
const FEW = 40;

/**
 * The subsystems that the rules are shown for: all of a few; of many those for which something was said, and the one
 * that is on the screen.
 */
export function ruleColumns(session: Session, shown: Slug | undefined): readonly Slug[] {
  const all = subsystems(session).map(({ slug }) => slug);
  if (all.length <= FEW) return all;
  const used = usedColumns(session);
  return all.filter((slug) => slug === shown || used.has(slug));
}

function usedColumns(session: Session): ReadonlySet<Slug> {
  // what was answered lies in as many groups as there are rules and subsystems: looked at anew after each entry
  return rememberedAt(session, 'rule columns', session.revision, () => {
    const about = [...calls(session), ...objections(session)].flatMap(({ on }) =>
      'rule' in on && on.subsystem !== undefined ? [on.subsystem] : [],
    );
    const answered = rules(session).flatMap(({ id }) => answeredFor(session, id));
    return new Set([...about, ...answered, ...rulings(session).map(({ subsystem }) => subsystem)]);
  });
}
