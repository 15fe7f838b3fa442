import type { Mode, View } from '../../store/state';
import { useStore } from '../../store/store';

type Hint = readonly [keys: string, does: string];

const NORMAL: Readonly<Record<View, readonly Hint[]>> = {
  live: [
    ['i', 'type'],
    ['j k', 'row'],
    ['1 2 3 4 0', 'set'],
    ['C', 'call'],
    ['u', 'undo'],
    ['?', 'keys'],
  ],
  matrix: [
    ['hjkl', 'move'],
    ['1 2 3 4 0', 'set'],
    ['e', 'edit'],
    ['o', 'object'],
    ['/', 'filter'],
    ['?', 'keys'],
  ],
  review: [
    ['j k', 'next'],
    ['y', 'ok'],
    ['e', 'edit'],
    ['s', 'skip'],
    ['u', 'undo'],
    ['?', 'keys'],
  ],
  summary: [
    ['y', 'copy'],
    ['w', 'save .eml'],
    ['m', 'mail program'],
    ['?', 'keys'],
  ],
  thread: [
    ['j k', 'mail'],
    ['Enter', 'lines'],
    ['/', 'search'],
    ['u', 'undo'],
    ['?', 'keys'],
  ],
};

const TYPING: Readonly<Record<Exclude<Mode, 'NORMAL'>, readonly Hint[]>> = {
  INSERT: [
    ['Esc', 'normal'],
    ['Up', 'history'],
    ['Alt 1-5', 'view'],
    ['F1', 'keys'],
  ],
  LOG: [
    ['j k', 'line'],
    ['e', 'edit'],
    ['d', 'strike, restore'],
    ['Esc', 'leave'],
  ],
  COMMAND: [
    ['Tab', 'complete'],
    ['Esc', 'leave'],
  ],
};

/** The keys that go on from here; after the first key of a chord, those that may follow it. */
export function Hints() {
  const mode = useStore((state) => state.mode);
  const view = useStore((state) => state.view);
  const chord = useStore((state) => state.hint);
  const hasSession = useStore((state) => state.open !== undefined);
  const hints =
    chord === undefined
      ? mode === 'NORMAL'
        ? hasSession
          ? NORMAL[view]
          : []
        : TYPING[mode]
      : chord.next.map(({ key, title }): Hint => [key, title]);
  return (
    <span className="status__hints" aria-hidden="true">
      {chord === undefined ? null : <b>{chord.pressed}</b>}
      {hints.map(([keys, does]) => (
        <span key={keys}>
          <b>{keys}</b>
          {does}
        </span>
      ))}
    </span>
  );
}
