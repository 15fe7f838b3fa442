import type { Assessment } from '../../../shared/consensus/assess';
import { STATE_WORDS } from '../../../shared/consensus/state-words';
import { Glyph } from '../../components/glyph';

interface AssessmentLineProps {
  readonly assessment: Pick<Assessment, 'state' | 'because'>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/**
 * Where agreement stands, in words: the first reason beside it, all of them a press away. It advises the chair; nothing
 * here makes a call or proposes one.
 */
export function AssessmentLine({ assessment, open, onToggle }: AssessmentLineProps) {
  return (
    <button type="button" className="assessment" aria-expanded={open} onClick={onToggle}>
      <span>Assessment:</span>
      <b>{STATE_WORDS[assessment.state]}</b>
      <span className="cut">{open ? '' : firstReason(assessment)}</span>
      <Glyph name="down" className="icon" />
    </button>
  );
}

/** The first reason without the state's name, which stands before it. */
function firstReason({ state, because: [first = ''] }: AssessmentLineProps['assessment']): string {
  const prefix = `${STATE_WORDS[state]}: `;
  return first.startsWith(prefix) ? first.slice(prefix.length) : first;
}

export function Reasons({ because }: { readonly because: readonly string[] }) {
  return (
    <ul className="reasons" aria-label="Reasons of the assessment">
      {because.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
