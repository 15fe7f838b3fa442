import { memo, type CSSProperties } from 'react';
import { POSITION_STANCES, type PositionStance } from '../../shared/record/entry';
import { STANCE_LOOK } from './stance';

/** How many people hold what. Numbers of people; never a share. */
export type Tally = Readonly<Record<PositionStance, number>>;

/** The tally in words, which is also what a screen reader hears for the bar. */
export function tallyWords(tally: Tally): string {
  const parts = POSITION_STANCES.filter((stance) => tally[stance] > 0).map(
    (stance) => `${STANCE_LOOK[stance].words} ${String(tally[stance])}`,
  );
  return parts.length === 0 ? 'Nobody here yet' : parts.join(', ');
}

/** One part for each answer, as wide as the number of people who gave it. */
export const TallyBar = memo(function TallyBar({
  tally,
  mini = false,
}: {
  readonly tally: Tally;
  readonly mini?: boolean;
}) {
  return (
    <span className={mini ? 'bar bar--mini' : 'bar'} role="img" aria-label={tallyWords(tally)}>
      {POSITION_STANCES.filter((stance) => tally[stance] > 0).map((stance) => (
        <i key={stance} data-stance={STANCE_LOOK[stance].code} style={partOf(tally[stance])} />
      ))}
    </span>
  );
});

function partOf(people: number): CSSProperties {
  // a custom property has no type of its own in React's CSSProperties
  return { '--n': people } as CSSProperties;
}
