import { rememberedAt } from '../../shared/session/look';
import type { Person } from '../../shared/session/people';
import { positionsBy } from '../../shared/session/holders';
import type { PositionStance } from '../../shared/record/entry';
import type { Slug } from '../../shared/record/ids';
import type { Session } from '../../shared/session/session';
import { hasSubsystem, subsystems } from '../../shared/session/subsystems';
import { everybody } from './everybody';

/**
 * Everybody, those next to each other who answer alike: from the first of the agenda on, always the one who agrees most
 * with the last (at a tie, the earlier). Only those who answered on half of the subsystems are compared, as Polis leaves
 * out who voted too little: on less, agreement is chance. The others follow in their own order.
 */
export function bySimilarity(session: Session): readonly Person[] {
  return rememberedAt(session, 'by similarity', session.revision, () => {
    const of = subsystems(session).length;
    const said = everybody(session).map((person): Row => ({ person, answers: answersOf(session, person) }));
    const isCompared = ({ answers }: Row): boolean => of > 0 && answers.size * 2 >= of;
    return [...chained(said.filter(isCompared)), ...said.filter((row) => !isCompared(row))].map(({ person }) => person);
  });
}

interface Row {
  readonly person: Person;
  /** by subsystem, those without an answer left out */
  readonly answers: ReadonlyMap<Slug, PositionStance>;
}

function answersOf(session: Session, { handle }: Person): Row['answers'] {
  const answered = positionsBy(session, handle).filter(
    ({ stance, subsystem }) => stance !== 'none' && hasSubsystem(session, subsystem),
  );
  return new Map(answered.map(({ subsystem, stance }) => [subsystem, stance]));
}

function chained(rows: readonly Row[]): readonly Row[] {
  const left = [...rows];
  const chain: Row[] = [];
  for (let next = left.shift(); next !== undefined;) {
    chain.push(next);
    const last = next;
    const alike = left.map((row) => agreement(row, last));
    const at = alike.indexOf(Math.max(...alike));
    [next] = at === -1 ? [] : left.splice(at, 1);
  }
  return chain;
}

/** On how many subsystems two say the same. */
function agreement({ answers }: Row, other: Row): number {
  let same = 0;
  for (const [slug, answer] of answers) if (other.answers.get(slug) === answer) same += 1;
  return same;
}
