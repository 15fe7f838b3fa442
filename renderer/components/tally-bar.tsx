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
export const TallyBar = memo(function TallyBar({ tally }: { readonly tally: Tally }) {
  return (
    <span className="bar" role="img" aria-label={inWords(tally)}>
      {answersIn(tally).map((stance) => (
        <i key={stance} data-stance={STANCE_LOOK[stance].code} style={partOf(countOf(tally, stance))} />
      ))}
    </span>
  );
});

/** What a bar says to those who do not see it. */
export function inWords(tally: Tally): string {
  const words = answersIn(tally).map((stance) => `${STANCE_LOOK[stance].words} ${String(countOf(tally, stance))}`);
  return words.join(', ') || 'Nobody here yet';
}

function partOf(people: number): CSSProperties {
  // a custom property has no type of its own in React's CSSProperties
  return { '--n': people } as CSSProperties;
}
