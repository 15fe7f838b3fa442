import type { Position } from '../../shared/session/positions';
import { STANCE_LOOK } from '../components/stance';

/** What a position says beside its rationale and conditions: for whom, through whom, what else can be lived with. */
export function besideWords({ for: group, via, livesWith }: Position): string {
  return [
    group === undefined ? '' : `for ${group}`,
    via === undefined ? '' : `as reported by ${via}`,
    livesWith.length === 0
      ? ''
      : `can live with ${livesWith.map((stance) => STANCE_LOOK[stance].words.toLowerCase()).join(' and ')}`,
  ]
    .filter((words) => words !== '')
    .join(', ');
}
