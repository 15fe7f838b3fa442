import type { Stance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { remembered } from '../session/look';
import { positionsFor, type Position } from '../session/positions';
import type { Session } from '../session/session';
import { positionsOn } from '../session/shelves';
import { bodyGroups, bodyOf } from './body';

/** What a stance asks of those who don't hold it: RFC 7282 asks who can't live with it, not who prefers it. */
export interface Living {
  /** hold another stance, and did not say that they can live with this one */
  readonly cannot: readonly Position[];
  /** hold another stance, and can live with this one */
  readonly can: readonly Position[];
  /** those whose answer decides here, and who gave none */
  readonly unheard: readonly Handle[];
}

/** Who can't live with a stance on a subsystem, who can, and who was not heard: people, never shares of them. */
export function livingWith(session: Session, slug: Slug, stance: Stance): Living {
  const groups = [positionsOn(slug), 'condition', ...bodyGroups(session, slug)];
  return remembered(session, `living ${slug} ${stance}`, groups, () => {
    const held = positionsFor(session, slug);
    const others = held.filter((position) => isStance(position) && position.stance !== stance);
    const heard = new Set(held.filter(({ stance: says }) => says !== 'none').map(({ who }) => who));
    return {
      cannot: others.filter(({ livesWith }) => !livesWith.includes(stance)),
      can: others.filter(({ livesWith }) => livesWith.includes(stance)),
      unheard: bodyOf(session, slug).members.filter((who) => !heard.has(who)),
    };
  });
}

function isStance({ stance }: Position): boolean {
  return stance !== 'abstain' && stance !== 'recuse' && stance !== 'none';
}
