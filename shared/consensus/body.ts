import type { Handle, Id, Slug } from '../record/ids';
import { attendance, attendanceOf } from '../session/attendance';
import { holders, positionGroups } from '../session/holders';
import { remembered } from '../session/look';
import { notes } from '../session/notes';
import { objections } from '../session/objections';
import { positionOf, positionsFor } from '../session/positions';
import { questions } from '../session/questions';
import { answers } from '../session/rules';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { answersTo, positionsOn } from '../session/shelves';
import { affectedSeats, subsystemOf } from '../session/subsystems';

/** Who decides: the recorded seats; else those whose attendance was taken; else everybody who was heard. */
export type BodyBasis = 'seats' | 'attendance' | 'heard';

/** A change of the seats since the first position was taken: it is named in every assessment. */
export interface SeatChange {
  readonly who: Handle;
  readonly change: 'joined' | 'left';
}

/** The body: whose answers decide. */
export interface Body {
  readonly basis: BodyBasis;
  /** who decides, without seats that recused or sent regrets; seats in their order, others sorted */
  readonly members: readonly Handle[];
  /** seats that leave the body because they recused */
  readonly recused: readonly Handle[];
  /** seats that leave the body because they sent regrets */
  readonly regrets: readonly Handle[];
  /** seats in subsystems that this one affects, without its own: shown beside, never counted */
  readonly affected: readonly Handle[];
  readonly changes: readonly SeatChange[];
}

/** Who decides on a subsystem. A summary asks for it at every objection. */
export function bodyOf(session: Session, slug: Slug): Body {
  return remembered(session, `body ${slug}`, bodyGroups(session, slug), () => readBody(session, slug));
}

function readBody(session: Session, slug: Slug): Body {
  const { seats } = subsystemOf(session, slug);
  const affected = affectedSeats(session, slug).filter((who) => !seats.includes(who));
  const none = { recused: [], regrets: [], affected, changes: seatChanges(session, slug) };
  if (seats.length === 0) {
    const taken = attendance(session);
    if (taken.size === 0) return { basis: 'heard', members: heard(session), ...none };
    const here = [...taken].filter(([, state]) => state !== 'regrets').map(([who]) => who);
    return { basis: 'attendance', members: here.sort(), ...none };
  }
  const recused = seats.filter((who) => positionOf(session, who, slug)?.stance === 'recuse');
  const regrets = seats.filter((who) => attendanceOf(session, who) === 'regrets' && !recused.includes(who));
  const members = seats.filter((who) => !recused.includes(who) && !regrets.includes(who));
  return { ...none, basis: 'seats', members, recused, regrets };
}

/** Who decides on a rule at large: everybody who answered it. */
export function answerers(session: Session, rule: Id): Body {
  const members = answers(session, rule).map(({ who }) => who);
  return { basis: 'heard', members, recused: [], regrets: [], affected: [], changes: [] };
}

/**
 * How the seats differ from those that were recorded when the first position was. By record order, not by when things
 * were said: what matters is whether somebody could know the positions when the seats were changed.
 */
function seatChanges(session: Session, slug: Slug): readonly SeatChange[] {
  return remembered(session, `seat changes ${slug}`, ['subsystem', 'same', positionsOn(slug)], () => {
    const { history, seats } = subsystemOf(session, slug);
    const first = firstPosition(session, slug);
    if (first === undefined) return [];
    const then = history.findLast(({ id }) => id < first)?.maintainers ?? [];
    const before = new Set(then.map((who) => keptHandle(session, who)));
    return [
      ...seats.filter((who) => !before.has(who)).map((who): SeatChange => ({ who, change: 'joined' })),
      ...[...before].filter((who) => !seats.includes(who)).map((who): SeatChange => ({ who, change: 'left' })),
    ];
  });
}

/** The least id of all revisions of positions on a subsystem that stand or stood. */
function firstPosition(session: Session, slug: Slug): Id | undefined {
  let first: Id | undefined;
  for (const { history } of positionsFor(session, slug)) {
    for (const { id } of history) if (first === undefined || id < first) first = id;
  }
  return first;
}

const ANSWERS = answersTo('');

function answerGroups(session: Session): readonly string[] {
  return [...session.groups.keys()].filter((group) => group.startsWith(ANSWERS));
}

/** The groups that `bodyOf` looks at, for what is remembered of it. */
export function bodyGroups(session: Session, slug: Slug): readonly string[] {
  const own = ['subsystem', 'same', 'attendance', 'meeting', positionsOn(slug)];
  return subsystemOf(session, slug).seats.length > 0 ? own : [...own, ...heardGroups(session)];
}

function heardGroups(session: Session): readonly string[] {
  return ['same', 'objection', 'question', 'note', ...positionGroups(session), ...answerGroups(session)];
}

/**
 * Everybody who is the `who` of a standing position, rule answer, objection, question or note. Private notes make
 * nobody heard: an assessment is the same from a copy that leaves them out.
 */
function heard(session: Session): readonly Handle[] {
  return remembered(session, 'heard', heardGroups(session), () => {
    const answering = answerGroups(session).flatMap((group) => {
      const [rule, subsystem] = group.slice(ANSWERS.length).split(' ');
      return answers(session, rule as Id, subsystem as Slug | undefined).map(({ who }) => who);
    });
    const asking = questions(session).flatMap(({ who }) => who ?? []);
    const noted = notes(session).flatMap((note) => (note.private ? [] : (note.who ?? [])));
    const objecting = objections(session).map(({ who }) => who);
    return [...new Set([...holders(session).value, ...answering, ...objecting, ...asking, ...noted])].sort();
  });
}
