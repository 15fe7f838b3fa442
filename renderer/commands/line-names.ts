import type { State } from '../store/state';
import { offered } from './run';

const STANCES = ['std', 'usr', 'pass', 'abs', 'none'] as const;

/**
 * What may stand on the `:` line and begins as what was typed: names of commands, `e` with a session's title, `set-all`
 * with a stance. The short names come first.
 */
export function lineNames(state: State, typed: string): readonly string[] {
  const wanted = typed.trimStart().toLowerCase();
  const offeredHere = offered(state);
  const words = offeredHere.flatMap(({ line }) => line ?? []);
  const arguments_ = [
    ...state.sessions.map(({ title }) => `e ${title}`),
    ...(state.open?.readOnly === false ? STANCES.map((stance) => `set-all ${stance}`) : []),
  ];
  const names = [...words.toSorted(), ...offeredHere.map(({ id }) => id).toSorted(), ...arguments_];
  return [...new Set(names)].filter((name) => name.toLowerCase().startsWith(wanted));
}

/** Lines that were run, the newest first: Up brings them back. They are the typist's, not the record's. */
const runBefore: string[] = [];
const REMEMBERED = 100;

export function linesBefore(): readonly string[] {
  return runBefore;
}

/** Keeps a line that was run; the same line again moves to the front. */
export function rememberLine(line: string): void {
  if (line.trim() === '') return;
  const others = runBefore.filter((each) => each !== line).slice(0, REMEMBERED - 1);
  runBefore.splice(0, runBefore.length, line, ...others);
}
