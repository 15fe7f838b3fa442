import { memo, type CSSProperties } from 'react';
import type { Tally } from '../../shared/consensus/tally';
import { POSITION_STANCES, type PositionStance } from '../../shared/record/entry';
import { STANCE_LOOK } from './stance';

/** How many people gave an answer. */
export function countOf(tally: Tally, stance: PositionStance): number {
  return stance === 'abstain' || stance === 'recuse' || stance === 'none' ? tally[stance] : tally.stances[stance];
}

/** The answers that somebody gave, in the order of the stances. */
export function answersIn(tally: Tally): readonly PositionStance[] {
  return POSITION_STANCES.filter((stance) => countOf(tally, stance) > 0);
}

/** One part for each answer, as wide as the number of people who gave it. Its name says the same in words. */
export const TallyBar = memo(function TallyBar({
  tally,
  mini = false,
}: {
  readonly tally: Tally;
  readonly mini?: boolean;
}) {
  const given = answersIn(tally);
  const words = given.map((stance) => `${STANCE_LOOK[stance].words} ${String(countOf(tally, stance))}`);
  return (
    <span className={mini ? 'bar bar--mini' : 'bar'} role="img" aria-label={words.join(', ') || 'Nobody here yet'}>
      {given.map((stance) => (
        <i key={stance} data-stance={STANCE_LOOK[stance].code} style={partOf(countOf(tally, stance))} />
      ))}
    </span>
  );
});

function partOf(people: number): CSSProperties {
  // a custom property has no type of its own in React's CSSProperties
  return { '--n': people } as CSSProperties;
}
