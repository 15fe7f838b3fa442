import type { Handle, Id, Slug } from '../record/ids';
import { attendance } from './attendance';
import { calls } from './calls';
import { rememberedAt } from './look';
import { logOf } from './log';
import { objections } from './objections';
import { people } from './people';
import { positionsFor } from './positions';
import { attendanceStanding, questionStandings, standings } from './registers';
import { answers } from './rules';
import type { Session } from './session';
import { answersTo, positionsOn } from './shelves';
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
      conflicts: conflicts(session),
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

const PLAIN = [
  'meeting',
  'participant',
  'subsystem',
  'rule',
  'ruling',
  'objection',
  'settlement',
  'question-answer',
  'count',
  'note',
  'action',
  'action-end',
];

function conflicts(session: Session): number {
  const plain = PLAIN.flatMap((group) => standings(session, group).map(([, standing]) => standing));
  const positions = keyed(session, positionsOn('')).flatMap((slug) => positionsFor(session, slug as Slug));
  const answered = keyed(session, answersTo('')).flatMap((key) => {
    const [rule, subsystem] = key.split(' ');
    return answers(session, rule as Id, subsystem as Slug | undefined);
  });
  const attended = [...attendance(session).keys()].flatMap((who: Handle) => attendanceStanding(session, who) ?? []);
  const asked = questionStandings(session).values();
  const all = [...plain, ...positions, ...answered, ...attended, ...asked, ...calls(session)];
  return all.filter(({ conflict }) => conflict).length;
}

/** What follows a beginning that several groups share: the subsystems that have positions, the rules that have answers. */
function keyed(session: Session, beginning: string): readonly string[] {
  return [...session.groups.keys()].flatMap((group) =>
    group.startsWith(beginning) ? [group.slice(beginning.length)] : [],
  );
}
