import { rememberedAt } from '../../shared/session/look';
import type { Person } from '../../shared/session/people';
import { positionOf } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';
import { everybody } from './everybody';

/**
 * Everybody, those next to each other who answer alike: from the first of the agenda on, always the one who agrees most
 * with the last (at a tie, the earlier). Only those who answered on half of the subsystems are compared, as Polis leaves
 * out who voted too little: on less, agreement is chance. The others follow in their own order.
 */
export function bySimilarity(session: Session): readonly Person[] {
  return rememberedAt(session, 'by similarity', session.revision, () => {
    const slugs = subsystems(session).map(({ slug }) => slug);
    const said = everybody(session).map((person) => ({
      person,
      answers: slugs.map((slug) => positionOf(session, person.handle, slug)?.stance ?? 'none'),
    }));
    const isCompared = ({ answers }: Row): boolean =>
      answers.filter((answer) => answer !== 'none').length * 2 >= slugs.length && slugs.length > 0;
    return [...chained(said.filter(isCompared)), ...said.filter((row) => !isCompared(row))].map(({ person }) => person);
  });
}

interface Row {
  readonly person: Person;
  /** one for each subsystem */
  readonly answers: readonly string[];
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
  return answers.filter((answer, at) => answer !== 'none' && answer === other.answers[at]).length;
}
