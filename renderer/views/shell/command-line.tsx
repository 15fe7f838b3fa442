import { useState } from 'react';
import { COMMANDS } from '../../commands/registry';
import { run } from '../../commands/run';

/** The `:` line. Enter runs it, Tab completes it, Esc leaves it. */
export function CommandLine() {
  const [text, setText] = useState('');
  return (
    <label className="status__command">
      :
      <input
        autoFocus
        aria-label="Command line"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={() => void run('line.leave')}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void run('line.run', text);
          else if (event.key === 'Tab') setText(completed(text));
          else if (event.key !== 'Backspace' || text !== '') return;
          else void run('line.leave');
          event.preventDefault();
        }}
      />
    </label>
  );
}

/** The shortest name that what was typed begins. */
function completed(text: string): string {
  const names = COMMANDS.filter(({ input }) => input === undefined).flatMap(({ id, line }) => [line ?? id, id]);
  const fitting = names.filter((name) => name.startsWith(text)).sort((a, b) => a.length - b.length);
  return fitting[0] ?? text;
}
