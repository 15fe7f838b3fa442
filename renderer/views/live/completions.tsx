import type { Completion } from '../../../shared/capture/complete';
import { Marked } from '../marked';

interface CompletionsProps {
  readonly id: string;
  readonly completion: Completion;
  readonly chosen: number;
  /** what was typed of the name so far, to mark it in each item */
  readonly typed: string;
  readonly onTake: (at: number) => void;
}

/** What could stand at the caret, above the line: seven at most, the likeliest first. */
export function Completions({ id, completion, chosen, typed, onTake }: CompletionsProps) {
  return (
    <ul className="complete" role="listbox" id={id} aria-label="Completions">
      {completion.items.map(({ label, hint }, at) => (
        <li
          key={label}
          id={`${id}-${String(at)}`}
          role="option"
          aria-selected={at === chosen}
          onMouseDown={(event) => {
            // the line keeps the focus
            event.preventDefault();
            onTake(at);
          }}
        >
          <span className="mono">
            <Marked text={label} typed={typed} />
          </span>
          <span className="meta cut">
            <Marked text={hint} typed={typed} />
          </span>
        </li>
      ))}
    </ul>
  );
}
