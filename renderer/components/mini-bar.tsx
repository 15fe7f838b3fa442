import { memo } from 'react';
import type { Tally } from '../../shared/consensus/tally';
import type { PositionStance } from '../../shared/record/entry';
import { answersIn, countOf, inWords } from './tally-bar';

/** The tally bar of which there is one for each subsystem: a single element, since all that is shown is styled often. */
export const MiniBar = memo(function MiniBar({ tally }: { readonly tally: Tally }) {
  return <span className="mini-bar" role="img" aria-label={inWords(tally)} style={{ background: drawn(tally) }} />;
});

/** The edge of a part and what is in it; a part that is solid has no inside. */
const PARTS: Readonly<Record<PositionStance, { readonly edge: string; readonly inside?: string }>> = {
  'standard-required': { edge: 'var(--s-fill)' },
  'userspace-allowed': { edge: 'var(--u-fill)' },
  'passthrough-niche': { edge: 'var(--p-fill)', inside: 'var(--p-tint)' },
  abstain: { edge: 'var(--line-strong)', inside: 'var(--bg-select)' },
  recuse: { edge: 'var(--line)', inside: 'var(--bg-chrome)' },
  none: { edge: 'var(--line)', inside: 'var(--bg-chrome)' },
};

/** The least part of the bar that one answer takes, so that it is seen. */
const LEAST = 0.05;

/** The parts side by side, a pixel between them, as two backgrounds: their edges, and over it what is inside. */
function drawn(tally: Tally): string {
  const given = answersIn(tally);
  const all = given.reduce((sum, stance) => sum + countOf(tally, stance), 0);
  const shares = given.map((stance) => Math.max(countOf(tally, stance), LEAST * all));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const edges: string[] = [];
  const insides: string[] = [];
  let at = 0;
  for (const [nth, stance] of given.entries()) {
    const from = percent(at);
    at += (shares[nth] ?? 0) / whole;
    const to = percent(at);
    const { edge, inside = 'transparent' } = PARTS[stance];
    edges.push(`${edge} ${from} calc(${to} - 1px), transparent 0 ${to}`);
    insides.push(`transparent ${from} calc(${from} + 1px), ${inside} 0 calc(${to} - 2px), transparent 0 ${to}`);
  }
  if (given.length === 0) return 'none';
  const across = (stops: readonly string[]): string => `linear-gradient(90deg, ${stops.join(', ')})`;
  return `${across(insides)} 0 1px / 100% calc(100% - 2px) no-repeat, ${across(edges)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
