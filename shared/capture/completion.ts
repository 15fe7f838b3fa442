import type { Session } from '../session/session';
import type { LineContext } from './context';
import type { Word } from './tokens';

export interface CompletionItem {
  /** what Tab puts in place of the span */
  readonly text: string;
  /** the handle, slug or word */
  readonly label: string;
  /** who or what it is: a name, a role, what a number stands for */
  readonly hint: string;
}

/** What is to be completed, and what stands around it. */
export interface Unfinished {
  readonly session: Session;
  readonly context: LineContext;
  /** the word up to the caret */
  readonly typed: string;
  /** the words of the head without the one that is being typed */
  readonly others: readonly Word[];
  /** those of them that stand before it */
  readonly earlier: readonly Word[];
}
