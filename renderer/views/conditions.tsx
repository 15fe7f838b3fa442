import type { Condition } from '../../shared/session/positions';
import { Act } from '../components/button';

interface ConditionsProps {
  readonly conditions: readonly Condition[];
  /** one of them, from 1, is met; absent where nothing can be recorded */
  readonly onMet?: ((n: number) => void) | undefined;
  /** false: its buttons are reached through the row, not by Tab */
  readonly stop?: boolean;
}

/** The conditions of a position or an answer, each on its own line; met ones say so, the others can be met one by one. */
export function Conditions({ conditions, onMet, stop = true }: ConditionsProps) {
  if (conditions.length === 0) return null;
  return (
    <ul aria-label="Conditions">
      {conditions.map(({ text, met }, index) => (
        <li key={text} className="condition" data-met={met || undefined}>
          {met ? 'met: ' : ''}if {text}
          {met || onMet === undefined ? null : (
            <Act
              label={`Met: ${text}`}
              stop={stop}
              onPress={() => {
                onMet(index + 1);
              }}
            >
              met
            </Act>
          )}
        </li>
      ))}
    </ul>
  );
}
