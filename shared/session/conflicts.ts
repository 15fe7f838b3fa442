import type { Entry } from '../record/entry';
import type { Handle, Id, Slug } from '../record/ids';
import { attendance } from './attendance';
import { calls } from './calls';
import { rememberedAt } from './look';
import { positionsFor } from './positions';
import { attendanceStanding, questionStandings, standings } from './registers';
import { answers } from './rules';
import type { Session } from './session';
import { answersTo, positionsOn } from './shelves';

/** A register in which entries stand that differ and don't know each other: all are kept, and a person resolves it. */
export interface Conflict {
  /** the entries that stand, in order of (time, id): what counts meanwhile is the last */
  readonly heads: readonly Entry[];
}

/** The registers that no person shares with another handle: each is one shelf. */
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

/** Every conflict that nobody has resolved yet, of every register there is: what is counted and what triage shows. */
export function conflicts(session: Session): readonly Conflict[] {
  return rememberedAt(session, 'conflicts', session.revision, () => {
    const plain = PLAIN.flatMap((group) => standings(session, group).map(([, standing]) => standing));
    const positions = keyed(session, positionsOn('')).flatMap((slug) => positionsFor(session, slug as Slug));
    const answered = keyed(session, answersTo('')).flatMap((key) => {
      const [rule, subsystem] = key.split(' ');
      return answers(session, rule as Id, subsystem as Slug | undefined);
    });
    const attended = [...attendance(session).keys()].flatMap((who: Handle) => attendanceStanding(session, who) ?? []);
    const asked = questionStandings(session).values();
    const all = [...plain, ...positions, ...answered, ...attended, ...asked, ...calls(session)];
    return all.filter(({ conflict }) => conflict).map(({ heads }): Conflict => ({ heads }));
  });
}

/** What follows a beginning that several groups share: the subsystems that have positions, the rules that have answers. */
export function keyed(session: Session, beginning: string): readonly string[] {
  return [...session.groups.keys()].flatMap((group) =>
    group.startsWith(beginning) ? [group.slice(beginning.length)] : [],
  );
}
