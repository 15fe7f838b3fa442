import type { PositionStance } from '../../shared/record/entry';
import { Glyph } from './glyph';

/** How a stance is shown: the code is `data-stance` and the name of its glyph. */
export interface StanceLook {
  readonly code: 's' | 'u' | 'p' | 'a' | 'r' | 'n';
  /** what mail and print use */
  readonly letter: string;
  readonly words: string;
  /** the same where there is less room */
  readonly short: string;
}

export const STANCE_LOOK: Readonly<Record<PositionStance, StanceLook>> = {
  'standard-required': { code: 's', letter: 'S', words: 'Standard required', short: 'Standard' },
  'userspace-allowed': { code: 'u', letter: 'U', words: 'Userspace allowed', short: 'Userspace' },
  'passthrough-niche': { code: 'p', letter: 'P', words: 'Passthrough, niche', short: 'Passthrough' },
  abstain: { code: 'a', letter: 'A', words: 'Abstain', short: 'Abstain' },
  recuse: { code: 'r', letter: 'R', words: 'Recused', short: 'Recused' },
  none: { code: 'n', letter: '.', words: 'No position', short: 'No position' },
};

/** Glyph and words, or glyph and letter: never hue alone. */
export function Stance({
  stance,
  as = 'words',
}: {
  readonly stance: PositionStance;
  readonly as?: 'words' | 'short' | 'letter';
}) {
  const look = STANCE_LOOK[stance];
  return (
    <span className="stance" data-stance={look.code}>
      <Glyph name={look.code} />
      {as === 'letter' ? (
        <>
          <span aria-hidden="true">{look.letter}</span>
          <span className="vh">{look.words}</span>
        </>
      ) : (
        look[as]
      )}
    </span>
  );
}

/** The glyph alone, for lists that say the stance in words beside it or in their name. */
export function StanceGlyph({ stance }: { readonly stance: PositionStance }) {
  const { code } = STANCE_LOOK[stance];
  return <Glyph name={code} stance={code} />;
}
