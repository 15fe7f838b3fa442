import type { EntryOf } from '../../shared/record/entry';
import { Glyph, type GlyphName } from './glyph';

export type CallKind = EntryOf<'call-made'>['call'];

/** The chair's calls, from the most settled to the least. */
export const CALL_LOOK: Readonly<
  Record<CallKind, { readonly words: string; readonly glyph: GlyphName; readonly key: string }>
> = {
  consensus: { words: 'Consensus', glyph: 'consensus', key: '1' },
  rough: { words: 'Rough consensus', glyph: 'rough', key: '2' },
  'no-consensus': { words: 'No consensus', glyph: 'no-consensus', key: '3' },
  deferred: { words: 'Deferred', glyph: 'deferred', key: '4' },
};

/** The chair's call, achromatic: the more settled, the more solid. Only the chair sets it; no count does. */
export function CallBadge({ call }: { readonly call: CallKind | undefined }) {
  return (
    <span className="call" data-call={call ?? 'none'}>
      <Glyph name={call === undefined ? 'no-call' : CALL_LOOK[call].glyph} />
      {call === undefined ? 'No call yet' : CALL_LOOK[call].words}
    </span>
  );
}
