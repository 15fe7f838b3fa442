import type { Session } from '../session/session';
import type { LineContext } from './context';

export interface CompletionItem {
  /** what Tab puts in place of the span */
  readonly text: string;
  /** the handle, slug or word */
  readonly label: string;
  /** who or what it is: a name, a role, a number's reason */
  readonly hint: string;
}

/** What could stand at the caret: up to seven, the likeliest first. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly items: readonly CompletionItem[];
}

/** What could be typed at the caret; undefined where nothing is to be completed. Enter never takes one. */
export function complete(_session: Session, _line: string, _caret: number, _context: LineContext): Completion | undefined {
  return undefined;
}
