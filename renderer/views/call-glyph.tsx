import type { Call } from '../../shared/session/calls';
import { CALL_LOOK } from '../components/call-badge';
import { Glyph } from '../components/glyph';
import { callShown } from './calls-shown';

/** The chair's call where there is room for one drawing, its words for those who hear it. */
export function CallGlyph({ call }: { readonly call: Call | undefined }) {
  const shown = callShown(call);
  if (shown === undefined) return null;
  const { glyph, words } = shown === 'conflict' ? CONFLICT : CALL_LOOK[shown.call];
  return (
    <>
      <Glyph name={glyph} className={shown === 'conflict' ? 'glyph objs' : 'glyph'} />
      <span className="vh">{words}</span>
    </>
  );
}

const CONFLICT = { glyph: 'objection', words: 'calls in conflict' } as const;
