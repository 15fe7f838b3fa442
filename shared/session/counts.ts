import type { Id, Slug } from '../record/ids';
import { calls } from './calls';
import { conflicts, keyed } from './conflicts';
import { rememberedAt } from './look';
import { logOf } from './log';
import { objections } from './objections';
import { people } from './people';
import { positionsFor } from './positions';
import type { Session } from './session';
import { positionsOn } from './shelves';
import { subsystems } from './subsystems';
import { isStruck, openClashes } from './verdicts';

/** What a record holds, in numbers: the same in the app and on the command line. */
export interface Counts {
  /** lines, of clashing ids all versions */
  readonly entries: number;
  /** lines by kind, sorted by kind */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly participants: number;
  readonly subsystems: number;
  /** positions that stand, cleared ones left out */
  readonly positions: number;
  readonly objections: number;
  /** things that a call was made on, reopened ones included */
  readonly calls: number;
  readonly struck: number;
  /** registers in which differing heads stand */
  readonly conflicts: number;
  /** ids that came with more than one content and that nobody has picked */
  readonly clashes: number;
}

export function countsOf(session: Session): Counts {
  return rememberedAt(session, 'counts', session.revision, () => {
    const lines = logOf(session);
    const kinds = new Map<string, number>();
    for (const { kind } of lines) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return {
      entries: lines.length,
      kinds: [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)),
      participants: people(session).length,
      subsystems: subsystems(session).length,
      positions: keyed(session, positionsOn(''))
        .flatMap((slug) => positionsFor(session, slug as Slug))
        .filter(({ stance }) => stance !== 'none').length,
      objections: objections(session).length,
      calls: calls(session).length,
      struck: struckEntries(session).size,
      conflicts: conflicts(session).length,
      clashes: openClashes(session).length,
    };
  });
}

/** The entries that are struck. */
export function struckEntries(session: Session): ReadonlySet<Id> {
  return rememberedAt(session, 'struck entries', session.revision, () => {
    const named = [...session.verdicts.keys()].filter((id) => session.entries.has(id));
    return new Set(named.filter((id) => isStruck(session, id)));
  });
}
