import { useState } from 'react';
import { lineNames, linesBefore, rememberLine } from '../../commands/line-names';
import { run } from '../../commands/run';
import { useFirstFocus } from '../../components/use-first-focus';
import { getState } from '../../store/store';

/** What is typed, and where Tab and the arrows have led to from there. */
interface Typed {
  readonly text: string;
  /** what Tab completes: the text before the first Tab */
  readonly stem: string;
  /** which completion of it is shown; -1 before the first */
  readonly chosen: number;
  /** how far back in the lines run before; 0 is the line being typed */
  readonly back: number;
}

const EMPTY: Typed = { text: '', stem: '', chosen: -1, back: 0 };

/** The `:` line. Enter runs it, Tab completes it and goes on to the next completion, Up brings back, Esc leaves. */
export function CommandLine() {
  const [typed, setTyped] = useState(EMPTY);
  const field = useFirstFocus<HTMLInputElement>(true);
  const { text, chosen } = typed;
  const names = chosen === -1 ? [] : lineNames(getState(), typed.stem);
  const pressed = (key: string, shift: boolean): boolean => {
    if (key === 'Enter') {
      rememberLine(text);
      void run('line.run', text);
    } else if (key === 'Tab') setTyped(completed(typed, shift ? -1 : 1));
    else if (key === 'ArrowUp') setTyped(recalled(typed, 1));
    else if (key === 'ArrowDown') setTyped(recalled(typed, -1));
    else if (key === 'Backspace' && text === '') void run('line.leave');
    else return false;
    return true;
  };
  return (
    <label className="status__command">
      :
      <input
        ref={field}
        aria-label="Command line"
        aria-describedby="line-names"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target: { value } }) => {
          setTyped({ text: value, stem: value, chosen: -1, back: 0 });
        }}
        onBlur={() => void run('line.leave')}
        onKeyDown={(event) => {
          if (pressed(event.key, event.shiftKey)) event.preventDefault();
        }}
      />
      <span id="line-names" className="status__names cut" role="status" aria-label="Completions">
        {names.length > 1 ? names.filter((_, at) => at !== chosen).join('  ') : ''}
      </span>
    </label>
  );
}

/** The next completion of what was typed, or the one before it, round and round. */
function completed({ text, stem, chosen, back }: Typed, by: 1 | -1): Typed {
  const from = chosen === -1 ? text : stem;
  const names = lineNames(getState(), from);
  const at = chosen === -1 && by === -1 ? names.length - 1 : (chosen + by + names.length) % Math.max(1, names.length);
  const name = names[at];
  return name === undefined ? { text, stem, chosen, back } : { text: name, stem: from, chosen: at, back };
}

/** A line that was run before, or the way back to the empty one. */
function recalled({ back }: Typed, by: 1 | -1): Typed {
  const lines = linesBefore();
  const to = Math.max(0, Math.min(lines.length, back + by));
  const text = to === 0 ? '' : (lines[to - 1] ?? '');
  return { text, stem: text, chosen: -1, back: to };
}
