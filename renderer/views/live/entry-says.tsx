import type { Reading } from '../../../shared/capture/reading';
import { KeyHint } from '../../components/kbd';
import { Pieces } from '../pieces';

/** What Enter will record, or why nothing; and the keys that go on from here. */
export function EntrySays({
  text,
  reading,
  completing,
}: {
  readonly text: string;
  readonly reading: Reading;
  readonly completing: boolean;
}) {
  const empty = text.trim() === '';
  return (
    <div className="entry__says" data-tone={reading.kind === 'error' && !empty ? 'bad' : 'plain'}>
      <div className="entry__answer cut" role="status" aria-label="Quick entry says">
        {reading.kind === 'error' ? (
          <span>{reading.words}</span>
        ) : (
          <>
            <span>
              <Pieces pieces={reading.says} />
            </span>
            {reading.notices.map(({ code, words }) => (
              <span key={code} className="entry__notice">
                {words}
              </span>
            ))}
          </>
        )}
      </div>
      {empty ? null : <Hints reading={reading} completing={completing} />}
    </div>
  );
}

function Hints({ reading, completing }: { readonly reading: Reading; readonly completing: boolean }) {
  const enter = enterDoes(reading);
  const fixes = reading.kind === 'error' && reading.fix !== undefined;
  return (
    <span className="keys">
      {enter === undefined ? null : <KeyHint keys="Enter">{enter}</KeyHint>}
      {fixes ? <KeyHint keys="Tab">fix</KeyHint> : completing ? <KeyHint keys="Tab">take</KeyHint> : null}
      {completing ? (
        <KeyHint keys="Up Down" apart>
          choose
        </KeyHint>
      ) : null}
      <KeyHint keys="Esc">leave</KeyHint>
    </span>
  );
}

function enterDoes(reading: Reading): string | undefined {
  if (reading.kind === 'record') return 'record';
  if (reading.enter === 'add') return 'add and record';
  return reading.enter === 'note' ? 'keep as a note' : undefined;
}
