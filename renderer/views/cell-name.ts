import type { Slug } from '../../shared/record/ids';
import type { Person } from '../../shared/session/people';
import type { Position } from '../../shared/session/positions';
import { STANCE_LOOK } from '../components/stance';
import { calledOf } from '../store/everybody';

/** What a screen reader says for a cell: participant, subsystem, stance in words, then what marks it. */
export function cellName(person: Person, slug: Slug, position: Position | undefined, objects: boolean): string {
  const called = calledOf(person);
  const who = called === '' ? person.handle : `${person.handle} ${called}`;
  return [
    who,
    slug,
    STANCE_LOOK[position?.stance ?? 'none'].words,
    ...(objects ? ['objects'] : []),
    ...(position?.was === undefined ? [] : ['changed']),
    ...(position?.conflict === true ? ['in conflict'] : []),
  ].join(', ');
}
