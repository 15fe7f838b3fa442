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
export function CallBadge({ call }: { readonly call: CallKind | 'reopened' | undefined }) {
  const look = call === undefined || call === 'reopened' ? undefined : CALL_LOOK[call];
  return (
    <span className="call" data-call={look === undefined ? 'none' : call}>
      <Glyph name={look?.glyph ?? 'no-call'} />
      {look?.words ?? (call === 'reopened' ? 'Reopened' : 'No call yet')}
    </span>
  );
}
